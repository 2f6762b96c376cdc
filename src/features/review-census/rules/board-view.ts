import type { EnumeratorPace, RoundPace } from './pace.ts';
import type { ReviewedRound } from './review-view.ts';

export type BoardLine = Omit<EnumeratorPace, 'enumeratorId'> & {
  userId: string;
  name: string;
  sentBack: number;
  /** What the phone said when last seen; null: no phone. */
  unsent: number | null;
  /** Milliseconds since 1970 UTC; null: never. */
  lastSeenAt: number | null;
  /** Submissions, and those in which a check found something likely wrong. */
  checked: number;
  doubtful: number;
};

export type BoardView = {
  round: ReviewedRound;
  asOf: number;
  target: number;
  pace: RoundPace;
  /** Finished visits, day by day from the first one on; days without stand there with none. */
  days: { day: string; done: number; total: number }[];
  lines: BoardLine[];
};

/** Days from the first to the last, with the sum so far. */
export function daysOf(
  doneByDay: ReadonlyMap<string, number>,
  from: string,
  to: string,
  next: (day: string) => string,
): BoardView['days'] {
  const days: BoardView['days'] = [];
  const early = [...doneByDay].reduce((sum, [day, done]) => (day < from ? sum + done : sum), 0);
  let total = early;
  for (let day = from; day <= to && days.length < 400; day = next(day)) {
    const done = doneByDay.get(day) ?? 0;
    total += done;
    days.push({ day, done, total });
  }
  return days;
}
