import type { PlainDate } from '#kernel/calendar.ts';

/** Where a running number stands in the number of a letter: `094/##/DKUKM/2026`. */
export const numberMark = '##';

/** The number of one letter. Without a mark all letters of one issue bear the same. */
export function letterNumber(pattern: string, at: number): string {
  return pattern.replace(/#+/, (marks) => String(at).padStart(marks.length, '0'));
}

/** A code as people type it from paper: capitals, blanks, other dashes. */
export function readCheckCode(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}

export type LetterState = 'valid' | 'not_yet' | 'ended' | 'revoked';

export function letterState(
  letter: { startsOn: PlainDate; validTo: PlainDate; revokedAt: Date | null },
  today: PlainDate,
): LetterState {
  if (letter.revokedAt !== null) return 'revoked';
  if (today > letter.validTo) return 'ended';
  return today < letter.startsOn ? 'not_yet' : 'valid';
}
