import { type PlainDate, plainDate } from '../calendar.ts';
import { fullYear } from '../parse-date.ts';
import { type Parsed, unparsed } from '../refusal.ts';
import { digitsOf } from './digits-of.ts';

/** Region 6, day (women + 40), month, year, serial ≠ 0000; there is no check digit. */
const nikPattern = /^\d{6}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/;

export type Sex = 'male' | 'female';

/**
 * What a NIK tells of its holder when first registered (UU 23/2006 on population administration).
 * People move and registrars err: compare and warn, never reject by it.
 */
export type NikParts = {
  /** Kemendagri code of the district of first registration, `33.75.01`. */
  readonly district: string;
  /** Its regency or city, `33.75`. */
  readonly regency: string;
  readonly sex: Sex;
  readonly day: number;
  readonly month: number;
  /** The two digits of the birth year, 0–99. */
  readonly yearOfCentury: number;
  /** The latest such day not after `today`; null where the calendar has none (31 February). */
  readonly birthDate: PlainDate | null;
  readonly serial: string;
};

/**
 * Reads a NIK (16 digits as text; keep it as text, since it may begin with any digit).
 * Refuses: blank, placeholder, digits_expected, nik_length, nik_pattern, excel_damaged (scientific
 * notation, or the serial 0000 that Excel makes of 0001–0009).
 */
export function parseNik(text: string): Parsed<string> {
  const digits = digitsOf(text);
  if (!digits.ok) return digits;
  if (digits.value.length !== 16) return unparsed('nik_length');
  if (nikPattern.test(digits.value)) return digits;
  const withSerial = `${digits.value.slice(0, 12)}0001`;
  const onlySerialWrong = digits.value.endsWith('0000') && nikPattern.test(withSerial);
  return unparsed(onlySerialWrong ? 'excel_damaged' : 'nik_pattern');
}

/** Whether `text` is a NIK in its stored form. */
export function isNik(text: string): boolean {
  return nikPattern.test(text);
}

/** The parts of a NIK that `parseNik` accepted; anything else is a bug and throws. */
export function decodeNik(nik: string, today: PlainDate): NikParts {
  if (!isNik(nik)) throw new RangeError('not a NIK');
  const dayDigits = Number(nik.slice(6, 8));
  const sex = dayDigits > 40 ? 'female' : 'male';
  const day = sex === 'female' ? dayDigits - 40 : dayDigits;
  const month = Number(nik.slice(8, 10));
  const yearOfCentury = Number(nik.slice(10, 12));
  return {
    district: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
    regency: `${nik.slice(0, 2)}.${nik.slice(2, 4)}`,
    sex,
    day,
    month,
    yearOfCentury,
    birthDate: plainDate(fullYear(yearOfCentury, month, day, today, 'past'), month, day),
    serial: nik.slice(12),
  };
}

/** `************1234`, from a NIK or from its last four digits: the middle ones would give away the birth date. */
export function maskNik(nik: string): string {
  return `************${nik.slice(-4)}`;
}
