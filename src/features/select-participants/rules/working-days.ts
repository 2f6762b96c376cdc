import { addDays, type PlainDate, plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';

/**
 * Working days within which a question "mengapa bukan saya?" is answered. A promise of the office that it may set otherwise
 * here; no law names it for this.
 */
export const APPEAL_WORKING_DAYS = 5;

/** Monday to Friday. Public holidays are not known here: they make the clock a little strict, never late. */
const isWorkingDay = (day: PlainDate): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The last second (WIB) of the working day so many after the day of asking, which itself does not count. */
export function appealDueAt(askedAt: Date, workingDays: number = APPEAL_WORKING_DAYS): Date {
  let day = plainDateInWib(askedAt.getTime());
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return new Date(startOfDayInWib(addDays(day, 1)) - 1_000);
}

/** Working days still left, today not counted; 0: due today; negative: late by so many. */
export function workingDaysLeft(dueAt: Date, now: Date): number {
  const due = plainDateInWib(dueAt.getTime());
  let day = plainDateInWib(now.getTime());
  const step = day <= due ? 1 : -1;
  let count = 0;
  while (day !== due) {
    day = addDays(day, step);
    // Going back, the day that was left behind is counted: a weekend makes nobody later.
    if (isWorkingDay(step > 0 ? day : addDays(day, 1))) count += step;
  }
  return count === 0 && now > dueAt ? -1 : count;
}
