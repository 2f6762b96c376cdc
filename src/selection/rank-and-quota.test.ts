import { describe, expect, test } from 'vitest';
import { aCandidate, aProblem } from './factory.ts';
import { prepare } from './prepare.ts';
import type { SelectionProblem } from './problem.ts';
import { isPlain, rankAndQuota } from './rank-and-quota.ts';
import { scoreOf } from './score.ts';

const chosenOf = (problem: SelectionProblem) =>
  rankAndQuota(prepare(problem))
    ?.chosen.map(({ candidate }) => candidate)
    .sort();
const ranked = ['1', '2', '3', '4', '5', '6'].map((id, at) =>
  aCandidate(id, 1 - at / 10, at === 4 ? ['women'] : at < 2 ? ['proposed'] : []),
);
const threeSeats = { intakes: [{ code: 'a', seats: 3, costPerSeat: 500_000, budget: 'apbd' }] };
const apbd = (ceiling: number) => ({ budgets: [{ code: 'apbd', ceiling }] });
const women = { code: 'women', tag: 'women', intakes: ['a'], atLeast: { percent: 10 } };
const proposed = { code: 'proposed', tag: 'proposed', intakes: ['a'], atMost: { percent: 50 } };

describe('rank and quota', () => {
  test('takes the best by points', () => {
    expect(chosenOf(aProblem({ ...threeSeats, ...apbd(9e9), candidates: ranked }))).toEqual(['1', '2', '3']);
  });

  test('rounds a reserved share up and a quota down: a tenth of three seats is one seat, half of them is one', () => {
    const problem = aProblem({
      ...threeSeats,
      ...apbd(9e9),
      reserves: [women],
      quotas: [proposed],
      candidates: ranked,
    });
    expect(chosenOf(problem)).toEqual(['1', '3', '5']);
  });

  test('gives no more seats than the money pays for', () => {
    expect(chosenOf(aProblem({ ...threeSeats, ...apbd(1_499_999), candidates: ranked }))).toEqual(['1', '2']);
  });

  test('decides between equals by the lot of the published seed, not by the order of the list', () => {
    const equals = ['x', 'y', 'z'].map((id) => aCandidate(id, 0.5));
    const chosen = chosenOf(aProblem({ candidates: equals }));
    expect(chosenOf(aProblem({ candidates: equals.toReversed() }))).toEqual(chosen);
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      String(chosenOf(aProblem({ seed, candidates: equals }))),
    );
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  test('has no list where a reserve cannot be filled', () => {
    const two = { ...women, atLeast: { seats: 2 } };
    expect(
      chosenOf(aProblem({ ...threeSeats, ...apbd(9e9), reserves: [two], candidates: ranked })),
    ).toBeUndefined();
  });

  test('is left to the solver where reserves overlap, costs differ, or intakes share', () => {
    const plain = aProblem({
      ...threeSeats,
      ...apbd(9e9),
      reserves: [women],
      quotas: [proposed],
      candidates: ranked,
    });
    expect(isPlain(prepare(plain))).toBe(true);
    const both = [...ranked, aCandidate('7', 1, ['women', 'proposed'])];
    expect(isPlain(prepare({ ...plain, candidates: both }))).toBe(false);
    const dearer = [...ranked, aCandidate('7', 1, [], { applications: [{ intake: 'a', cost: 600_000 }] })];
    expect(isPlain(prepare({ ...plain, candidates: dearer }))).toBe(false);
    const second = { code: 'b', seats: 1, costPerSeat: 0, budget: null };
    expect(isPlain(prepare({ ...plain, intakes: [...plain.intakes, second] }))).toBe(false);
  });
});

describe('a score', () => {
  test('is a sum of whole ten-thousandths, and names what is not known', () => {
    const criteria = [
      { code: 'need', weight: 60 },
      { code: 'ready', weight: 40 },
      { code: 'size', weight: 10 },
    ];
    expect(scoreOf(criteria, { need: 0.33335, ready: 0.5, size: null })).toEqual({
      score: 60 * 3334 + 40 * 5000,
      unknown: ['size'],
    });
  });
});
