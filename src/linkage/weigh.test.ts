import { describe, expect, test } from 'vitest';
import { compileComparisons } from './compare.ts';
import { type Cell, drawing, tableFrom } from './factory.ts';
import { bitsOf, type LinkageModel, probabilityOf } from './model.ts';
import { planComparisons } from './plan.ts';
import { scaleOf } from './weigh.ts';

const names = ['name', 'born', 'town'];
const { pick } = drawing(11);
// 300 are called Siti; there is one pair of each of the other names.
const rows: Cell[][] = [
  ['wastinah', '1971-06-24', 'batang'],
  ['wastinah', '1971-06-24', 'batang'],
  ['siti', '1971-06-24', 'batang'],
  ['siti', '1971-06-24', null],
  ['wastina', '1970-06-24', 'tersono'],
  ['dewi', '1999-01-01', 'tersono'],
  ...Array.from({ length: 298 }, (): Cell[] => [
    'siti',
    `19${pick(['60', '70', '80'])}-01-01`,
    pick(['batang', 'bandar']),
  ]),
];
const table = tableFrom(names, rows);
const plan = planComparisons(table, [
  { column: 'name', as: 'name' },
  { column: 'born', levels: ['exact', { damerau_levenshtein: 1 }] },
  { column: 'town', as: 'exact' },
]);
const model: LinkageModel = {
  prior: 0.0001,
  comparisons: plan.comparisons.map(({ name, levels }) => ({
    name,
    levels: [...levels.map(({ label }) => ({ label, m: 0.2, u: 0.01 })), { label: 'else', m: 0.05, u: 0.9 }],
  })),
  dependences: [{ one: 1, other: 2, bits: [[-1, -1, -1, 2]] }],
  related: [{ differ: [0], perMatch: 0.5, perMatchAlone: 0.01 }],
};
const isAlone = (one: number, other: number) => one > 1 && other > 1;
const scale = scaleOf(
  plan,
  model,
  compileComparisons(plan),
  (column) => table.frequencies(plan.expressions[column]!),
  isAlone,
);
const somePairs = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((one) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((other) => [one, other] as const),
);

describe('the waterfall', () => {
  test('sums to the weight: prior, steps, and what related pairs take back', () => {
    for (const [one, other] of somePairs) {
      const { prior, steps, relatedWeight, weight, probability } = scale.waterfall(one, other);
      const sum = steps.reduce(
        (all, step) => all + step.weight + step.frequencyWeight + step.sharedWeight,
        prior + relatedWeight,
      );
      expect(sum).toBeCloseTo(weight, 9);
      expect(weight).toBeCloseTo(scale.weightOf(one, other), 9);
      expect(probability).toBeCloseTo(probabilityOf(weight), 12);
      expect(relatedWeight).toBeLessThanOrEqual(1e-9);
    }
    expect(scale.waterfall(0, 1).prior).toBeCloseTo(bitsOf(0.0001), 12);
  });

  test('tells what each comparison says', () => {
    expect(scale.waterfall(0, 4).steps.map(({ comparison, level }) => [comparison, level])).toEqual([
      ['name', 'jaro_winkler 0.92'],
      ['born', 'damerau_levenshtein 1'],
      ['town', 'else'],
    ]);
    expect(scale.waterfall(2, 3).steps[2]).toEqual({
      comparison: 'town',
      level: 'null',
      weight: 0,
      frequencyWeight: 0,
      sharedWeight: 0,
    });
  });

  test('books what two comparisons share under the second', () => {
    const { steps } = scale.waterfall(0, 1);
    expect(steps.map(({ sharedWeight }) => sharedWeight)).toEqual([0, 0, -1]);
    expect(scale.waterfall(0, 5).steps[2]!.sharedWeight).toBe(0);
  });
});

describe('how rare a value is', () => {
  test('a rare one weighs more, beyond its class of rarity', () => {
    const frequency = (one: number, other: number) => scale.waterfall(one, other).steps[2]!.frequencyWeight;
    // Both towns are common: of one class; the one with more people weighs less than the mean.
    const people = (town: string) => rows.filter((row) => row[2] === town).length;
    const [common, other] = ['batang', 'bandar'].map((town) => {
      const at = rows.map((row, record) => (row[2] === town ? record : -1)).filter((record) => record >= 0);
      return { people: people(town), weight: frequency(at[0]!, at[1]!) };
    });
    expect(common!.weight - other!.weight).toBeCloseTo(Math.log2(other!.people / common!.people), 9);
    expect(common!.weight * other!.weight).toBeLessThan(0);
  });

  test('is told by the level where it is rare altogether', () => {
    const levels = plan.comparisons[0]!.levels;
    const rarity = (one: number, other: number) => levels[scale.levelsOfPair(one, other)[0]!]!.rarity;
    expect([rarity(0, 1), rarity(2, 3)]).toEqual([0, 2]);
  });

  test('no pair gains more than the most that is possible', () => {
    for (const [one, other] of somePairs)
      expect(scale.frequencyWeight(scale.levelsOfPair(one, other), 0, one, other)).toBeLessThanOrEqual(
        scale.mostFrequencyWeight + 1e-9,
      );
    expect(scale.mostFrequencyWeight).toBeGreaterThan(0);
  });
});

test('the chances of a pair are together one, and agree with its weight', () => {
  for (const [one, other] of somePairs) {
    const { match, strangers, related } = scale.chances(one, other);
    expect(related).toHaveLength(1);
    expect(match + strangers + related[0]!).toBeCloseTo(1, 9);
    expect(match).toBeCloseTo(probabilityOf(scale.weightOf(one, other)), 9);
  }
});

test('records that are like no other are seldom related', () => {
  const relatedShare = (one: number, other: number) => {
    const { match, related } = scale.chances(one, other);
    return related[0]! / match;
  };
  // The same levels, once of records that are alone and once of others.
  expect(scale.levelsOfPair(2, 5).slice(0, 1)).toEqual(scale.levelsOfPair(0, 5).slice(0, 1));
  expect(relatedShare(0, 5) / relatedShare(2, 5)).toBeCloseTo(50, 6);
});
