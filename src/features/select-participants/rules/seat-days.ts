import { addDays, type PlainDate, plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';

/** Where an intake without a selection says nothing else. Our own measure, no rule of law. */
export const USUAL_ANSWER_DAYS = 3;

/** The last second of a day in WIB: shown as 23.59 WIB. */
const endOfDay = (day: PlainDate): Date => new Date(startOfDayInWib(addDays(day, 1)) - 1_000);

/**
 * Until when an offer made now is to be answered: so many days later at 23.59 WIB, but before the first day; on the eve and
 * later, by the end of today.
 */
export function answerBy(now: Date, days: number, startsOn: PlainDate): Date {
  const today = plainDateInWib(now.getTime());
  const wanted = addDays(today, days);
  const eve = addDays(startsOn, -1);
  // Days are text: the first in order is the earlier.
  const [first = today] = [wanted, eve].sort();
  const [, day = today] = [first, today].sort();
  return endOfDay(day);
}

/**
 * Whether the waiting list still moves up: while the intake is prepared, and once it began for as many days as the plan
 * says. Never while it is postponed, cancelled or over.
 */
export function lineMoves(
  { status, startsOn }: { status: string; startsOn: PlainDate },
  moveUpDays: number,
  today: PlainDate,
): boolean {
  if (status === 'running') return moveUpDays > 0 && today < addDays(startsOn, moveUpDays);
  return (status === 'open' || status === 'closed') && today < addDays(startsOn, moveUpDays);
}

/** Whether offers still run out: nobody loses a seat while the intake waits or is over. */
export const offersRunOut = (status: string): boolean =>
  status === 'open' || status === 'closed' || status === 'running';
