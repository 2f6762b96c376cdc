import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { done, type Parsed, unparsed } from '../refusal.ts';
import { isScientific } from './digits-of.ts';

/** A number in E.164 (`+6281234567890`). Only a mobile can be asked to receive a message. */
export type Phone = { readonly e164: string; readonly kind: 'mobile' | 'landline' | 'foreign' };

/** A longer cell is a note, not a list of numbers. */
const longestCell = 500;

/** National part of an Indonesian mobile number, without the 0. */
const mobilePattern = /^8[1-35-9]\d{7,10}$/;

/**
 * Reads one phone number as lists write it: "0812-3456-7890", "62812…", "+62 0812…", "812…" (the zero
 * dropped by a sheet), "(0285) 421234". A local number without area code needs `areaCode` ('0285').
 * Refuses: blank, excel_damaged (scientific notation), phone_invalid.
 */
export function parsePhone(text: string, areaCode?: string): Parsed<Phone> {
  if (isScientific(text)) return unparsed('excel_damaged');
  const compact = text
    .normalize('NFKC')
    .replace(/[\p{L}]{2,}[\s.:]*/gu, '') // "HP:", "WA", "Telp."
    .replace(/[.,]0$/, '')
    .replace(/\(0\)/, '')
    .replace(/[^\d+oO]/g, '')
    .replace(/^[oO](?=\d)/, '0');
  if (!/\d/.test(compact)) return unparsed(/\p{L}/u.test(text) ? 'phone_invalid' : 'blank');
  const phone = readNumber(international(compact, areaCode));
  return phone === null ? unparsed('phone_invalid') : done(phone);
}

/** All numbers of one cell, in order and without repeats, and the pieces that are none. */
export type ExtractedPhones = { readonly phones: readonly Phone[]; readonly rejected: readonly string[] };

/** Reads a cell that may hold several numbers: "0812… / 0856…", "0812… atau (0285) 421234". */
export function extractPhones(cell: string, areaCode?: string): ExtractedPhones {
  if (cell.length > longestCell || isScientific(cell)) return { phones: [], rejected: [cell] };
  const found = new Map<string, Phone>();
  const rejected: string[] = [];
  for (const piece of cell.split(/[,;/|&\n\r]+|\s+(?:atau|dan|or|and)\s+/i)) {
    for (const part of separated(piece.trim(), areaCode)) {
      const parsed = parsePhone(part, areaCode);
      if (parsed.ok) found.set(parsed.value.e164, parsed.value);
      else if (parsed.refusal !== 'blank') rejected.push(part);
    }
  }
  return { phones: [...found.values()], rejected };
}

/** `08******1234`: of every number only the leading digits that tell its kind and the last four. */
export function maskPhone(e164: string): string {
  const head = e164.startsWith('+62') ? `0${e164.slice(3, 4)}` : e164.slice(0, 3);
  return `${head}******${e164.slice(-4)}`;
}

/** `0812-3456-7890`, `(0285) 421234`; a foreign number with its country code. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) throw new RangeError('not an E.164 phone number');
  return e164.startsWith('+62') ? parsed.formatNational() : parsed.formatInternational();
}

/**
 * Puts the country code before the library sees the number: a bare 62812… it would read as +62 62812…
 * and call valid. Returns the digits without "+" where no country code can be told.
 */
function international(compact: string, areaCode: string | undefined): string {
  const digits = compact.replace(/\+/g, '');
  const isForeign = (compact.startsWith('+') && !digits.startsWith('62')) || /^00(?!62)/.test(digits);
  if (isForeign) return `+${digits.replace(/^00/, '')}`;
  const bare = digits.replace(/^00(?=62)/, '');
  // The country code is sometimes typed twice, or followed by the zero of the national form.
  const coded = bare.match(/^(?:62)+0?(8\d{8,11})$/);
  if (coded) return `+62${coded[1]}`;
  if (compact.startsWith('+62') || digits.startsWith('0062')) return `+62${bare.slice(2).replace(/^0/, '')}`;
  if (bare.startsWith('0')) return `+62${bare.slice(1)}`;
  if (/^62[2-9]\d{7,9}$/.test(bare)) return `+${bare}`;
  if (mobilePattern.test(bare)) return `+62${bare}`;
  return areaCode && /^[2-9]\d{4,7}$/.test(bare) ? `+62${areaCode.replace(/^0/, '')}${bare}` : bare;
}

function readNumber(text: string): Phone | null {
  if (!text.startsWith('+')) return null;
  // The same rule as the library's, without its cost: nearly every number of a list is a mobile.
  if (text.startsWith('+62') && mobilePattern.test(text.slice(3))) return { e164: text, kind: 'mobile' };
  const parsed = parsePhoneNumberFromString(text);
  if (!parsed?.isValid()) return null;
  if (parsed.country !== 'ID') return { e164: parsed.number, kind: 'foreign' };
  // The smallest metadata only checks lengths: it would let service numbers pass as well.
  return /^[2-79]\d{6,10}$/.test(parsed.nationalNumber) ? { e164: parsed.number, kind: 'landline' } : null;
}

/** Numbers that only a space keeps apart: a new one begins where the one before is complete. */
function separated(piece: string, areaCode: string | undefined): string[] {
  if (parsePhone(piece, areaCode).ok) return [piece];
  const parts: string[] = [];
  let current = '';
  for (const token of piece.split(/\s+/)) {
    const startsNumber = /^\(?(0|\+|62|8)/.test(token);
    if (current !== '' && startsNumber && parsePhone(current, areaCode).ok) {
      parts.push(current);
      current = token;
    } else current = `${current} ${token}`.trim();
  }
  return [...parts, current];
}
