import { type Column, distinctCount, frequencies, NONE, valueAt } from '../column.ts';
import { dayNumber } from '../likeness/dates.ts';
import { seededRandom } from '../random.ts';
import type { Table } from '../table.ts';

/** What the values of a column look like. Shares are of the filled values of a sample, 0 to 1. */
export type ColumnPicture = {
  name: string;
  filled: number;
  distinct: number;
  /** Chance that two records share a value. */
  collision: number;
  dates: number;
  emails: number;
  digits: number;
  /** Letters and digits in one value. */
  mixed: number;
  words: number;
  length: number;
  /** Shortest and longest of nearly all. */
  shortest: number;
  longest: number;
  sample: string[];
};

const SAMPLE = 2000;

export function describeColumn(table: Table, name: string, seed: number): ColumnPicture {
  const column = table.column(name);
  const counts = frequencies(column);
  let filled = 0;
  let together = 0;
  for (const count of counts) {
    filled += count;
    together += count * (count - 1);
  }
  const sample = sampleOf(column, seed);
  const shareOf = (test: (value: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  const lengths = sample.map((value) => value.length).sort((a, b) => a - b);
  const mean = (numbers: readonly number[]) =>
    numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return {
    name,
    filled: filled / Math.max(1, table.count),
    distinct: distinctCount(column),
    collision: filled < 2 ? 1 : together / (filled * (filled - 1)),
    dates: shareOf(
      (value) => /\d{4}/.test(value) && /^[\d\-/. ]{8,10}$/.test(value) && dayNumber(value) !== null,
    ),
    emails: shareOf((value) => /^[^\s@]+@[^\s@]+$/.test(value)),
    digits: shareOf((value) => /^[\d\s.,+()/-]+$/.test(value)),
    mixed: shareOf((value) => /\d/.test(value) && /\p{L}/u.test(value)),
    words: mean(sample.map((value) => value.split(' ').length)),
    length: mean(lengths),
    shortest: lengths[Math.floor(lengths.length * 0.03)] ?? 0,
    longest: lengths[Math.floor(lengths.length * 0.97)] ?? 0,
    sample,
  };
}

function sampleOf(column: Column, seed: number): string[] {
  const random = seededRandom(seed);
  const { codes } = column;
  const sample: string[] = [];
  const tries = Math.min(codes.length, SAMPLE) * 4;
  for (let at = 0; at < tries && sample.length < SAMPLE; at += 1) {
    const record = codes.length <= SAMPLE ? at : Math.floor(random() * codes.length);
    if (record >= codes.length) break;
    if (codes[record] !== NONE) sample.push(valueAt(column, record)!);
  }
  return sample;
}
