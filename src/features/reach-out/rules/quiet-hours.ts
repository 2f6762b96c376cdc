import { plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';

/** Hours of the day in WIB; from 20 to 8 goes over midnight. Equal: never quiet. */
export type QuietHours = { from: number; to: number };

const hourMs = 3_600_000;

/** `20-8` */
export function parseQuietHours(text: string): QuietHours {
  const [from = 0, to = 0] = text.split('-').map(Number);
  return { from, to };
}

/** When the quiet hours that hold at this instant end (milliseconds); null: it is not quiet. */
export function quietUntil(nowMs: number, { from, to }: QuietHours): number | null {
  const midnight = startOfDayInWib(plainDateInWib(nowMs));
  const hour = (nowMs - midnight) / hourMs;
  const isQuiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  if (!isQuiet) return null;
  return midnight + (hour < to ? to : to + 24) * hourMs;
}
