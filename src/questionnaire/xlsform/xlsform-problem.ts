import type { FormProblemCode } from '../engine/form-problem.ts';

/** A spreadsheet as texts: sheet name → rows of cells, the first row being the headings. */
export type Sheets = { readonly [sheet: string]: readonly (readonly string[])[] };

export type XlsFormProblemCode =
  | FormProblemCode
  | 'sheet_missing'
  | 'sheet_unsupported'
  | 'column_missing'
  | 'column_unsupported'
  | 'column_unknown'
  | 'column_twice'
  | 'language_unsupported'
  | 'type_missing'
  | 'type_unsupported'
  | 'or_other_unsupported'
  | 'appearance_unsupported'
  | 'parameter_unsupported'
  | 'property_not_here'
  | 'read_only_expression'
  | 'kind_unknown'
  | 'states_unknown'
  | 'group_not_closed'
  | 'group_not_open'
  | 'choice_incomplete'
  | 'choice_twice'
  | 'choice_name_invalid'
  | 'form_id_missing'
  | 'version_not_a_number'
  | 'no_questions'
  | 'too_many_questions';

/** Something this program does not understand, and where it stands; rows as the spreadsheet counts them. */
export type XlsFormProblem = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: XlsFormProblemCode;
  /** The very word that is not understood. */
  readonly value: string;
};
