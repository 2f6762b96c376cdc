/** Before this day there was nothing to collect with: a clock that says so was reset. */
const earliest = Date.parse('2025-01-01T00:00:00Z');
/** Office and phone compare their clocks to the second, but not at this moment. */
const leewayMs = 600_000;

/**
 * How far a phone's clock was off, in seconds, when it said `finishedAt`. What the two found when they last spoke
 * (`clockOffS`) holds, unless the visit would then lie after its own arrival, or in a time of no visits: a battery went
 * flat, or somebody set the clock. Then all that is known is when it came, and the clock is said to be off by that.
 */
export function clockOff(
  { finishedAt, clockOffS }: { finishedAt: string; clockOffS: number | null },
  receivedAt: Date,
): number | null {
  const said = Date.parse(finishedAt);
  const received = receivedAt.getTime();
  const at = said - (clockOffS ?? 0) * 1_000;
  if (at >= earliest && at <= received + leewayMs) return clockOffS === null ? null : Math.round(clockOffS);
  return Math.round((said - received) / 1_000);
}

/**
 * When something was, by the office's clock, in milliseconds since 1970 UTC. `started_at` and `finished_at` of a
 * submission stay as the phone said them, since by them a delivery is known again; whoever reads them for people, days
 * or hours reads them through this (in SQL: minus `clock_off_s`).
 */
export function officeTime(said: Date, clockOffS: number | null): number {
  return said.getTime() - (clockOffS ?? 0) * 1_000;
}
