import { dayNumber } from './dates.ts';

/** Makes a value into a coarser one; null where nothing is left of it. */
export type Transform = (value: string) => string | null;

const words = (value: string) => value.split(' ').filter((word) => word !== '');
const SOUNDEX: Record<string, string> = {};
for (const [digit, letters] of ['', 'bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].entries())
  for (const letter of letters) SOUNDEX[letter] = String(digit);

/** American Soundex of the first word: a letter and three digits. Null for a value that begins with no Latin letter. */
export function soundex(value: string): string | null {
  const text = value.toLowerCase();
  if (!/^[a-z]/.test(text)) return null;
  let code = text[0]!.toUpperCase();
  let before = SOUNDEX[text[0]!];
  for (const letter of text.slice(1)) {
    if (letter === ' ') break;
    const digit = SOUNDEX[letter];
    if (digit !== undefined && digit !== before) code += digit;
    if (letter !== 'h' && letter !== 'w') before = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, '0');
}

function isoOf(value: string): string | null {
  const day = dayNumber(value);
  return day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The changes that every settings file may name, alone or one after the other: `surname|first:3`, `dob|year`. */
const plain: Record<string, Transform> = {
  lower: (value) => value.toLowerCase(),
  letters: (value) => value.replace(/[^\p{L}]/gu, ''),
  digits: (value) => value.replace(/\D/g, ''),
  compact: (value) => value.replace(/[^\p{L}\p{N}]/gu, ''),
  soundex,
  consonants: (value) => value[0]! + value.slice(1).replace(/[aeiouyAEIOUY\s]/g, ''),
  sorted: (value) => words(value).sort().join(' '),
  shortest: (value) => words(value).sort((a, b) => a.length - b.length)[0] ?? null,
  longest: (value) => words(value).sort((a, b) => b.length - a.length)[0] ?? null,
  initials: (value) =>
    words(value)
      .map((word) => word[0])
      .join(''),
  date: isoOf,
  year: (value) => isoOf(value)?.slice(0, 4) ?? null,
  month: (value) => isoOf(value)?.slice(5, 7) ?? null,
  day: (value) => isoOf(value)?.slice(8, 10) ?? null,
  'month-day': (value) => isoOf(value)?.slice(5) ?? null,
  'year-month': (value) => isoOf(value)?.slice(0, 7) ?? null,
  'before-at': (value) => value.split('@')[0] ?? null,
};

const counted: Record<string, (count: number) => Transform> = {
  first: (count) => (value) => (value.length < count ? null : value.slice(0, count)),
  last: (count) => (value) => (value.length < count ? null : value.slice(-count)),
  word: (count) => (value) => words(value)[count - 1] ?? null,
};

export const transformNames: readonly string[] = [
  ...Object.keys(plain),
  ...Object.keys(counted).map((name) => `${name}:n`),
];

/** The transform of this name, or undefined. `more` are those a caller brings along. */
export function findTransform(
  name: string,
  more: Readonly<Record<string, Transform>> = {},
): Transform | undefined {
  for (const known of [more, plain]) if (Object.hasOwn(known, name)) return known[name];
  const [kind = '', count] = name.split(':');
  const number = Number(count);
  return Object.hasOwn(counted, kind) && Number.isInteger(number) && number > 0
    ? counted[kind]?.(number)
    : undefined;
}
