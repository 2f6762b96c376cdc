import type { AskPhase, Wave } from './ask-calendar.ts';

type WaveStanding = { months: Wave; dueOn: string; phase: AskPhase; people: number; answered: number };

/** What an intake's waves want next: an open one with people still to be heard, else the next to come, else nothing. */
export function nextOf(
  waves: readonly WaveStanding[],
): { months: Wave; dueOn: string; isOpen: boolean; silent: number } | null {
  const wanted =
    waves.find(({ phase, people, answered }) => phase === 'open' && answered < people) ??
    waves.find(({ phase }) => phase === 'planned');
  if (!wanted) return null;
  const { months, dueOn, phase, people, answered } = wanted;
  return { months, dueOn, isOpen: phase === 'open', silent: people - answered };
}
