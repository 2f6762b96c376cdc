import { type Parsed, unparsed } from '../refusal.ts';
import { digitsOf } from './digits-of.ts';

/**
 * Reads a business identification number (NIB, issued by OSS): 13 random digits, so there is nothing to
 * decode and nothing to check but the length. Twelve digits are most likely a NIB beginning with 0
 * that a sheet stored as a number; the zero is not put back, as a digit may be missing elsewhere.
 * Refuses: blank, placeholder, digits_expected, excel_damaged, leading_zero_lost, nib_length.
 */
export function parseNib(text: string): Parsed<string> {
  const digits = digitsOf(text.replace(/^\s*nib\b[\s.:]*/i, ''));
  if (!digits.ok || digits.value.length === 13) return digits;
  return unparsed(digits.value.length === 12 ? 'leading_zero_lost' : 'nib_length');
}
