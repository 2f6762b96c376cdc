import { type Column, distinctCount, valueOfCode } from '../column.ts';

/** The distinct words of every value of a column, as ascending numbers. */
type Words = { readonly starts: Int32Array; readonly numbers: Int32Array };

const known = new WeakMap<Column, Words>();

function wordsOf(column: Column): Words {
  let words = known.get(column);
  if (words) return words;
  const numbering = new Map<string, number>();
  const starts = new Int32Array(distinctCount(column) + 1);
  const all: number[] = [];
  for (let code = 0; code < distinctCount(column); code += 1) {
    const own = new Set<number>();
    for (const word of valueOfCode(column, code).split(' ')) {
      if (word === '') continue;
      let number = numbering.get(word);
      if (number === undefined) {
        number = numbering.size;
        numbering.set(word, number);
      }
      own.add(number);
    }
    all.push(...[...own].sort((a, b) => a - b));
    starts[code + 1] = all.length;
  }
  words = { starts, numbers: Int32Array.from(all) };
  known.set(column, words);
  return words;
}

function sharedWords({ starts, numbers }: Words, one: number, other: number): number {
  let i = starts[one]!;
  let j = starts[other]!;
  const endOfOne = starts[one + 1]!;
  const endOfOther = starts[other + 1]!;
  let shared = 0;
  while (i < endOfOne && j < endOfOther) {
    const difference = numbers[i]! - numbers[j]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

const countOf = ({ starts }: Words, code: number) => starts[code + 1]! - starts[code]!;

/**
 * How many of their words two values of a column share, 0 to 1: shared words over all words (Jaccard), each word
 * counted once, order left aside. Values by their codes.
 */
export function tokenSetLikeness(column: Column): (one: number, other: number) => number {
  const words = wordsOf(column);
  return (one, other) => {
    const shared = sharedWords(words, one, other);
    const all = countOf(words, one) + countOf(words, other) - shared;
    return all === 0 ? 1 : shared / all;
  };
}

/** How much of the shorter value's words the longer one holds, 0 to 1: SITI in SITI AMINAH is 1. */
export function tokenOverlap(column: Column): (one: number, other: number) => number {
  const words = wordsOf(column);
  return (one, other) => {
    const few = Math.min(countOf(words, one), countOf(words, other));
    return few === 0 ? 0 : sharedWords(words, one, other) / few;
  };
}
