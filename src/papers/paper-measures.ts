/** Measures both kinds of file share, so that they look alike. */

/** Millimetres; the left margin leaves room for the binder. */
export const margins = { top: 20, right: 20, bottom: 20, left: 25 } as const;

const a4 = { short: 210, long: 297 } as const;

/** Width and height of the sheet and the width left for text, in millimetres. */
export function sheetOf(page: 'portrait' | 'landscape') {
  const [width, height] = page === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  return { width, height, textWidth: width - margins.left - margins.right };
}

/** Type sizes in points. Arial, as the rules on official letters of most regions ask. */
export const typeSizes = {
  body: 11,
  table: 10,
  small: 9,
  title: 13,
  letterheadLine: 13,
  letterheadLast: 16,
} as const;

/** Millimetres. */
export const lengths = {
  logoWidth: 22,
  logoHeight: 24,
  signatureRoom: 20,
  termWidth: 38,
  markWidth: 26,
  photoHeight: 58,
  photoGap: 5,
  listIndent: 8,
  firstLineIndent: 12,
} as const;

/** Places for signatures beside one another on one line; more go below. */
export const signaturesPerLine = (page: 'portrait' | 'landscape') => (page === 'portrait' ? 2 : 3);

/** Breaks a list into lines of at most `size`. */
export function inLines<Item>(items: readonly Item[], size: number): Item[][] {
  const lines: Item[][] = [];
  for (let at = 0; at < items.length; at += size) lines.push(items.slice(at, at + size));
  return lines;
}
