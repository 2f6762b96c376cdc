import { type Column, distinctCount, frequencies, valueOfCode } from '../column.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { letterSets, mostJaroWinkler } from './letter-sets.ts';

/** What two values share, in bits: the rarer the words both hold, the more; and as a share of the lesser value's bits. */
export type Shared = { bits: number; share: number };

/** Words this alike are one word, spelled otherwise; they count in part. */
const ALIKE = 0.86;
const PART = 0.7;
/** A single letter may stand for a word that begins with it. */
const INITIAL_BITS = 2;

type WordTable = {
  /** Where each value's words begin in `numbers`. */
  starts: Int32Array;
  numbers: Int32Array;
  /** How rare each word is: -log2 of the share of records that hold it. */
  bits: Float64Array;
  letters: Uint16Array;
  wordStarts: Int32Array;
  sets: Int32Array;
};

const tables = new WeakMap<Column, WordTable>();

function wordTableOf(column: Column): WordTable {
  let table = tables.get(column);
  if (table) return table;
  const counts = frequencies(column);
  const numbering = new Map<string, number>();
  const held: number[] = [];
  const starts = new Int32Array(distinctCount(column) + 1);
  const numbers: number[] = [];
  let records = 0;
  for (let code = 0; code < distinctCount(column); code += 1) {
    records += counts[code]!;
    const words = new Set(
      valueOfCode(column, code)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    );
    for (const word of words) {
      let number = numbering.get(word);
      if (number === undefined) {
        number = numbering.size;
        numbering.set(word, number);
        held.push(0);
      }
      held[number]! += counts[code]!;
      numbers.push(number);
    }
    starts[code + 1] = numbers.length;
  }
  const letters: number[] = [];
  const wordStarts = [0];
  for (const word of numbering.keys()) {
    for (let at = 0; at < word.length; at += 1) letters.push(word.charCodeAt(at));
    wordStarts.push(letters.length);
  }
  const pool = Uint16Array.from(letters);
  const wordPlaces = Int32Array.from(wordStarts);
  table = {
    starts,
    numbers: Int32Array.from(numbers),
    bits: Float64Array.from(held, (count) => -Math.log2(Math.min(1, count / Math.max(records, 2)))),
    letters: pool,
    wordStarts: wordPlaces,
    sets: letterSets(pool, wordPlaces),
  };
  tables.set(column, table);
  return table;
}

/**
 * How much two values of a column share by their words, whatever the order: equal words by how rare they are, words
 * that are alike (Jaro–Winkler) by seven tenths of the commoner one, an initial for its word by two bits. Values by
 * their codes.
 */
export function sharedWords(column: Column): (one: number, other: number) => Shared {
  const table = wordTableOf(column);
  const { starts, numbers, bits } = table;
  let used = new Uint8Array(64);
  return (one, other) => {
    const [from, to] = [starts[one]!, starts[one + 1]!];
    const [fromOther, toOther] = [starts[other]!, starts[other + 1]!];
    if (used.length < toOther - fromOther) used = new Uint8Array(2 * (toOther - fromOther));
    used.fill(0, 0, toOther - fromOther);
    let shared = 0;
    let own = 0;
    let theirs = 0;
    for (let at = fromOther; at < toOther; at += 1) theirs += bits[numbers[at]!]!;
    const left: number[] = [];
    for (let at = from; at < to; at += 1) {
      const word = numbers[at]!;
      own += bits[word]!;
      let place = fromOther;
      while (place < toOther && numbers[place] !== word) place += 1;
      if (place < toOther) {
        shared += bits[word]!;
        used[place - fromOther] = 1;
      } else left.push(word);
    }
    for (const word of left) {
      let best = 0;
      let bestAt = -1;
      for (let at = fromOther; at < toOther; at += 1) {
        if (used[at - fromOther]) continue;
        const gain = alikeBits(table, word, numbers[at]!);
        if (gain > best) [best, bestAt] = [gain, at];
      }
      if (bestAt < 0) continue;
      used[bestAt - fromOther] = 1;
      shared += best;
    }
    const lesser = Math.min(own, theirs);
    return { bits: shared, share: lesser === 0 ? 0 : Math.min(1, shared / lesser) };
  };
}

function alikeBits({ letters, wordStarts, sets, bits }: WordTable, one: number, other: number): number {
  const [from, to] = [wordStarts[one]!, wordStarts[one + 1]!];
  const [fromOther, toOther] = [wordStarts[other]!, wordStarts[other + 1]!];
  const sameFirst = letters[from] === letters[fromOther];
  if (to - from === 1 || toOther - fromOther === 1) return sameFirst ? INITIAL_BITS : 0;
  if (mostJaroWinkler(to - from, sets[one]!, toOther - fromOther, sets[other]!, sameFirst) < ALIKE) return 0;
  const likeness = jaroWinkler(letters, from, to, letters, fromOther, toOther);
  return likeness < ALIKE ? 0 : PART * Math.min(bits[one]!, bits[other]!);
}
