import { type Column, distinctCount, NONE, valueOfCode } from './column.ts';
import { damerauLevenshtein } from './likeness/damerau-levenshtein.ts';
import { dayNumber } from './likeness/dates.ts';
import { jaroWinkler } from './likeness/jaro-winkler.ts';
import { bitCount, letterSets, mostJaroWinkler } from './likeness/letter-sets.ts';
import { type Shared, sharedWords } from './likeness/shared-words.ts';
import { tokenOverlap, tokenSetLikeness } from './likeness/token-set.ts';
import type { ComparisonPlan, PlannedComparison, PlannedTest } from './plan.ts';

/** Whether two values are alike in a way of the caller's own. */
export type CustomTest = (one: string, other: string) => boolean;
/** The level two records reach in a comparison; a number as in plan.ts. */
export type LevelOf = (one: number, other: number) => number;
type PairTest = (one: number, other: number) => boolean;

const CACHE_BITS = 12;

/** Makes the comparisons of a plan ready to run. Two values are compared once as long as they stay in mind. */
export function compileComparisons(
  plan: ComparisonPlan,
  custom: Readonly<Record<string, CustomTest>> = {},
): LevelOf[] {
  return plan.comparisons.map((comparison) => compileComparison(comparison, plan, custom));
}

function compileComparison(
  comparison: PlannedComparison,
  { columns, rarities }: ComparisonPlan,
  custom: Readonly<Record<string, CustomTest>>,
): LevelOf {
  const { codes } = columns[comparison.column]!;
  const other = comparison.levels.length;
  // A level that stands once for each class of rarity is tested once.
  const tested = comparison.levels.flatMap((level, at) => (level.rarity ? [] : [{ ...level, at }]));
  const rarityAt = new Map(
    tested.flatMap(({ at, frequencyOf }) =>
      frequencyOf === null
        ? []
        : [[at, { codes: columns[frequencyOf]!.codes, classes: rarities[frequencyOf]! }] as const],
    ),
  );
  const refined = (level: number, record: number) => {
    const rarity = rarityAt.get(level);
    return rarity ? level + rarity.classes[rarity.codes[record]!]! : level;
  };
  if (tested.every(({ test }) => usesOnly(test, comparison.column))) {
    const tests = tested.map(({ test }) => codeTest(test, columns, custom));
    const level = rememberPairs((one, opposite) => {
      for (let at = 0; at < tests.length; at += 1) if (tests[at]!(one, opposite)) return tested[at]!.at;
      return other;
    });
    const beginsExact = tested[0]!.test.kind === 'exact';
    const classes = rarityAt.get(0)?.classes;
    return (a, b) => {
      const one = codes[a]!;
      const opposite = codes[b]!;
      if (one === NONE || opposite === NONE) return other + 1;
      if (beginsExact && one === opposite) return classes ? classes[one]! : 0;
      return refined(level(one, opposite), a);
    };
  }
  const tests = tested.map(({ test }) => recordTest(test, columns, custom));
  return (a, b) => {
    if (codes[a] === NONE || codes[b] === NONE) return other + 1;
    for (let at = 0; at < tests.length; at += 1) if (tests[at]!(a, b)) return refined(tested[at]!.at, a);
    return other;
  };
}

function usesOnly(test: PlannedTest, column: number): boolean {
  if ('tests' in test) return test.tests.every((one) => usesOnly(one, column));
  return test.kind !== 'swapped' && test.at === column;
}

/** A test of two records. */
function recordTest(
  test: PlannedTest,
  columns: readonly Column[],
  custom: Readonly<Record<string, CustomTest>>,
): PairTest {
  if ('tests' in test) {
    const parts = test.tests.map((one) => recordTest(one, columns, custom));
    return test.kind === 'all'
      ? (a, b) => parts.every((part) => part(a, b))
      : (a, b) => parts.some((part) => part(a, b));
  }
  if (test.kind === 'swapped') {
    const one = columns[test.at]!;
    const other = columns[test.other]!;
    const same = crossEqual(one, other);
    return (a, b) => same(a, b) && same(b, a);
  }
  const { codes } = columns[test.at]!;
  const compare = codeTest(test, columns, custom);
  if (test.kind === 'exact') return (a, b) => codes[a] !== NONE && codes[a] === codes[b];
  const remembered = rememberPairs((one, other) => (compare(one, other) ? 1 : 0));
  return (a, b) => {
    const one = codes[a]!;
    const other = codes[b]!;
    return one !== NONE && other !== NONE && remembered(one, other) === 1;
  };
}

/** Whether the value of one column at `a` is the value of another column at `b`. */
function crossEqual(one: Column, other: Column): PairTest {
  const numbers = new Map<string, number>();
  for (let code = 0; code < distinctCount(other); code += 1) numbers.set(valueOfCode(other, code), code);
  const translate = new Int32Array(distinctCount(one));
  for (let code = 0; code < translate.length; code += 1)
    translate[code] = numbers.get(valueOfCode(one, code)) ?? NONE;
  return (a, b) => {
    const code = one.codes[a]!;
    return code !== NONE && translate[code] !== NONE && translate[code] === other.codes[b];
  };
}

/** A test of two distinct values of one column, by their numbers. */
function codeTest(
  test: PlannedTest,
  columns: readonly Column[],
  custom: Readonly<Record<string, CustomTest>>,
): PairTest {
  if ('tests' in test) {
    const parts = test.tests.map((one) => codeTest(one, columns, custom));
    return test.kind === 'all'
      ? (a, b) => parts.every((part) => part(a, b))
      : (a, b) => parts.some((part) => part(a, b));
  }
  const column = columns[test.at]!;
  const { letters, starts } = column;
  const text = (code: number) => valueOfCode(column, code);
  switch (test.kind) {
    case 'exact':
      return (a, b) => a === b;
    case 'jaro_winkler': {
      const likeness = jaroWinklerOf(column);
      const sets = letterSets(letters, starts);
      return (a, b) => {
        const [fromA, fromB] = [starts[a]!, starts[b]!];
        const most = mostJaroWinkler(
          starts[a + 1]! - fromA,
          sets[a]!,
          starts[b + 1]! - fromB,
          sets[b]!,
          letters[fromA] === letters[fromB],
        );
        return most >= test.value && likeness(a, b) >= test.value;
      };
    }
    case 'damerau_levenshtein': {
      const distance = distanceOf(column, test.value);
      return (a, b) => distance(a, b) <= test.value;
    }
    case 'token_set':
      return atLeast(tokenSetLikeness(column), test.value);
    case 'token_overlap':
      return atLeast(tokenOverlap(column), test.value);
    case 'shared_words': {
      const shared = sharedWordsOf(column);
      return (a, b) => {
        const { bits, share } = shared(a, b);
        return bits >= test.value && share >= test.share;
      };
    }
    case 'prefix':
      return (a, b) => {
        if (starts[a + 1]! - starts[a]! < test.value || starts[b + 1]! - starts[b]! < test.value)
          return false;
        for (let at = 0; at < test.value; at += 1)
          if (letters[starts[a]! + at] !== letters[starts[b]! + at]) return false;
        return true;
      };
    case 'numeric':
    case 'relative':
    case 'days':
      return distanceTest(test.kind, numbersOf(column, test.kind), test.value);
    case 'custom': {
      const own = custom[test.name];
      if (!own) throw new Error(`No custom test "${test.name}" was given.`);
      return (a, b) => own(text(a), text(b));
    }
    case 'swapped':
      throw new Error('A swap is tested on records.');
  }
}

const atLeast =
  (likeness: (one: number, other: number) => number, least: number): PairTest =>
  (a, b) =>
    likeness(a, b) >= least;

const jaroWinklers = new WeakMap<Column, (one: number, other: number) => number>();

/** The likeness of two values; asked again for the same two (for the next level), it is not worked out again. */
function jaroWinklerOf(column: Column): (one: number, other: number) => number {
  let likeness = jaroWinklers.get(column);
  if (likeness) return likeness;
  const { letters, starts } = column;
  let [lastOne, lastOther, last] = [NONE, NONE, 0];
  likeness = (a, b) => {
    if (a !== lastOne || b !== lastOther) {
      last = jaroWinkler(letters, starts[a]!, starts[a + 1]!, letters, starts[b]!, starts[b + 1]!);
      [lastOne, lastOther] = [a, b];
    }
    return last;
  };
  jaroWinklers.set(column, likeness);
  return likeness;
}

const sharers = new WeakMap<Column, (one: number, other: number) => Shared>();

function sharedWordsOf(column: Column): (one: number, other: number) => Shared {
  let shared = sharers.get(column);
  if (shared) return shared;
  const compute = sharedWords(column);
  let [lastOne, lastOther, last] = [NONE, NONE, { bits: 0, share: 0 }];
  shared = (a, b) => {
    if (a !== lastOne || b !== lastOther) {
      last = compute(a, b);
      [lastOne, lastOther] = [a, b];
    }
    return last;
  };
  sharers.set(column, shared);
  return shared;
}

const distances = new WeakMap<Column, { most: number; distance: (one: number, other: number) => number }>();

/** The distance of two values, up to the most that any level asks for; not worked out again for the next level. */
function distanceOf(column: Column, limit: number): (one: number, other: number) => number {
  const known = distances.get(column);
  if (known) {
    known.most = Math.max(known.most, limit);
    return known.distance;
  }
  const { letters, starts } = column;
  const alphabet = letterSets(letters, starts);
  let [lastOne, lastOther, last] = [NONE, NONE, 0];
  const asked = {
    most: limit,
    distance: (a: number, b: number) => {
      if (a === lastOne && b === lastOther) return last;
      const { most } = asked;
      // One edit changes which letters occur by two at most.
      last =
        bitCount(alphabet[a]! ^ alphabet[b]!) > 2 * most
          ? most + 1
          : damerauLevenshtein(
              letters,
              starts[a]!,
              starts[a + 1]!,
              letters,
              starts[b]!,
              starts[b + 1]!,
              most,
            );
      [lastOne, lastOther] = [a, b];
      return last;
    },
  };
  distances.set(column, asked);
  return asked.distance;
}

function numbersOf(column: Column, kind: 'numeric' | 'relative' | 'days'): Float64Array {
  const numbers = new Float64Array(distinctCount(column));
  for (let code = 0; code < numbers.length; code += 1) {
    const value = valueOfCode(column, code);
    numbers[code] = kind === 'days' ? (dayNumber(value) ?? Number.NaN) : Number(value);
  }
  return numbers;
}

function distanceTest(
  kind: 'numeric' | 'relative' | 'days',
  numbers: Float64Array,
  within: number,
): PairTest {
  if (kind !== 'relative') return (a, b) => Math.abs(numbers[a]! - numbers[b]!) <= within;
  return (a, b) =>
    Math.abs(numbers[a]! - numbers[b]!) <= within * Math.max(Math.abs(numbers[a]!), Math.abs(numbers[b]!));
}

/** Remembers the answers for the pairs of values asked last; one place per pair, the newest stays. */
function rememberPairs(compute: (one: number, other: number) => number): LevelOf {
  const size = 1 << CACHE_BITS;
  const firsts = new Int32Array(size).fill(NONE);
  const seconds = new Int32Array(size);
  const answers = new Uint8Array(size);
  return (a, b) => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = (Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca6b) >>> 11) & (size - 1);
    if (firsts[slot] === low && seconds[slot] === high) return answers[slot]!;
    const answer = compute(low, high);
    firsts[slot] = low;
    seconds[slot] = high;
    answers[slot] = answer;
    return answer;
  };
}
