import { type PlainDate, plainDate } from '../calendar.ts';
import { done, type Parsed, unparsed } from '../refusal.ts';
import { digitsOf } from './digits-of.ts';
import type { Sex } from './nik.ts';

/** What a civil servant's number tells. */
export type NipParts = {
  readonly birthDate: PlainDate;
  readonly appointedYear: number;
  /** 1–12; null for contract staff (PPPK), whose number has 21 there. */
  readonly appointedMonth: number | null;
  readonly sex: Sex;
  readonly serial: string;
};

/**
 * Reads the 18-digit number of a civil servant (NIP), who signs papers and may not receive BPUM: birth
 * date yyyymmdd, appointment yyyymm, sex 1 male or 2 female, serial 3. Source: general knowledge of BKN's
 * numbering, confidence medium (that PPPK carry 21 as month: low).
 * Refuses: blank, placeholder, digits_expected, excel_damaged (18 digits exceed Excel's 15, so a serial
 * 000 is its trace), nip_length, nip_pattern.
 */
export function parseNip(text: string): Parsed<string> {
  const digits = digitsOf(text.replace(/^\s*nip\b[\s.:]*/i, ''));
  if (!digits.ok) return digits;
  if (digits.value.length !== 18) return unparsed('nip_length');
  if (digits.value.endsWith('000')) return unparsed('excel_damaged');
  return read(digits.value) === null ? unparsed('nip_pattern') : done(digits.value);
}

/** The parts of a number that `parseNip` accepted; anything else is a bug and throws. */
export function decodeNip(nip: string): NipParts {
  const parts = read(nip);
  if (parts === null) throw new RangeError('not a NIP');
  return parts;
}

/** `19800817 200501 1 003`, as printed below a signature. */
export function formatNip(nip: string): string {
  return `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
}

function read(nip: string): NipParts | null {
  const match = nip.match(/^(\d{4})(\d{2})(\d{2})(\d{4})(0[1-9]|1[0-2]|21)([12])(\d{3})$/);
  if (!match) return null;
  const [year, month, day, appointedYear, appointedMonth] = match.slice(1, 6).map(Number) as number[];
  const birthDate = plainDate(year!, month!, day!);
  if (birthDate === null || appointedYear! - year! < 15 || appointedYear! - year! > 60) return null;
  return {
    birthDate,
    appointedYear: appointedYear!,
    appointedMonth: appointedMonth === 21 ? null : appointedMonth!,
    sex: match[6] === '1' ? 'male' : 'female',
    serial: match[7]!,
  };
}
