import type { FieldCode } from './field-code.ts';

/** Every reason for which the house declines a request; texts in `refusal-messages.ts`. */
export const refusalCodes = [
  'invalid_input',
  'not_signed_in',
  'second_factor_needed',
  'forbidden',
  'wrong_office',
  'not_found',
  'duplicate',
  'already_done',
  'conflict_stale',
  'wrong_state',
  'in_use',
  'locked',
  'rate_limited',
  'expired',
  'consent_missing',
  'evidence_missing',
  'quota_full',
  'budget_exceeded',
  'file_too_large',
  'file_unreadable',
  'unavailable',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type FieldRefusal = { readonly path: string; readonly code: FieldCode };
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** What a command answers when it declines: nothing was changed. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly fields?: readonly FieldRefusal[];
  readonly details?: RefusalDetails;
};

export type Done<T> = { readonly ok: true; readonly value: T };
export type Refused<R = Refusal> = { readonly ok: false; readonly refusal: R };

/** The answer of everything that may be declined for an expected reason. Bugs throw instead. */
export type Outcome<T, R = Refusal> = Done<T> | Refused<R>;

/** The answer of a parser of one value; the caller adds the path and makes a `Refusal` of it. */
export type Parsed<T> = Outcome<T, FieldCode>;

export function done(): Done<void>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

/** `refused('rate_limited', { details: { seconds: 30 } })` */
export function refused(code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Refused {
  return { ok: false, refusal: { code, ...more } };
}

/** `invalid([{ path: 'nik', code: 'nik_length' }])`: a form or a row with fields to mend. */
export function invalid(fields: readonly FieldRefusal[]): Refused {
  return refused('invalid_input', { fields });
}

/** What a parser answers when it cannot accept the value. */
export function unparsed(code: FieldCode): Refused<FieldCode> {
  return { ok: false, refusal: code };
}

/**
 * The value of an outcome that nobody expects to be declined: in samples, benches and tests.
 * @throws what was declined, and `what` was being done
 */
export function must<T>(outcome: Outcome<T>, what = 'declined'): T {
  if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
