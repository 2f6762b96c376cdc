import { type Column, ColumnBuilder, frequencies, mapColumn, NONE, valueAt, valueOfCode } from './column.ts';
import { findTransform, type Transform, transformNames } from './likeness/transforms.ts';

/** What comes in: records of two sides, or of one (`leftCount` = `count`), by columns. */
export type Table = {
  readonly count: number;
  /** The first so many records are the left side's. */
  readonly leftCount: number;
  column(expression: string): Column;
  frequencies(expression: string): Int32Array;
  readonly names: readonly string[];
};

/** An expression names a column that is not there, or a change that is not known. */
export class UnknownColumn extends Error {}

/**
 * A table over encoded columns. Expressions are worked out once, at first use: `surname|first:3` changes each value;
 * `first_name & surname` is both in one; `brand - owner` the words of the first that are not in the second;
 * `trade ~ code` the value of the second that is usual for the first's, so that one wrong code does not count.
 * @throws UnknownColumn from `column()`
 */
export function tableOf(
  columns: Readonly<Record<string, Column>>,
  sides: { count: number; leftCount?: number },
  transforms: Readonly<Record<string, Transform>> = {},
): Table {
  const made = new Map<string, Column>(Object.entries(columns));
  const counted = new Map<string, Int32Array>();
  const column = (expression: string): Column => {
    const known = made.get(expression);
    if (known) return known;
    for (const [sign, combine] of COMBINATIONS) {
      if (!expression.includes(sign)) continue;
      const parts = expression.split(sign).map((part) => column(part.trim()));
      const combined = parts.reduce((one, other) => combine(one, other, sides.count));
      made.set(expression, combined);
      return combined;
    }
    const bar = expression.lastIndexOf('|');
    if (bar < 0)
      throw new UnknownColumn(
        `There is no column "${expression}"; there are: ${Object.keys(columns).join(', ')}.`,
      );
    const name = expression.slice(bar + 1).trim();
    const change = findTransform(name, transforms);
    if (!change) {
      const known = [...transformNames, ...Object.keys(transforms)].join(', ');
      throw new UnknownColumn(`"${name}" in "${expression}" is no known change of a value: ${known}.`);
    }
    const result = mapColumn(column(expression.slice(0, bar).trim()), change);
    made.set(expression, result);
    return result;
  };
  return {
    count: sides.count,
    leftCount: sides.leftCount ?? sides.count,
    names: Object.keys(columns),
    column,
    frequencies(expression) {
      let counts = counted.get(expression);
      if (!counts) {
        counts = frequencies(column(expression));
        counted.set(expression, counts);
      }
      return counts;
    },
  };
}

type Combine = (one: Column, other: Column, count: number) => Column;

const COMBINATIONS: readonly (readonly [string, Combine])[] = [
  [' & ', combining((one, other) => (one && other ? `${one} ${other}` : (one ?? other)))],
  [' - ', combining((one, other) => (one && other ? without(one, other) : one))],
  [' ~ ', usualValue],
];

function combining(combine: (one: string | null, other: string | null) => string | null): Combine {
  return (one, other, count) => {
    const builder = new ColumnBuilder(count);
    for (let record = 0; record < count; record += 1)
      builder.add(combine(valueAt(one, record), valueAt(other, record)));
    return builder.finish();
  };
}

function without(text: string, taken: string): string {
  const words = new Set(taken.split(' '));
  return text
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ');
}

/** For each value of the first column the value of the second it stands beside most often; its own where it is rare. */
function usualValue(one: Column, other: Column, count: number): Column {
  const beside = new Map<number, Map<number, number>>();
  for (let record = 0; record < count; record += 1) {
    const [value, code] = [one.codes[record]!, other.codes[record]!];
    if (value === NONE || code === NONE) continue;
    const codes = beside.get(value) ?? new Map<number, number>();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    beside.set(value, codes);
  }
  const usual = new Map<number, number>();
  for (const [value, codes] of beside) {
    const [best] = [...codes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best && best[1] > 2) usual.set(value, best[0]);
  }
  const builder = new ColumnBuilder(count);
  for (let record = 0; record < count; record += 1) {
    const code = usual.get(one.codes[record]!) ?? other.codes[record]!;
    builder.add(code === NONE ? null : valueOfCode(other, code));
  }
  return builder.finish();
}

/** One letter case, one kind of space, composed letters; what means "nothing" is nothing. */
export function tidy(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  let text = value;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 126) {
      text = text.normalize('NFKC');
      break;
    }
  }
  text = text.trim().toLowerCase();
  if (text.includes('  ') || text.includes('\t') || text.includes('\n')) text = text.replace(/\s+/g, ' ');
  return text === '' || NOTHING.has(text) ? null : text;
}

const NOTHING = new Set(['null', 'nan', 'none', 'n/a', '-', '--', '#n/a', '<na>']);

/** Collects rows into a table, values tidied. */
export class TableBuilder {
  readonly #names: readonly string[];
  readonly #builders: ColumnBuilder[];
  #count = 0;
  #leftCount: number | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#builders = names.map(() => new ColumnBuilder());
  }

  get count(): number {
    return this.#count;
  }

  add(row: readonly (string | null | undefined)[]): void {
    for (let at = 0; at < this.#builders.length; at += 1) this.#builders[at]!.add(tidy(row[at]));
    this.#count += 1;
  }

  /** What follows is the right side. */
  beginRight(): void {
    this.#leftCount = this.#count;
  }

  finish(transforms: Readonly<Record<string, Transform>> = {}): Table {
    const columns = Object.fromEntries(
      this.#names.map((name, at) => [name, this.#builders[at]!.finish()] as const),
    );
    return tableOf(columns, { count: this.#count, leftCount: this.#leftCount ?? this.#count }, transforms);
  }
}
