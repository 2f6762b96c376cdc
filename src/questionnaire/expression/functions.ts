import { formatDate, formatWeekday, isPlainDate, type PlainDate, plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { isEqual, selectedCodes, toBoolean, toNumber, toText, type Value } from './values.ts';

/** The clock (milliseconds since 1970 UTC) and the language of one working-out. */
export type Moment = { readonly now: number; readonly language: Locale };

type Apply = (args: readonly Value[], at: Moment) => Value;

const text = (value: Value | undefined) => toText(value ?? '');
const number = (value: Value | undefined) => toNumber(value ?? '');

/** Of an argument that may be every repetition, empty answers do not count. */
const filled = (values: readonly Value[]) => values.filter((value) => text(value) !== '');

/** Calculations that double a text again and again would fill the memory; no answer is longer. */
const longestText = 5_000;

/** Functions of plain values; those that look at questions stand in `evaluate.ts`. Semantics as in ODK. */
export const plainFunctions: Readonly<Record<string, Apply>> = {
  not: ([a]) => !toBoolean(a ?? ''),
  true: () => true,
  false: () => false,
  boolean: ([a]) => toBoolean(a ?? ''),
  string: ([a]) => text(a),
  number: ([a]) => number(a),
  int: ([a]) => Math.trunc(number(a)),
  round: ([a, digits]) => rounded(number(a), digits === undefined ? 0 : number(digits)),
  abs: ([a]) => Math.abs(number(a)),
  pow: ([a, b]) => number(a) ** number(b),
  selected: ([a, code]) => selectedCodes(a ?? '').some((one) => isEqual(one, text(code).trim())),
  'selected-at': ([a, at]) => selectedCodes(a ?? '')[number(at)] ?? '',
  'count-selected': ([a]) => selectedCodes(a ?? '').length,
  'string-length': ([a]) => text(a).length,
  'normalize-space': ([a]) => text(a).trim().replace(/\s+/g, ' '),
  regex: ([a, pattern]) => patternOf(text(pattern))(text(a)),
  contains: ([a, part]) => text(a).includes(text(part)),
  'starts-with': ([a, part]) => text(a).startsWith(text(part)),
  'ends-with': ([a, part]) => text(a).endsWith(text(part)),
  concat: (args) => args.map(toText).join('').slice(0, longestText),
  substr: ([a, from, to]) => text(a).slice(number(from), to === undefined ? undefined : number(to)),
  today: (_, at) => plainDateInWib(at.now),
  now: (_, at) => wibText(at.now),
  date: ([a]) => dayOf(a ?? '') ?? '',
  'format-date': ([a, format], at) => formatted(a ?? '', text(format), at.language),
  'format-date-time': ([a, format], at) => formatted(a ?? '', text(format), at.language),
  sum: (values) => filled(values).reduce<number>((sum, value) => sum + toNumber(value), 0),
  count: (values) => values.length,
  'count-non-empty': (values) => filled(values).length,
  min: (values) => extreme(Math.min, values),
  max: (values) => extreme(Math.max, values),
  join: ([between, ...values]) => values.map(toText).join(text(between)).slice(0, longestText),
};

/** The pattern against the whole answer, as ODK matches. Throws SyntaxError on a pattern that is none. */
export function patternOf(pattern: string): Pattern {
  let read = patterns.get(pattern);
  if (!read) {
    read = readPattern(pattern);
    // Patterns stand in forms; a worker that runs the forms of many offices keeps the latest.
    if (patterns.size >= 500) patterns.clear();
    patterns.set(pattern, read);
  }
  return read;
}
const patterns = new Map<string, Pattern>();

function extreme(pick: (...numbers: number[]) => number, values: readonly Value[]): number {
  const numbers = filled(values).map(toNumber);
  return numbers.length === 0 ? Number.NaN : pick(...numbers);
}

function rounded(value: number, digits: number): number {
  const factor = 10 ** Math.trunc(digits);
  return Math.round(value * factor) / factor;
}

function wibText(instantMs: number): string {
  return new Date(instantMs + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
}

function dayOf(value: Value): PlainDate | null {
  if (isPlainDate(toText(value))) return toText(value);
  const days = toNumber(value);
  // Beyond some eight thousand years there is no calendar.
  if (!(Math.abs(days) < 2_900_000)) return null;
  const ms = days * 86_400_000;
  return isMoment(value) ? plainDateInWib(ms) : new Date(ms).toISOString().slice(0, 10);
}

function isMoment(value: Value): boolean {
  return toText(value).includes('T');
}

function formatted(value: Value, format: string, language: Locale): string {
  const day = dayOf(value);
  if (day === null) return '';
  const time = isMoment(value) ? wibText(toNumber(value) * 86_400_000).slice(11, 19) : '00:00:00';
  const parts: Record<string, string> = {
    Y: day.slice(0, 4),
    y: day.slice(2, 4),
    m: day.slice(5, 7),
    n: String(Number(day.slice(5, 7))),
    b: formatDate(day, language).split(' ')[1]!,
    d: day.slice(8),
    e: String(Number(day.slice(8))),
    a: formatWeekday(day, language).slice(0, 3),
    H: time.slice(0, 2),
    h: String(Number(time.slice(0, 2))),
    M: time.slice(3, 5),
    S: time.slice(6, 8),
  };
  return format.replace(/%([a-zA-Z])/g, (whole, letter: string) => parts[letter] ?? whole);
}
