import { done, type Parsed, unparsed } from '../refusal.ts';

/**
 * The digits of an identifier as cells hold them: spaces, dots, dashes, slashes, a leading apostrophe
 * and the `.0` of a spreadsheet number are dropped; letters are not guessed away.
 *
 * Refuses: blank, placeholder (one digit repeated, such as 0000 or 1111), excel_damaged (scientific
 * notation: "3,37501E+15" has lost ten of its digits for good), digits_expected.
 */
export function digitsOf(text: string): Parsed<string> {
  const cell = text.normalize('NFKC').trim();
  if (isScientific(cell)) return unparsed('excel_damaged');
  const digits = cell
    .replace(/^['`’]+/, '')
    .replace(/[.,]0$/, '')
    .replace(/[\s.\-–/_\u200b\u200e\ufeff]/g, '');
  if (digits === '') return unparsed('blank');
  if (!/^\d+$/.test(digits)) return unparsed('digits_expected');
  return /^(\d)\1{3,}$/.test(digits) ? unparsed('placeholder') : done(digits);
}

/** Whether a cell shows a number in scientific notation, with comma or dot: "3,37501E+15". */
export function isScientific(text: string): boolean {
  return /^['`’]?\d+([.,]\d+)?\s?e\s?\+?\s?\d{1,3}$/i.test(text.trim());
}
