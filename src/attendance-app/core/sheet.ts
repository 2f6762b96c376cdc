import {
  type AttendanceState,
  marksThatCount,
  placeOf,
} from '#features/run-intake/rules/attendance-state.ts';
import type { AttendanceWork } from '#features/run-intake/rules/attendance-wire.ts';
import type { MarkRecord } from './phone-store.ts';

export type Said = { state: AttendanceState; reason: string | null; isUnsent: boolean };

/**
 * What counts of each person and session, by `placeOf`: the office's marks and this phone's own together, the one said last. What
 * the office will never take does not count.
 */
export function whatCounts(work: AttendanceWork, marks: readonly MarkRecord[]): Map<string, Said> {
  const all = [
    ...work.marks.map((mark) => ({ ...mark, markedAt: Date.parse(mark.markedAt), isUnsent: false })),
    ...marks
      .filter(({ refused }) => refused === null)
      .map((mark) => ({ ...mark, isUnsent: mark.sent === 0 })),
  ];
  return marksThatCount(all);
}

export type SessionCount = { there: number; marked: number; of: number; unsent: number };

export function countSession(
  work: AttendanceWork,
  counting: ReadonlyMap<string, Said>,
  sessionId: string,
): SessionCount {
  const said = work.people.flatMap(({ participantId }) => {
    const one = counting.get(placeOf({ sessionId, participantId }));
    return one ? [one] : [];
  });
  return {
    there: said.filter(({ state }) => state === 'present' || state === 'late').length,
    marked: said.length,
    of: work.people.length,
    unsent: said.filter(({ isUnsent }) => isUnsent).length,
  };
}
