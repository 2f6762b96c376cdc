import { addDays, type PlainDate, plainDate, plainDateInWib } from './calendar.ts';
import { done, type Parsed, unparsed } from './refusal.ts';

/**
 * Reads a day as real lists write it: 17/08/1980, 17-8-80, 1980-08-17, "17 Agt 1980", "5 Nopember 2024",
 * "Pekalongan, 17-08-1980", 17081980, a timestamp, or an Excel day number (1900 system).
 * Day before month, as Indonesia writes. A year of two digits becomes the latest one not after `today`
 * when `when` is 'past' (birth dates, founding), and the nearest within 50 years otherwise.
 * Years outside 1900–2100 are not believed.
 *
 * Refuses: blank, placeholder, date_unreadable, date_impossible, date_month_first, date_incomplete,
 * date_in_future (only for 'past').
 */
export function parseDate(
  value: string | number,
  today: PlainDate,
  when: 'past' | 'any' = 'any',
): Parsed<PlainDate> {
  const parsed = read(clean(String(value)), today, when);
  if (parsed.ok && when === 'past' && parsed.value > today) return unparsed('date_in_future');
  return parsed;
}

/** Names and short forms, old spellings included; matched on the first letters, the longest first. */
const monthNames: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^[fp]e[bp]/, 2],
  [/^mar/, 3],
  [/^apr/, 4],
  [/^(mei|may)$/, 5],
  [/^jun|^juni/, 6],
  [/^jul/, 7],
  [/^a(gu|gt|gs|ug)/, 8],
  [/^sep/, 9],
  [/^o[kc]t/, 10],
  [/^no[pv]/, 11],
  [/^de[sc]/, 12],
];

/** A longer cell is a note, not a day. */
const longestCell = 80;
const excelEpoch = '1899-12-30';
const lastExcelDay = 73_415; // 2100-12-31

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^['`’]/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function read(text: string, today: PlainDate, when: 'past' | 'any'): Parsed<PlainDate> {
  if (text.length > longestCell) return unparsed('date_unreadable');
  if (text === '' || /^[-–.]+$/.test(text)) return unparsed('blank');
  if (/^\d+([.,]\d+)?$/.test(text)) return readDigits(text, today, when);

  const stamp = text.match(/^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(z|[+-]\d{2}:?\d{2})$/);
  if (stamp) {
    const instant = Date.parse(text.replace(' ', 't').toUpperCase());
    return Number.isNaN(instant) ? unparsed('date_impossible') : done(plainDateInWib(instant));
  }
  const bare = text.replace(/[ t]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?( ?wib)?$/, '');

  const english = bare.match(/^([a-z]+)\.? (\d{1,2}),? (\d{4})$/);
  const englishMonth = english && monthOf(english[1]!);
  if (englishMonth) return checked(english[3]!, englishMonth, Number(english[2]), today, when);

  // A weekday or the place of birth often stands before the day: "Selasa, 5 …", "Pekalongan 17-08-1980".
  const day = bare.replace(/^[\p{L} .,'/()]+?[\s,./]+(?=\d)/u, '');
  const iso = day.match(/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/);
  if (iso) return checked(iso[1]!, Number(iso[2]), Number(iso[3]), today, when);
  const numbers = day.match(/^(\d{1,2}) ?[-/., ] ?(\d{1,2}) ?[-/., ] ?(\d{4}|\d{2})$/);
  if (numbers) return checked(numbers[3]!, Number(numbers[2]), Number(numbers[1]), today, when);
  const named = day.match(/^(\d{1,2})[-/. ]*([a-z]+)[-/., ']*(\d{4}|\d{2})$/);
  const month = named && monthOf(named[2]!);
  if (month) return checked(named[3]!, month, Number(named[1]), today, when);

  if (isMonthAndYear(bare)) return unparsed('date_incomplete');
  return unparsed('date_unreadable');
}

function readDigits(text: string, today: PlainDate, when: 'past' | 'any'): Parsed<PlainDate> {
  const digits = text.replace(/[.,]\d+$/, '');
  if (/^0+$/.test(digits)) return unparsed('placeholder');
  if (/^(19|20)\d{2}$/.test(digits)) return unparsed('date_incomplete');
  if (digits.length === 5) {
    const serial = Number(digits);
    return serial <= lastExcelDay ? done(addDays(excelEpoch, serial)) : unparsed('date_unreadable');
  }
  if (text !== digits) return unparsed('date_unreadable');
  // Eight digits cannot be both: a year 19xx or 20xx read as day and month names month 19 or 20.
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])\d{2}$/.test(digits)) {
    const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
    return checked(year, Number(month), Number(day), today, when);
  }
  // A sheet that stores 01081980 as a number drops the leading zero.
  const full = digits.length === 7 ? `0${digits}` : digits;
  if (full.length !== 8 && full.length !== 6) return unparsed('date_unreadable');
  return checked(full.slice(4), Number(full.slice(2, 4)), Number(full.slice(0, 2)), today, when);
}

function checked(
  yearText: string,
  month: number,
  day: number,
  today: PlainDate,
  when: 'past' | 'any',
): Parsed<PlainDate> {
  if (month === 0 && day === 0) return unparsed('placeholder');
  const year = yearText.length === 2 ? fullYear(Number(yearText), month, day, today, when) : Number(yearText);
  if (year < 1900 || year > 2100) return unparsed('date_impossible');
  // The first day of the 1900 system is what an empty cell turns into.
  if (year === 1900 && month === 1 && day <= 1) return unparsed('placeholder');
  const date = plainDate(year, month, day);
  if (date !== null) return done(date);
  const swapped = plainDate(year, day, month);
  return unparsed(swapped === null ? 'date_impossible' : 'date_month_first');
}

/** The century of a two-digit year; also used for the birth date inside a NIK. */
export function fullYear(
  twoDigits: number,
  month: number,
  day: number,
  today: PlainDate,
  when: 'past' | 'any',
): number {
  const thisYear = Number(today.slice(0, 4));
  const candidate = thisYear - (thisYear % 100) + twoDigits;
  if (when === 'any') {
    if (candidate - thisYear > 50) return candidate - 100;
    return thisYear - candidate >= 50 ? candidate + 100 : candidate;
  }
  const date = plainDate(candidate, month, day);
  const isPast = date === null ? candidate <= thisYear : date <= today;
  return isPast ? candidate : candidate - 100;
}

function monthOf(word: string): number | undefined {
  return monthNames.find(([pattern]) => pattern.test(word))?.[1];
}

function isMonthAndYear(text: string): boolean {
  const match = text.match(/^([a-z]+|\d{1,2})[-/., ]+(\d{4})$/);
  if (!match) return false;
  return /^\d/.test(match[1]!) ? Number(match[1]) <= 12 : monthOf(match[1]!) !== undefined;
}
