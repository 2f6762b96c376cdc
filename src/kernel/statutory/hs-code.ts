import { done, type Parsed, unparsed } from '../refusal.ts';

/** How fine a code is: heading (4 digits), HS subheading (6, the same worldwide), BTKI tariff line (8). */
export type HsLevel = 'heading' | 'subheading' | 'tariff';

/**
 * Reads a customs code: "5208.52", "6214", "5007.90.30", with or without dots, as plain digits.
 * Chapter 77 is reserved by the World Customs Organization.
 * Refuses: blank, hs_format.
 */
export function parseHsCode(text: string): Parsed<string> {
  const cell = text
    .normalize('NFKC')
    .trim()
    .replace(/^['`’]/, '')
    .replace(/^(hs|btki)\b[\s.:]*/i, '');
  if (cell === '' || cell === '-') return unparsed('blank');
  const isWritten = /^\d{4}([. ]?\d{2}([. ]?\d{2})?)?$/.test(cell);
  const code = cell.replace(/\D/g, '');
  const chapter = Number(code.slice(0, 2));
  if (!isWritten || chapter === 0 || chapter === 77) return unparsed('hs_format');
  return done(code);
}

/** `5007.90.30` */
export function formatHsCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 6), code.slice(6, 8)].filter(Boolean).join('.');
}

/** The level of a code that `parseHsCode` accepted. */
export function hsLevel(code: string): HsLevel {
  if (code.length === 4) return 'heading';
  return code.length === 6 ? 'subheading' : 'tariff';
}

/** Whether `inner` is `outer` or falls under it: 5007.90.30 falls under 5007.90. */
export function hsContains(outer: string, inner: string): boolean {
  return inner.startsWith(outer);
}
