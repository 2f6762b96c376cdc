import type { ExpressionProblemCode } from '../expression/expression.ts';

/** Where in an item something stands. */
export type FormProperty =
  | 'name'
  | 'label'
  | 'hint'
  | 'list'
  | 'requiredMessage'
  | 'constraintMessage'
  | ExpressionProperty;

export const expressionProperties = [
  'relevant',
  'constraint',
  'required',
  'calculation',
  'choiceFilter',
  'default',
  'count',
] as const;
export type ExpressionProperty = (typeof expressionProperties)[number];

export type FormProblemCode =
  | ExpressionProblemCode
  | 'name_invalid'
  | 'name_twice'
  | 'label_missing'
  | 'list_missing'
  | 'list_unknown'
  | 'calculation_missing'
  | 'reference_unknown'
  | 'reference_is_section'
  | 'reference_into_repeat'
  | 'choice_column_unknown'
  | 'self_not_here'
  | 'regex_unreadable'
  | 'repeat_too_deep'
  | 'cycle';

/** Why a form cannot be run: `item` is its name, `value` the very word or name. */
export type FormProblem = {
  readonly code: FormProblemCode;
  readonly item: string;
  readonly property: FormProperty;
  readonly value: string;
};
