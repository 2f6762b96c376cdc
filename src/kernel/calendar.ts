import type { Locale } from './language.ts';

/** A day without a time zone, always `YYYY-MM-DD`, so that plain string comparison orders days. */
export type PlainDate = string;

/** WIB (Asia/Jakarta) is UTC+7 all year; computing it needs no time-zone data on the phone. */
const wibOffsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

const shortMonths: Record<Locale, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const longMonths: Record<Locale, readonly string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const weekdays: Record<Locale, readonly string[]> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

/** The day of this year, month (1–12) and day of month, or null where the calendar has none. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Whether `text` is an existing day written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = split(text);
  return plainDate(year, month, day) === text;
}

/** Days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromUtc(toUtc(date) + days * dayMs);
}

/** The same day of the month `months` later; the last day where that month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = split(date);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return `${padded(newYear, 4)}-${padded(newMonth, 2)}-${padded(Math.min(day, daysInMonth(newYear, newMonth)), 2)}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / dayMs);
}

/** Completed years from `birth` to `on`. Who is born on 29 February turns a year older on 1 March. */
export function yearsBetween(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** A birth date as shown on screen: `<20`, `20–29` … `70–79`, `80+`; null when it lies after `today`. */
export function ageBand(birth: PlainDate, today: PlainDate): string | null {
  if (birth > today) return null;
  const age = yearsBetween(birth, today);
  if (age < 20) return '<20';
  if (age >= 80) return '80+';
  const decade = Math.floor(age / 10) * 10;
  return `${decade}–${decade + 9}`;
}

/** The day in WIB at an instant (milliseconds since 1970 UTC). */
export function plainDateInWib(instantMs: number): PlainDate {
  return fromUtc(instantMs + wibOffsetMs);
}

/** The instant at which a day begins in WIB, in milliseconds since 1970 UTC. */
export function startOfDayInWib(date: PlainDate): number {
  return toUtc(date) - wibOffsetMs;
}

/** `14 Mar 2026` */
export function formatDate(date: PlainDate, locale: Locale = 'id'): string {
  const [year, month, day] = split(date);
  return `${day} ${shortMonths[locale][month - 1]} ${year}`;
}

/** `14 Maret 2026`, for letters and minutes of meeting. */
export function formatLongDate(date: PlainDate, locale: Locale = 'id'): string {
  const [year, month, day] = split(date);
  return `${day} ${longMonths[locale][month - 1]} ${year}`;
}

/** `Sabtu` */
export function formatWeekday(date: PlainDate, locale: Locale = 'id'): string {
  return weekdays[locale][new Date(toUtc(date)).getUTCDay()]!;
}

/** `07.00 WIB` in Indonesian, `07:00 WIB` in English, from milliseconds since 1970 UTC. */
export function formatTime(instantMs: number, locale: Locale = 'id'): string {
  const [hour, minute] = new Date(instantMs + wibOffsetMs).toISOString().slice(11, 16).split(':');
  return `${hour}${locale === 'id' ? '.' : ':'}${minute} WIB`;
}

/** `14 Mar 2026, 07.00 WIB` */
export function formatInstant(instantMs: number, locale: Locale = 'id'): string {
  return `${formatDate(plainDateInWib(instantMs), locale)}, ${formatTime(instantMs, locale)}`;
}

function split(date: PlainDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function toUtc(date: PlainDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError('not a plain date (YYYY-MM-DD)');
  return ms;
}

function fromUtc(ms: number): PlainDate {
  return new Date(ms).toISOString().slice(0, 10);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
