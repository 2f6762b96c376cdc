import { ValueNumbers } from './value-numbers.ts';

/**
 * A column in dictionary encoding: every distinct value once, and a number per record. Values lie in shared memory, so
 * that threads read them without copying.
 */
export type Column = {
  /** Per record: the number of its value, or -1 for none. */
  readonly codes: Int32Array;
  /** UTF-16 letters of all distinct values, one after the other. */
  readonly letters: Uint16Array;
  /** Where each value begins in `letters`; one more at the end. */
  readonly starts: Int32Array;
};

export const NONE = -1;

const shared = (bytes: number) => new SharedArrayBuffer(Math.max(bytes, 8));

export function sharedInt32(length: number): Int32Array {
  return new Int32Array(shared(length * 4), 0, length);
}

/** Numbers the values of a column as they come. An empty value is none. */
export class ColumnBuilder {
  readonly #numbers = new ValueNumbers();
  #codes: Int32Array;
  #count = 0;

  constructor(expected = 1024) {
    this.#codes = new Int32Array(Math.max(expected, 16));
  }

  add(value: string | null | undefined): void {
    if (this.#count === this.#codes.length) {
      const wider = new Int32Array(this.#codes.length * 2);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    const isNothing = value === null || value === undefined || value === '';
    this.#codes[this.#count] = isNothing ? NONE : this.#numbers.numberOf(value);
    this.#count += 1;
  }

  finish(): Column {
    const codes = sharedInt32(this.#count);
    codes.set(this.#codes.subarray(0, this.#count));
    return { codes, ...inSharedMemory(this.#numbers) };
  }
}

function inSharedMemory(numbers: ValueNumbers): Pick<Column, 'letters' | 'starts'> {
  const pool = numbers.pool();
  const letters = new Uint16Array(shared(pool.letters.length * 2), 0, pool.letters.length);
  letters.set(pool.letters);
  const starts = sharedInt32(pool.starts.length);
  starts.set(pool.starts);
  return { letters, starts };
}

export function distinctCount(column: Column): number {
  return column.starts.length - 1;
}

export function valueOfCode(column: Column, code: number): string {
  const from = column.starts[code]!;
  const to = column.starts[code + 1]!;
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(column.letters[at]!);
  return text;
}

export function valueAt(column: Column, record: number): string | null {
  const code = column.codes[record]!;
  return code === NONE ? null : valueOfCode(column, code);
}

/** A column made of another, value by value: each distinct value is worked on once. */
export function mapColumn(column: Column, change: (value: string) => string | null): Column {
  const numbers = new ValueNumbers();
  const recode = new Int32Array(distinctCount(column));
  for (let code = 0; code < recode.length; code += 1) {
    const value = change(valueOfCode(column, code));
    recode[code] = value === null || value === '' ? NONE : numbers.numberOf(value);
  }
  const codes = sharedInt32(column.codes.length);
  for (let record = 0; record < codes.length; record += 1) {
    const code = column.codes[record]!;
    codes[record] = code === NONE ? NONE : recode[code]!;
  }
  return { codes, ...inSharedMemory(numbers) };
}

/** How many records have each value. */
export function frequencies(column: Column): Int32Array {
  const counts = sharedInt32(distinctCount(column));
  for (const code of column.codes) if (code !== NONE) counts[code]! += 1;
  return counts;
}
