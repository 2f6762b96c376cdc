import type { FieldCode } from '#kernel/field-code.ts';
import type { HalalWarning } from '#kernel/statutory/halal-certificate.ts';
import type { NikWarning } from '#kernel/statutory/nik-warning.ts';
import type { ListField } from './list-fields.ts';

/** `error` sends the row back to be mended; with a `warning` it comes in without that value. */
export type Severity = 'error' | 'warning';

/**
 * The policy of the import in one table. A row is sent back only when it cannot be used at all, or would be wrong:
 * nobody is named, the NIK that stands there is not one (the village can look at the card), or the village cannot be
 * told. Everything else that is unreadable is left out, stays in the original row, and is shown as a warning.
 */
export const listProblems = {
  name_missing: 'error',
  name_is_number: 'error',
  nik_too_short: 'error',
  nik_too_long: 'error',
  nik_maybe_rounded: 'warning',
  birth_date_unlikely: 'warning',
  sex_unclear: 'warning',
  sex_marked_twice: 'warning',
  village_unknown: 'error',
  village_ambiguous: 'error',
  village_code_differs: 'error',
  village_missing: 'warning',
  village_respelled: 'warning',
  district_differs: 'warning',
  village_from_address: 'warning',
  other_area: 'warning',
  period_not_yearly: 'warning',
  amount_at_least: 'warning',
  kbli_not_in_table: 'warning',
  phone_part_unread: 'warning',
  position_swapped: 'warning',
  position_outside: 'warning',
  text_shortened: 'warning',
} as const satisfies Record<string, Severity>;

export type ListProblemCode = keyof typeof listProblems;
/** The kernel's own codes (what is wrong with one value) and those that only a list has. */
export type ProblemCode =
  | ListProblemCode
  | FieldCode
  | HalalWarning
  | Exclude<NikWarning, 'registered_elsewhere'>;

/** What the kernel's parsers refuse is a warning, but for these. */
const parsedErrors: Partial<
  Record<ListField, { readonly codes: readonly FieldCode[] | 'all'; readonly except: readonly FieldCode[] }>
> = {
  // A filler such as 1111111111111111 says "none": nothing to mend. What Excel cut off nobody can mend in the sheet.
  nik: { codes: 'all', except: ['placeholder', 'blank', 'excel_damaged'] },
  full_name: { codes: ['too_long'], except: [] },
  business_name: { codes: ['too_long'], except: [] },
};

export function severityOf(code: ProblemCode, field: ListField | null): Severity {
  if (code in listProblems) return listProblems[code as ListProblemCode];
  const rule = field === null ? undefined : parsedErrors[field];
  if (
    rule === undefined ||
    code.startsWith('birth_') ||
    code === 'sex_differs' ||
    code === 'day_and_month_swapped'
  )
    return 'warning';
  if (rule.except.includes(code as FieldCode)) return 'warning';
  return rule.codes === 'all' || rule.codes.includes(code as FieldCode) ? 'error' : 'warning';
}

/** One thing wrong with one row. */
export type RowProblem = {
  /** Position in the list, null when no column is at fault (no name anywhere). */
  readonly column: number | null;
  readonly field: ListField | null;
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What stood there; personal numbers only by their last four digits. */
  readonly value: string;
  /** How many digits too few or too many. */
  readonly count?: number;
  /** Villages to choose from, `Kauman, Batang`, with their codes. */
  readonly options?: readonly { readonly code: string; readonly name: string }[];
};
