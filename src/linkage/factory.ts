import { type Column, ColumnBuilder } from './column.ts';
import { seededRandom } from './random.ts';
import { type Table, TableBuilder } from './table.ts';

export type Cell = string | null;

export function columnOf(values: readonly Cell[]): Column {
  const builder = new ColumnBuilder();
  for (const value of values) builder.add(value);
  return builder.finish();
}

/** A table of rows; those from `leftCount` on are the right side's. */
export function tableFrom(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  leftCount = rows.length,
): Table {
  const builder = new TableBuilder(names);
  rows.forEach((row, at) => {
    if (at === leftCount) builder.beginRight();
    builder.add(row);
  });
  if (leftCount === rows.length) builder.beginRight();
  return builder.finish();
}

/** Draws from a seed: whole numbers below a bound, and chances. */
export function drawing(seed: number) {
  const random = seededRandom(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  return {
    below,
    chance: (share: number) => random() < share,
    pick: <T>(of: readonly T[]) => of[below(of.length)]!,
  };
}

/** The code units of a text, as likeness functions take them: letters, from, to. */
export function lettersOf(text: string): [letters: Uint16Array, from: number, to: number] {
  return [Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 0, text.length];
}
