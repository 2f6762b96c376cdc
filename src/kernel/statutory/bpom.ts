import { done, type Parsed, unparsed } from '../refusal.ts';

/**
 * Reads a BPOM registration of locally produced food: MD and 12 to 15 digits, stored as `MD…` without
 * spaces (confidence medium; PerBPOM 4/2024 is not settled here).
 * Refuses: blank, bpom_format.
 */
export function parseBpom(text: string): Parsed<string> {
  const cell = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^['`’]/, '')
    .replace(/[\s.\-–]/g, '');
  if (cell === '') return unparsed('blank');
  const number = cell.replace(/^(BADAN)?(BPOM)?(RI)?(NO)?:?(?=MD)/, '');
  return /^MD\d{12,15}$/.test(number) ? done(number) : unparsed('bpom_format');
}
