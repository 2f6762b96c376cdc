import { describe, expect, test } from 'vitest';
import { bitsOf } from '../model.ts';
import { bestThreshold, clusterQuality, pairQuality } from './measure-quality.ts';
import { setsOfPairs, truthOfPairs, truthOfSets } from './truth.ts';

// Six records: 0, 1, 2 are one; 3 and 4 are one; of 5 nothing is known.
const sides = { leftCount: 6 };
const truth = truthOfSets(Int32Array.of(0, 0, 0, 1, 1, -1), sides, false);
const pairs = {
  one: Int32Array.of(0, 1, 2, 3, 4),
  other: Int32Array.of(1, 2, 3, 4, 5),
  weight: Float32Array.from([0.99, 0.9, 0.8, 0.6, 0.99], bitsOf),
};

test('pairs at or above the threshold are held against all true pairs; unknown records are left aside', () => {
  expect(truth.pairs).toBe(4);
  expect(pairQuality(pairs, truth, 0.7)).toMatchObject({ precision: 2 / 3, recall: 2 / 4 });
  expect(pairQuality(pairs, truth, 0.85)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
});

test('clusters are measured by all pairs they imply', () => {
  const of = Int32Array.of(0, 0, 0, 0, 4, 4);
  expect(clusterQuality(of, truth, 6, false)).toEqual({ precision: 3 / 6, recall: 3 / 4, f1: 0.6 });
});

test('the best threshold is the one with the highest F1', () => {
  const best = bestThreshold(pairs, truth);
  expect(best.threshold).toBeCloseTo(0.6, 6);
  expect(best).toMatchObject({ precision: 3 / 4, recall: 3 / 4, f1: 0.75 });
});

describe('between two lists', () => {
  test('only pairs across the lists count', () => {
    const across = truthOfSets(Int32Array.of(0, 0, 0, 0), { leftCount: 2 }, true);
    expect(across.pairs).toBe(4);
    const visited: number[][] = [];
    across.each((one, other) => visited.push([one, other]));
    expect(visited).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ]);
    expect(clusterQuality(Int32Array.of(0, 1, 0, 1), across, 2, true)).toMatchObject({
      precision: 1,
      recall: 0.5,
    });
  });

  test('true pairs stand as they are, without those that would follow from them', () => {
    const across = truthOfPairs(
      [
        [0, 2],
        [1, 2],
        [1, 3],
      ],
      4,
    );
    expect(across.pairs).toBe(3);
    expect([across.has(0, 2), across.has(0, 3)]).toEqual([true, false]);
    expect(across.pairsTogether(Int32Array.of(0, 1, 1, 1))).toBe(2);
  });
});

test('within one list who is one with the same is one', () => {
  expect([
    ...setsOfPairs(
      [
        [3, 4],
        [1, 3],
      ],
      5,
    ),
  ]).toEqual([0, 1, 2, 1, 1]);
});
