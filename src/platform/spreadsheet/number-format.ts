import type { CellMarkKind, CellValue } from './spreadsheet-event.ts';

/** What a workbook's number format does to a number, as far as a reader of lists must know. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'percent' }
  /** `prefix` then at least `digits` digits: NIK as 0000000000000000, phone as "0"#. */
  | { kind: 'digits'; prefix: string; digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const PERCENT: NumberFormat = { kind: 'percent' };

/** Numbers of the built-in date and time formats (ECMA-376 part 1, 18.8.30), East Asian ones included. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The format of a number-format id, with the file's own code where it has one (from 164 on). */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code !== undefined) return numberFormatOfCode(code);
  if (isBuiltInDate(id)) return DATE;
  return id === 9 || id === 10 ? PERCENT : PLAIN;
}

/** Excel allows 255 characters. */
const MAX_CODE = 1_000;

/** Reads a format code such as `dd/mm/yyyy`, `0.0%` or `"0"#`. */
export function numberFormatOfCode(code: string): NumberFormat {
  if (code.length > MAX_CODE) return PLAIN;
  const positive = code.split(';')[0] ?? '';
  const prefixed = /^(?:"([\d+]*)"|\\([\d+])|(\+))?(0+|#)$/.exec(positive);
  if (prefixed) {
    const prefix = prefixed[1] ?? prefixed[2] ?? prefixed[3] ?? '';
    const digits = prefixed[4]?.startsWith('0') ? prefixed[4].length : 0;
    return prefix !== '' || digits > 1 ? { kind: 'digits', prefix, digits } : PLAIN;
  }
  const bare = positive
    .replace(/"[^"]*"?|\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/_.|\*./g, '')
    .replace(/general|standard/gi, '');
  if (/[ymdhs]/i.test(bare)) return DATE;
  return bare.includes('%') ? PERCENT : PLAIN;
}

/** A numeric cell as the reader gives it, with the marks it deserves. */
export interface ReadNumber {
  value: CellValue;
  mark?: CellMarkKind;
}

/** From 16 digits on a spreadsheet may have replaced the last digits by zeros. */
const LONG_NUMBER = 1e15;

/**
 * Turns a stored number into a cell value. No digit is ever dropped in silence: 10^15 and beyond come back as text
 * with the mark `long-number`, digit by digit as stored.
 * @param raw the number as the file writes it, e.g. `3375012345670001` or `3.375012345670001E15`
 */
export function readNumber(raw: string, format: NumberFormat, date1904: boolean): ReadNumber {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return { value: raw };
  if (format.kind === 'date') {
    const date = dateFromSerial(value, date1904);
    if (date !== undefined) return { value: date, mark: 'date' };
  }
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0) {
    const long = value >= LONG_NUMBER;
    const text =
      format.prefix + (long ? wholeDigits(raw, value) : String(value)).padStart(format.digits, '0');
    return long ? { value: text, mark: 'long-number' } : { value: text };
  }
  if (Math.abs(value) >= LONG_NUMBER) return { value: wholeDigits(raw, value), mark: 'long-number' };
  if (format.kind === 'percent') return { value: `${Number((value * 100).toPrecision(15))}%` };
  return { value: Number.isInteger(value) ? value : Number(value.toPrecision(15)) };
}

function wholeDigits(raw: string, value: number): string {
  if (/^-?\d+$/.test(raw)) return raw;
  return Math.abs(value) < 1e21 ? BigInt(Math.round(value)).toString() : String(value);
}

const DAY = 86_400_000;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/**
 * The date of a spreadsheet's day number, as ISO text without zone: `2026-03-14`, `2026-03-14T08:30:00`, or
 * `08:30:00` for a fraction of day 0. Day 60 of the 1900 system is 29 February 1900, which never was: days before it
 * are shifted by one. Undefined where the number is no date.
 */
export function dateFromSerial(serial: number, date1904 = false): string | undefined {
  if (serial < 0 || serial > LAST_SERIAL) return undefined;
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000).toISOString();
  if (serial < 1 && !date1904) return iso.slice(11, 19);
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}
