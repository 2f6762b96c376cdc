import { describe, expect, test } from 'vitest';
import { drawing } from './factory.ts';
import { type LabelledPattern, learnModel } from './learn.ts';
import { jointWeight, type LinkageModel, patternWeights } from './model.ts';
import { keySteps, PatternTable } from './patterns.ts';
import { levelCount, type PlannedComparison } from './plan.ts';

/** Comparisons of the levels `same`, `near` and `else`. */
function comparisonsOf(...names: string[]): PlannedComparison[] {
  return names.map((name, column) => ({
    name,
    column,
    levels: ['same', 'near'].map((label) => ({
      label,
      test: { kind: 'exact', at: column, value: 0 },
      frequencyOf: null,
      rarity: null,
    })),
  }));
}

/** Chances of the levels in each comparison. */
type Chances = readonly (readonly [same: number, near: number])[];
const { below, chance } = drawing(3);

function drawLevels(chances: Chances): number[] {
  return chances.map(([same, near]) => {
    const place = below(1e6) / 1e6;
    return place < same ? 0 : place < same + near ? 1 : 2;
  });
}

function patternsOf(
  comparisons: readonly PlannedComparison[],
  pairs: readonly (readonly number[])[],
): PatternTable {
  const steps = keySteps(comparisons.map(levelCount));
  const table = PatternTable.for(comparisons);
  for (const levels of pairs) table.add(levels.reduce((sum, level, at) => sum + level * steps[at]!, 0));
  return table;
}

const times = (count: number, make: () => number[]) => Array.from({ length: count }, make);
const POSSIBLE = 2_000_000;

function learnFrom(
  comparisons: readonly PlannedComparison[],
  candidates: readonly number[][],
  strangers: readonly number[][],
  more: Partial<Parameters<typeof learnModel>[3]> = {},
) {
  const patterns = patternsOf(comparisons, candidates);
  return learnModel(comparisons, patterns, patternsOf(comparisons, strangers), {
    possiblePairs: POSSIBLE,
    prior: 0.0005,
    ...more,
  });
}

const weightOf = (model: LinkageModel, levels: number[]) => {
  const { strangers, related } = patternWeights(model, levels);
  return jointWeight(strangers[0]!, related[0]!);
};

describe('of a population in which everything is independent', () => {
  const comparisons = comparisonsOf('name', 'born', 'phone', 'place');
  const asMatches: Chances = [
    [0.8, 0.15],
    [0.9, 0.05],
    [0.6, 0.1],
    [0.7, 0.2],
  ];
  const asStrangers: Chances = [
    [0.01, 0.02],
    [0.002, 0.02],
    [0.003, 0.001],
    [0.1, 0.2],
  ];
  const matches = times(3000, () => drawLevels(asMatches));
  // Blocking brings strangers together who agree on the name or the birth date.
  const candidates = times(60_000, () => drawLevels(asStrangers)).filter(
    ([name, born]) => name === 0 || born === 0,
  );
  const strangers = times(60_000, () => drawLevels(asStrangers));
  const found = matches.filter(([name, born]) => name === 0 || born === 0);
  const { model, expectedMatches } = learnFrom(comparisons, [...found, ...candidates], strangers);

  test('how often strangers agree is learned', () => {
    for (const [at, chances] of asStrangers.entries())
      for (const [level, share] of chances.entries()) {
        const { u } = model.comparisons[at]!.levels[level]!;
        expect(Math.abs(u - share), `u ${at} ${level}`).toBeLessThan(0.003);
      }
  });

  test('how often matches agree is learned, as far as blocking shows them', () => {
    for (const [at, chances] of asMatches.entries())
      for (const level of chances.keys()) {
        const share = found.filter((levels) => levels[at] === level).length / found.length;
        expect(Math.abs(model.comparisons[at]!.levels[level]!.m - share), `m ${at} ${level}`).toBeLessThan(
          0.03,
        );
      }
  });

  test('how many matches there are is learned, and the prior is their share of all possible pairs', () => {
    expect(Math.abs(expectedMatches / found.length - 1)).toBeLessThan(0.1);
    expect(model.prior).toBeCloseTo(expectedMatches / POSSIBLE, 9);
  });

  test('the levels of a comparison are all there is', () => {
    for (const { levels } of model.comparisons) {
      expect(levels.map(({ label }) => label)).toEqual(['same', 'near', 'else']);
      for (const kind of ['m', 'u'] as const)
        expect(levels.reduce((sum, level) => sum + level[kind], 0)).toBeCloseTo(1, 9);
    }
  });

  test('the same pairs teach the same', () => {
    expect(learnFrom(comparisons, [...found, ...candidates], strangers).model).toEqual(model);
  });

  test('pairs judged to be one count for what matches look like', () => {
    const labels = Array.from(
      { length: 2000 },
      (): LabelledPattern => ({ levels: [0, 0, 1, 0], isMatch: true }),
    );
    const taught = learnFrom(comparisons, [...found, ...candidates], strangers, { labels }).model;
    const near = (one: LinkageModel) => one.comparisons[2]!.levels[1]!.m;
    expect(near(model)).toBeLessThan(0.15);
    expect(near(taught)).toBeGreaterThan(0.4);
  });
});

describe('where there are no matches', () => {
  const comparisons = comparisonsOf('name', 'born', 'phone');
  const chances: Chances = [
    [0.02, 0.02],
    [0.02, 0.02],
    [0.02, 0.02],
  ];
  const strangers = times(30_000, () => drawLevels(chances));
  const candidates = strangers.filter((levels) => levels.includes(0));
  const guess: LinkageModel = {
    prior: 0.001,
    comparisons: comparisons.map(({ name }) => ({
      name,
      levels: [
        { label: 'same', m: 0.7, u: 0.02 },
        { label: 'near', m: 0.25, u: 0.02 },
        { label: 'else', m: 0.05, u: 0.96 },
      ],
    })),
    dependences: [],
    related: [{ differ: [0, 1], perMatch: 0.5, perMatchAlone: 0.1 }],
  };

  test('what matches look like stays as guessed, and who agrees by chance is not matched', () => {
    const { model } = learnFrom(comparisons, candidates, strangers, { guess });
    for (const { levels } of model.comparisons) {
      expect(Math.abs(levels[0]!.m - 0.7)).toBeLessThan(0.06);
      expect(Math.abs(levels[1]!.m - 0.25)).toBeLessThan(0.06);
    }
    expect(model.related.map(({ differ }) => differ)).toEqual([[0, 1]]);
    expect(weightOf(model, [0, 0, 2])).toBeLessThan(-5);
  });
});

describe('a column that says the same twice', () => {
  const chances: Chances = [
    [0.9, 0.05],
    [0.9, 0.05],
    [0.9, 0.05],
  ];
  const asStrangers: Chances = [
    [0.02, 0.02],
    [0.05, 0.05],
    [0.01, 0.02],
  ];
  const matches = times(3000, () => drawLevels(chances));
  const strangers = times(60_000, () => drawLevels(asStrangers));
  const candidates = [...matches, ...strangers.filter((levels) => levels.includes(0))];
  const twice = (pairs: readonly number[][]) => pairs.map(([first, ...rest]) => [first!, first!, ...rest]);

  test('is weighed once where it agrees', () => {
    const once = learnFrom(comparisonsOf('name', 'born', 'phone'), candidates, strangers).model;
    const doubled = learnFrom(
      comparisonsOf('name', 'name again', 'born', 'phone'),
      twice(candidates),
      twice(strangers),
    ).model;
    for (const [name, born, phone] of [
      [0, 0, 2],
      [0, 2, 0],
      [0, 0, 0],
    ] as const) {
      const simple = weightOf(once, [name, born, phone]);
      expect(Math.abs(weightOf(doubled, [name, name, born, phone]) - simple)).toBeLessThan(1);
    }
    // Without what is known of their dependence the name would count double.
    const naive = weightOf({ ...doubled, dependences: [] }, [0, 0, 0, 2]);
    expect(naive - weightOf(once, [0, 0, 2])).toBeGreaterThan(4);
  });
});

describe('households share a phone and an address', () => {
  const names = ['given', 'born', 'nik', 'phone', 'address'];
  const comparisons = comparisonsOf(...names);
  const chances = (same: number): [number, number] => [same, 0.03];
  const asMatches: Chances = names.map(() => chances(0.92));
  const asStrangers: Chances = [
    chances(0.02),
    chances(0.001),
    chances(0.0002),
    chances(0.0001),
    chances(0.0001),
  ];
  const asHousehold: Chances = [...asStrangers.slice(0, 3), chances(0.95), chances(0.95)];
  const strangers = times(60_000, () => drawLevels(asStrangers));
  const matches = times(800, () => drawLevels(asMatches));
  const households = times(2400, () => drawLevels(asHousehold));
  const candidates = [...matches, ...households, ...times(20_000, () => drawLevels(asStrangers))];
  const household = [2, 2, 2, 0, 0];
  const { model } = learnFrom(comparisons, candidates, strangers);

  test('and are no matches, though strangers would hardly agree so', () => {
    expect(weightOf({ ...model, related: [] }, household)).toBeGreaterThan(0);
    expect(weightOf(model, household)).toBeLessThan(-6);
    expect(weightOf(model, [0, 0, 0, 0, 0])).toBeGreaterThan(6);
  });

  test('how common they are is learned', () => {
    const kind = model.related.find(({ differ }) => differ.join() === '0,1,2')!;
    expect(Math.abs(kind.perMatch / 3 - 1)).toBeLessThan(0.15);
  });

  test('kinds that nobody belongs to are left', () => {
    const { model: other } = learnFrom(comparisons, candidates, strangers, { related: [[0, 3, 4]] });
    expect(other.related.some(({ differ }) => differ.join() === '0,3,4')).toBe(false);
  });

  test('pairs judged to be two count for their kind', () => {
    const labels = Array.from(
      { length: 2400 },
      (): LabelledPattern => ({ levels: household, isMatch: false }),
    );
    const taught = learnFrom(comparisons, candidates, strangers, { labels }).model;
    const perMatch = (one: LinkageModel) =>
      one.related.find(({ differ }) => differ.join() === '0,1,2')!.perMatch;
    expect(perMatch(taught) / perMatch(model)).toBeGreaterThan(1.8);
    expect(weightOf(taught, household)).toBeLessThan(weightOf(model, household) - 0.7);
  });

  test('pairs judged to be two that are of no kind count for strangers, as one of all possible pairs each', () => {
    const labels = Array.from(
      { length: 2000 },
      (): LabelledPattern => ({ levels: [2, 2, 1, 2, 2], isMatch: false }),
    );
    const near = (one: LinkageModel) => one.comparisons[2]!.levels[1]!.u;
    const few = learnFrom(comparisons, candidates, strangers, { labels, possiblePairs: 60_000 }).model;
    const base = learnFrom(comparisons, candidates, strangers, { possiblePairs: 60_000 }).model;
    expect(near(few) - near(base)).toBeCloseTo(2000 / 62_000 - near(base) * (2000 / 62_000), 2);
    const many = learnFrom(comparisons, candidates, strangers, { labels }).model;
    expect(near(many) - near(model)).toBeLessThan(0.002);
    expect(near(many)).toBeGreaterThan(near(model));
  });

  test('records that are like no other are judged by how rarely such share a household', () => {
    const patterns = patternsOf(comparisons, candidates);
    // Half of the matches, and hardly a household, are of records that are like no other.
    const levels = patterns.levels();
    const alone = patterns.counts().map((count, at) => {
      const row = levels.subarray(5 * at, 5 * at + 5);
      return row.filter((level) => level === 0).length >= 3 ? count / 2 : chance(0) ? count : 0;
    });
    const again = learnModel(comparisons, patterns, patternsOf(comparisons, strangers), {
      possiblePairs: POSSIBLE,
      prior: 0.0005,
      start: model,
      alone,
    }).model;
    const kind = again.related.find(({ differ }) => differ.join() === '0,1,2')!;
    expect(kind.perMatchAlone).toBeLessThan(kind.perMatch / 5);
    const { related, alone: lonely } = patternWeights(again, household);
    expect(lonely[0]! - related[0]!).toBeGreaterThan(2);
  });
});
