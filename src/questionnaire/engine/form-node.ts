import type { Expression } from '../expression/expression.ts';
import { type FormItem, type FormText, isQuestion, type Question } from '../form.ts';
import { type ExpressionProperty, expressionProperties } from './form-problem.ts';

/** An item of an opened form, with what stands around it and its expressions read. */
export type FormNode = {
  readonly item: FormItem;
  readonly parent: FormNode | null;
  /** Repeats around it, outermost first. */
  readonly repeats: readonly FormNode[];
  readonly children: FormNode[];
  readonly expressions: { [P in ExpressionProperty]?: Expression };
};

/** Which repetition of each repeat around an item, from 1. */
export type Indexes = readonly number[];

/** The path of an item in answers: `name`, `goods[2]/price`. */
export function pathOf(node: FormNode, indexes: Indexes): string {
  let path = '';
  for (let at = 0; at < node.repeats.length; at++) path += `${node.repeats[at]!.item.name}[${indexes[at]}]/`;
  return path + node.item.name;
}

/** The expressions of an item as they are written; what is a plain yes or a literal is none. */
export function expressionTexts(item: FormItem): [ExpressionProperty, string][] {
  return expressionProperties.flatMap((property): [ExpressionProperty, string][] => {
    const text = (item as Partial<Record<ExpressionProperty, string | true>>)[property];
    if (typeof text !== 'string') return [];
    return property === 'default' && !isDynamicDefault(text) ? [] : [[property, text]];
  });
}

/** Whether a default is worked out (`today()`, `${area} * 2`) rather than put in as it stands. */
function isDynamicDefault(text: string): boolean {
  return /\$\{|^\s*[a-z][a-z:-]*\(.*\)\s*$/.test(text);
}

/** The texts of an item that may speak of other answers: "Berapa harga ${goods}?" */
export function textsOf(
  item: FormItem,
): ['label' | 'hint' | 'requiredMessage' | 'constraintMessage', FormText][] {
  const question: Partial<Question> = isQuestion(item) ? item : {};
  const { hint, requiredMessage, constraintMessage } = question;
  return Object.entries({ label: item.label, hint, requiredMessage, constraintMessage }).filter(
    ([, text]) => text !== undefined,
  ) as ReturnType<typeof textsOf>;
}

/** `${name}` within a text. */
export const referenceInText = /\$\{\s*([^{}\s]+)\s*\}/g;
