import { describe, expect, test } from 'vitest';
import type { PairMode } from './blocking.ts';
import { compileComparisons } from './compare.ts';
import { drawStrangers, possiblePairs } from './draw-strangers.ts';
import { drawing, tableFrom } from './factory.ts';
import { levelCount, planComparisons } from './plan.ts';
import type { ComparisonSettings } from './settings.ts';

const comparisons: ComparisonSettings[] = [
  { column: 'town', levels: ['exact'] },
  { column: 'phone', levels: ['exact'] },
];
const modes: PairMode[] = ['dedupe', 'link', 'both', 'join'];

/** Twenty towns; nearly everybody has a phone of their own. */
function crowd(count: number, leftCount: number) {
  const { below } = drawing(7);
  return tableFrom(
    ['town', 'phone'],
    Array.from({ length: count }, () => [`t${below(20)}`, `p${below(count * 4)}`]),
    leftCount,
  );
}

function drawn(count: number, mode: PairMode, pairs: number, seed = 1, leftCount = count) {
  const table = crowd(count, leftCount);
  const plan = planComparisons(table, comparisons);
  const patterns = drawStrangers(plan, compileComparisons(plan), { count, leftCount, mode }, { pairs, seed });
  const levels = patterns.levels();
  const width = plan.comparisons.length;
  const counts = patterns.counts();
  const shareOf = (comparison: number) =>
    counts.reduce((sum, times, at) => (levels[at * width + comparison] === 0 ? sum + times : sum), 0) /
    counts.reduce((sum, times) => sum + times, 0);
  return { patterns, counts, radixes: plan.comparisons.map(levelCount), shareOf, table };
}

/** The true share of pairs that agree. */
function agreeing(table: ReturnType<typeof crowd>, column: string, mode: PairMode): number {
  const { codes } = table.column(column);
  const [pairs, same] = [possiblePairs(table.count, table.leftCount, mode), { count: 0 }];
  for (let a = 0; a < table.count; a += 1)
    for (let b = a + 1; b < table.count; b += 1) {
      const isWanted =
        mode === 'link'
          ? a < table.leftCount && b >= table.leftCount
          : mode !== 'join' || a < table.leftCount;
      if (isWanted && codes[a] === codes[b]) same.count += 1;
    }
  return same.count / pairs;
}

test('how many pairs there could be', () => {
  expect(modes.map((mode) => possiblePairs(10, 4, mode))).toEqual([45, 24, 45, 24 + 6]);
});

test.each(modes)('%s: where few pairs are possible, each counts once', (mode) => {
  const { counts, shareOf, table } = drawn(60, mode, 5000, 1, 25);
  expect(counts.reduce((sum, times) => sum + times, 0)).toBe(possiblePairs(60, 25, mode));
  expect(shareOf(0)).toBeCloseTo(agreeing(table, 'town', mode), 12);
});

describe.each(modes)('%s: where many are', (mode) => {
  const leftCount = mode === 'dedupe' ? 2000 : 700;
  const { counts, shareOf, table } = drawn(2000, mode, 40_000, 1, leftCount);

  test('those drawn stand for as many as were to be drawn', () => {
    const sum = counts.reduce((all, times) => all + times, 0);
    expect(sum / 40_000).toBeGreaterThan(0.98);
    expect(sum / 40_000).toBeLessThan(1.02);
  });

  test('they agree on a column as often as all pairs do, also where that is rare', () => {
    for (const [at, column, within] of [
      [0, 'town', 0.05],
      [1, 'phone', 0.1],
    ] as const) {
      const share = agreeing(table, column, mode);
      expect(Math.abs(shareOf(at) / share - 1), column).toBeLessThan(within);
    }
  });
});

test('newcomers are met by each other as often as by the register', () => {
  // Newcomers agree with newcomers only, so their share tells how often such pairs are drawn.
  const rows = Array.from({ length: 2000 }, (_, at) => [at < 1000 ? 'new' : `old ${at}`, null]);
  const table = tableFrom(['town', 'phone'], rows, 1000);
  const plan = planComparisons(table, comparisons);
  const sides = { count: 2000, leftCount: 1000, mode: 'join' } as const;
  const patterns = drawStrangers(plan, compileComparisons(plan), sides, { pairs: 40_000, seed: 1 });
  const [both, all] = [(1000 * 999) / 2, possiblePairs(2000, 1000, 'join')];
  const levels = patterns.levels();
  const counts = patterns.counts();
  const share = counts.reduce((sum, times, at) => (levels[2 * at] === 0 ? sum + times : sum), 0) / 40_000;
  expect(Math.abs(share / (both / all) - 1)).toBeLessThan(0.03);
});

test('a table may be asked for pairs of another kind afterwards', () => {
  const table = crowd(2000, 700);
  const plan = planComparisons(table, comparisons);
  const levelsOf = compileComparisons(plan);
  const draw = (mode: PairMode) =>
    drawStrangers(plan, levelsOf, { count: 2000, leftCount: 700, mode }, { pairs: 20_000, seed: 1 }).toData();
  const within = draw('both');
  expect(draw('link')).not.toEqual(within);
  expect(draw('link')).toEqual(drawn(2000, 'link', 20_000, 1, 700).patterns.toData());
});

test('the same seed draws the same pairs, another seed others', () => {
  const of = (seed: number) => drawn(2000, 'dedupe', 20_000, seed).patterns.toData();
  expect(of(5)).toEqual(of(5));
  expect(of(6)).not.toEqual(of(5));
});
