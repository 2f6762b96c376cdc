/** Where a running number stands in the number of a letter: `094/##/DKUKM/2026`. */
export const numberMark = '##';

/** The number of one letter. Without a mark all letters of one issue bear the same. */
export function letterNumber(pattern: string, at: number): string {
  return pattern.replace(/#+/, (marks) => String(at).padStart(marks.length, '0'));
}
