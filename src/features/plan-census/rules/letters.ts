import type { PlainDate } from '#kernel/calendar.ts';

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
