import { addDays, daysBetween, type PlainDate, plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';

/** One meeting of an intake. */
export type Session = {
  sessionId: string;
  intakeId: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  topic: string | null;
  trainer: string | null;
  cancelledAt: Date | null;
  revision: number;
};

const minuteMs = 60_000;
/** A day of training as offices hold it; both in WIB. */
export const usualHours = { from: '08:00', to: '15:00' } as const;

/** `08:00`, `8.00` → minutes after midnight; null for what is no time of day. */
export function parseTime(text: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** The instant of a day and a time of day in WIB; `minutes` after midnight. */
export const instantInWib = (day: PlainDate, minutes: number): Date =>
  new Date(startOfDayInWib(day) + minutes * minuteMs);

/** The time of day in WIB as forms have it: `08:00`. */
export function timeInWib(instant: Date): string {
  const minutes = (instant.getTime() - startOfDayInWib(plainDateInWib(instant.getTime()))) / minuteMs;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The day in WIB on which a session is held. */
export const dayOf = ({ startsAt }: Pick<Session, 'startsAt'>): PlainDate =>
  plainDateInWib(startsAt.getTime());

/** Nobody schedules by the day what takes half a year. */
export const mostDays = 62;

/** Days of the intake that have no session yet: cancelled ones count as planned, since somebody decided on them. */
export function daysToFill(
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
  sessions: readonly Pick<Session, 'startsAt'>[],
): PlainDate[] {
  const planned = new Set(sessions.map(dayOf));
  const count = Math.min(daysBetween(startsOn, endsOn) + 1, mostDays);
  return Array.from({ length: count }, (_, at) => addDays(startsOn, at)).filter((day) => !planned.has(day));
}

/** Who comes can be marked from the day of the session on. Milliseconds since 1970 UTC. */
export const isMarkable = (session: Pick<Session, 'startsAt'>, nowMs: number): boolean =>
  dayOf(session) <= plainDateInWib(nowMs);
