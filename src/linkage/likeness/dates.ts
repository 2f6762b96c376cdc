const DAY = 86_400_000;
const ISO = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/**
 * Day number (days since 1970) of a written date: 1971-06-24, 19710624 or 24/06/1971 (day first; month first only where
 * the day could not be a month's). Null where it is no date of the calendar.
 */
export function dayNumber(text: string): number | null {
  const iso = ISO.exec(text);
  if (iso) return daysOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = DAY_FIRST.exec(text);
  if (!written) return null;
  const [first, second, year] = [Number(written[1]), Number(written[2]), Number(written[3])];
  return daysOf(year, second, first) ?? daysOf(year, first, second);
}

function daysOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(time / DAY);
}
