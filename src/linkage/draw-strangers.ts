import type { PairMode } from './blocking.ts';
import { type Column, NONE } from './column.ts';
import type { LevelOf } from './compare.ts';
import { keySteps, type PatternData, PatternTable } from './patterns.ts';
import { type ComparisonPlan, levelCount, type PlannedComparison } from './plan.ts';
import { seededRandom } from './random.ts';

/** How many records there are, how many of them are the left side's, and which pairs count. */
export type Sides = { count: number; leftCount: number; mode: PairMode };
export type StrangerSample = { pairs: number; seed: number };

/** The sample is drawn in so many parts, each with a seed of its own: the same, in however many threads. */
export const STRANGER_PARTS = 16;
/** Of pairs that agree on one column, as many are drawn besides: a twentieth of the sample for each column. */
const AGREEING_SHARE = 20;

/** How many pairs could be made at all. */
export function possiblePairs(count: number, leftCount: number, mode: PairMode): number {
  if (mode === 'link') return leftCount * (count - leftCount);
  if (mode === 'join') return leftCount * (count - leftCount) + (leftCount * (leftCount - 1)) / 2;
  return (count * (count - 1)) / 2;
}

/**
 * Draws pairs under a seed and counts the patterns they make; nearly all are strangers. Beside pairs drawn at random,
 * pairs that agree on a column are drawn for each column, since at random they are too rare to tell what else they
 * agree on; each counts as many times as it stands for, in all as many as the pairs at random. Where few pairs are
 * possible, all are taken.
 */
export function drawStrangers(
  plan: ComparisonPlan,
  levelsOf: readonly LevelOf[],
  sides: Sides,
  sample: StrangerSample,
): PatternTable {
  const patterns = PatternTable.for(plan.comparisons);
  for (let part = 0; part < STRANGER_PARTS; part += 1)
    addPatterns(patterns, countStrangers(plan, levelsOf, sides, sample, part));
  return patterns;
}

export function addPatterns(patterns: PatternTable, { keys, counts }: PatternData): void {
  for (const [at, key] of keys.entries()) patterns.add(key, counts[at]);
}

/** One part of the sample. */
export function countStrangers(
  plan: ComparisonPlan,
  levelsOf: readonly LevelOf[],
  sides: Sides,
  sample: StrangerSample,
  part: number,
): PatternData {
  const { comparisons } = plan;
  const patterns = PatternTable.for(comparisons);
  const steps = keySteps(comparisons.map(levelCount));
  const possible = possiblePairs(sides.count, sides.leftCount, sides.mode);
  const takesAll = possible <= sample.pairs;
  const eachAgreeing = Math.floor(sample.pairs / AGREEING_SHARE);
  // How many times likelier than at random a pair is drawn for agreeing on a column.
  const frames = comparisons.map((one) => {
    const column = agreeingColumn(one, plan);
    if (!column || takesAll) return null;
    const groups = groupsOf(column, sides);
    return groups.pairs < 1
      ? null
      : { groups, likelier: (eachAgreeing / groups.pairs) * (possible / sample.pairs) };
  });
  const visit = (a: number, b: number) => {
    let key = 0;
    let likelier = 1;
    for (let at = 0; at < levelsOf.length; at += 1) {
      const level = levelsOf[at]!(a, b);
      key += level * steps[at]!;
      const frame = frames[at];
      if (frame && agrees(comparisons[at]!, level)) likelier += frame.likelier;
    }
    patterns.add(key, 1 / likelier);
  };
  if (takesAll) visitAll(sides, part, visit);
  else {
    const random = seededRandom(Math.imul(sample.seed * STRANGER_PARTS + part, 0x9e3779b1));
    drawAny(sides, share(sample.pairs, part), random, visit);
    for (const frame of frames)
      if (frame) drawAgreeing(frame.groups, share(eachAgreeing, part), random, visit);
  }
  return patterns.toData();
}

const share = (pairs: number, part: number) =>
  Math.floor(pairs / STRANGER_PARTS) + (part < pairs % STRANGER_PARTS ? 1 : 0);

/** The column a comparison begins with, where its first level is that both sides are equal in it. */
function agreeingColumn({ column, levels }: PlannedComparison, plan: ComparisonPlan): Column | null {
  const first = levels[0]!.test;
  return first.kind === 'exact' && first.at === column ? plan.columns[column]! : null;
}

const agrees = ({ levels }: PlannedComparison, level: number) =>
  level < levels.length && levels[level]!.test === levels[0]!.test;

function visitAll({ count, leftCount, mode }: Sides, part: number, visit: (a: number, b: number) => void) {
  const firsts = mode === 'link' || mode === 'join' ? leftCount : count;
  for (let a = part; a < firsts; a += STRANGER_PARTS)
    for (let b = mode === 'link' ? leftCount : a + 1; b < count; b += 1) visit(a, b);
}

function drawAny(
  { count, leftCount, mode }: Sides,
  pairs: number,
  random: () => number,
  visit: (a: number, b: number) => void,
): void {
  const firsts = mode === 'link' || mode === 'join' ? leftCount : count;
  const firstSecond = mode === 'link' ? leftCount : 0;
  for (let left = pairs; left > 0; ) {
    const a = Math.floor(random() * firsts);
    const b = firstSecond + Math.floor(random() * (count - firstSecond));
    if (a === b || (mode === 'join' && isTwice(a, b, leftCount))) continue;
    visit(a, b);
    left -= 1;
  }
}

/** Two newcomers are drawn as one and other and as other and one: only one of the two counts. */
const isTwice = (a: number, b: number, leftCount: number) => b < a && a < leftCount;

/** Records by value, those of the left side first. */
type ValueGroups = {
  members: Int32Array;
  starts: Int32Array;
  lefts: Int32Array;
  /** Pairs up to and with each value. */
  upTo: Float64Array;
  pairs: number;
  leftCount: number;
  mode: PairMode;
};

const grouped = new WeakMap<Column, ValueGroups>();

function groupsOf(column: Column, { leftCount, mode }: Sides): ValueGroups {
  const known = grouped.get(column);
  if (known?.mode === mode && known.leftCount === leftCount) return known;
  const values = column.starts.length - 1;
  const starts = new Int32Array(values + 1);
  const lefts = new Int32Array(values);
  column.codes.forEach((code, record) => {
    if (code === NONE) return;
    starts[code + 1]! += 1;
    if (record < leftCount) lefts[code]! += 1;
  });
  for (let code = 0; code < values; code += 1) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const members = new Int32Array(starts[values]!);
  column.codes.forEach((code, record) => {
    if (code === NONE) return;
    members[next[code]!] = record;
    next[code]! += 1;
  });
  const upTo = new Float64Array(values);
  let pairs = 0;
  for (let code = 0; code < values; code += 1) {
    const size = starts[code + 1]! - starts[code]!;
    pairs += possiblePairs(size, lefts[code]!, mode);
    upTo[code] = pairs;
  }
  const groups = { members, starts, lefts, upTo, pairs, leftCount, mode };
  grouped.set(column, groups);
  return groups;
}

function drawAgreeing(
  { members, starts, lefts, upTo, pairs, mode }: ValueGroups,
  wanted: number,
  random: () => number,
  visit: (a: number, b: number) => void,
): void {
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const place = random() * pairs;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > place) high = middle;
      else low = middle + 1;
    }
    const start = starts[low]!;
    const size = starts[low + 1]! - start;
    const firsts = mode === 'link' || mode === 'join' ? lefts[low]! : size;
    let [one, other] = [0, 0];
    do {
      one = Math.floor(random() * firsts);
      other =
        mode === 'link'
          ? firsts + Math.floor(random() * (size - firsts))
          : (one + 1 + Math.floor(random() * (size - 1))) % size;
    } while (mode === 'join' && isTwice(one, other, firsts));
    visit(members[start + one]!, members[start + other]!);
  }
}
