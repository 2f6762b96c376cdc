import { done, type Parsed, unparsed } from '../refusal.ts';
import { digitsOf } from './digits-of.ts';
import { isNik } from './nik.ts';

/**
 * A tax number and what it is: 'legacy' is NPWP-15 or its NPWP-16 form "0" + 15, kept as 16 digits;
 * 'nik' is a citizen's NPWP-16 (personal data: mask it like a NIK); 'other' is a 16-digit number of
 * neither form, kept since the office cannot rule it out.
 */
export type Npwp = { readonly number: string; readonly kind: 'legacy' | 'nik' | 'other' };

/**
 * Reads an NPWP, with or without its dots: "01.234.567.4-502.000". In NPWP-15 the ninth digit is the
 * Luhn digit of the first eight. 16 digits since PMK 112/PMK.03/2022 (general knowledge).
 * Refuses: blank, placeholder, digits_expected, excel_damaged, leading_zero_lost (14 digits that are an
 * NPWP with 0 in front), npwp_length, check_digit.
 */
export function parseNpwp(text: string): Parsed<Npwp> {
  const parsed = digitsOf(text.replace(/^\s*npwp\b[\s.:]*/i, ''));
  if (!parsed.ok) return parsed;
  const digits = parsed.value;
  if (digits.length === 14)
    return unparsed(hasCheckDigit(`0${digits}`) ? 'leading_zero_lost' : 'npwp_length');
  if (digits.length === 15) return legacy(digits);
  if (digits.length !== 16) return unparsed('npwp_length');
  if (digits.startsWith('0')) return legacy(digits.slice(1));
  return done({ number: digits, kind: isNik(digits) ? 'nik' : 'other' });
}

/** `01.234.567.4-502.000` for a legacy number; others as their 16 digits. */
export function formatNpwp({ number, kind }: Npwp): string {
  if (kind !== 'legacy') return number;
  return number.slice(1).replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6');
}

function legacy(digits: string): Parsed<Npwp> {
  return hasCheckDigit(digits) ? done({ number: `0${digits}`, kind: 'legacy' }) : unparsed('check_digit');
}

/** Luhn over the first nine digits: from the right, every second digit is doubled. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) {
    const digit = Number(digits[i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
