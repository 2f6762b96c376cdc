import { type PlainDate, plainDate } from '../calendar.ts';
import { fullYear } from '../parse-date.ts';
import { type Parsed, unparsed } from '../refusal.ts';
import { digitsOf } from './digits-of.ts';

/**
 * Reads a family card number (No. KK): 16 digits, region 6 + day of issue ddmmyy + serial 4. A family
 * that moves gets another one: use it to find candidates, never as identity.
 * Refuses: blank, placeholder, digits_expected, no_kk_length, excel_damaged (scientific notation, or
 * the serial 0000 that Excel makes of 0001–0009).
 */
export function parseNoKk(text: string): Parsed<string> {
  const digits = digitsOf(text);
  if (!digits.ok) return digits;
  if (digits.value.length !== 16) return unparsed('no_kk_length');
  return digits.value.endsWith('0000') ? unparsed('excel_damaged') : digits;
}

/** District of issue as a Kemendagri code, and the day of issue, null where the calendar has none. */
export type NoKkParts = { readonly district: string; readonly issued: PlainDate | null };

/**
 * The parts of a number that `parseNoKk` accepted. A day above 40 is how a NIK marks a woman: `issued`
 * null hints at swapped columns, and is no reason to refuse the row.
 */
export function decodeNoKk(noKk: string, today: PlainDate): NoKkParts {
  if (!/^\d{16}$/.test(noKk)) throw new RangeError('not a No. KK');
  const [day, month, year] = [noKk.slice(6, 8), noKk.slice(8, 10), noKk.slice(10, 12)].map(Number);
  return {
    district: `${noKk.slice(0, 2)}.${noKk.slice(2, 4)}.${noKk.slice(4, 6)}`,
    issued: plainDate(fullYear(year!, month!, day!, today, 'past'), month!, day!),
  };
}

/** `************1234` */
export function maskNoKk(noKk: string): string {
  return `************${noKk.slice(-4)}`;
}
