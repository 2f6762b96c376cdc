import type { PlainDate } from '#kernel/calendar.ts';

/**
 * Whether somebody has rows and has handed nothing in since `since`: a reason to ask what stands in the way, not a
 * reproach. Who joined after that day has not had the time yet.
 */
export function isIdle(
  load: { left: number; lastVisitedOn: PlainDate | null } | undefined,
  joinedOn: PlainDate,
  since: PlainDate,
): boolean {
  if (!load || load.left === 0) return false;
  return (load.lastVisitedOn ?? joinedOn) < since;
}
