import type { PlainDate } from '#kernel/calendar.ts';

/** The quarter of a day: `2026-Q2`. */
export function quarterOf(day: PlainDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The last `count` quarters up to and with this one, newest first. */
export function lastQuarters(quarter: string, count: number): string[] {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const one = at - back;
    return `${Math.floor(one / 4)}-Q${(one % 4) + 1}`;
  });
}
