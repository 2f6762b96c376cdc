/** Neighbourhood numbers as text of at least two digits ('02', '110'); null where none is written or it is zero. */
export type RtRw = { rt: string | null; rw: string | null };

/** Arabic right after its mark (RT02), Roman only as a word of its own (RW IV). */
const DIGITS_OR_ROMAN = '(\\d{1,3}|(?<![A-Z])[IVX]{1,5})';
const NUMBER = `${DIGITS_OR_ROMAN}(?![A-Z0-9])`;
const GAP = '[\\s.:,\\-]*';
/** RT/RW 002/005 — both names first. */
const NAMES_FIRST = new RegExp(`\\bRT${GAP}/?${GAP}RW${GAP}${NUMBER}\\s*[/\\-\\s.,]\\s*${NUMBER}`);
/** RT.002/RW.005, RT 02 RW 05, RT02RW05, RT 2/5. */
const RT_THEN_RW = new RegExp(
  `\\bRT${GAP}${DIGITS_OR_ROMAN}(?![0-9])(?:${GAP}/?${GAP}RW${GAP}|\\s*[/\\-]\\s*)${NUMBER}`,
);
const RT_ALONE = new RegExp(`\\bRT${GAP}${NUMBER}`);
const RW_ALONE = new RegExp(`\\bRW${GAP}${NUMBER}`);
/** 02/05 without a name, not a house number such as NO 12/14. */
const BARE = /(?<![\d/]|NO[\s.:]*)\b(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])/;

const ROMAN = { I: 1, V: 5, X: 10 };

function romanValue(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN[letter as keyof typeof ROMAN]);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** '002' → '02', 'IV' → '04'; null for zero, which identity cards print where there is no RT or RW. */
function padded(written: string | undefined): string | null {
  if (written === undefined) return null;
  const value = /^\d/.test(written) ? Number(written) : romanValue(written);
  return value > 0 ? String(value).padStart(2, '0') : null;
}

/**
 * Finds RT and RW in upper-cased address text, in any of the ways they are written, and gives the text without
 * them (a comma in their place, so that what stood on either side does not run together).
 */
export function takeRtRw(upper: string): RtRw & { rest: string } {
  if (!/\d|\bR[TW]/.test(upper)) return { rt: null, rw: null, rest: upper };
  for (const pattern of [NAMES_FIRST, RT_THEN_RW]) {
    const both = pattern.exec(upper);
    if (both) return { rt: padded(both[1]), rw: padded(both[2]), rest: upper.replace(pattern, ' , ') };
  }
  const rt = RT_ALONE.exec(upper);
  const rw = RW_ALONE.exec(upper);
  if (rt || rw) {
    const rest = upper.replace(RT_ALONE, ' , ').replace(RW_ALONE, ' , ');
    return { rt: padded(rt?.[1]), rw: padded(rw?.[1]), rest };
  }
  const bare = BARE.exec(upper);
  if (bare) return { rt: padded(bare[1]), rw: padded(bare[2]), rest: upper.replace(BARE, ' , ') };
  return { rt: null, rw: null, rest: upper };
}

/** '02/05'; a missing half is '-' ('02/-'); '' when neither is known. */
export function formatRtRw({ rt, rw }: RtRw): string {
  return rt === null && rw === null ? '' : `${rt ?? '-'}/${rw ?? '-'}`;
}
