import { addDays, addMonths, type PlainDate } from '#kernel/calendar.ts';

/** So many months after its end everybody of an intake is asked (issue 5, row P7). */
export const waves = [3, 6, 12] as const;
export type Wave = (typeof waves)[number];

/** For so many days after it is due an ask may be answered and corrected; whoever has not by then is counted as silent. */
export const OPEN_DAYS = 45;

export type AskDays = { dueOn: PlainDate; closesOn: PlainDate };

/** When those who took part until `endsOn` are asked, and until when they may answer. */
export function askDays(endsOn: PlainDate, months: Wave): AskDays {
  const dueOn = addMonths(endsOn, months);
  return { dueOn, closesOn: addDays(dueOn, OPEN_DAYS) };
}

/** Whether an intake is over: said so, or begun and its last day gone by, for the last button is easily forgotten. */
export function hasEnded(
  { status, endsOn }: { status: string; endsOn: PlainDate },
  today: PlainDate,
): boolean {
  return status === 'finished' || ((status === 'running' || status === 'closed') && endsOn < today);
}

/** planned: not due yet. open: may be answered. closed: no longer. */
export type AskPhase = 'planned' | 'open' | 'closed';

export function phaseOf({ dueOn, closesOn }: AskDays, today: PlainDate): AskPhase {
  if (today < dueOn) return 'planned';
  return today <= closesOn ? 'open' : 'closed';
}

/** The wave a page begins with: the newest that somebody was asked in, else the first. */
export function newestWave(asks: readonly { months: Wave; dueOn: PlainDate }[], today: PlainDate): Wave {
  const due = asks.filter(({ dueOn }) => dueOn <= today).map(({ months }) => months);
  return waves.findLast((wave) => due.includes(wave)) ?? waves[0];
}
