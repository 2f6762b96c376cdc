import { describe, expect, test } from 'vitest';
import { pairsInBoth, pairsWithin, qualityOf } from './evaluate.ts';

describe('quality', () => {
  test('precision, recall and their harmonic mean', () => {
    expect(qualityOf(6, 8, 12)).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
  });

  test('who finds nothing makes no mistake; where nothing is to be found, nothing is missed', () => {
    expect(qualityOf(0, 0, 5)).toEqual({ precision: 1, recall: 0, f1: 0 });
    expect(qualityOf(0, 3, 0)).toEqual({ precision: 0, recall: 1, f1: 0 });
    expect(qualityOf(0, 0, 0)).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
});

// Records 0–2 are one, 3 and 4 are one, of 5 nothing is known.
const truth = Int32Array.of(7, 7, 7, 8, 8, -1);

test('pairs within sets: all, or only those across two lists', () => {
  expect(pairsWithin(truth, 6, false)).toBe(3 + 1);
  expect(pairsWithin(truth, 2, true)).toBe(2);
  expect(pairsWithin(truth, 4, true)).toBe(1);
});

test('pairs that are together in both', () => {
  const found = Int32Array.of(0, 0, 2, 2, 2, 2);
  expect(pairsInBoth(found, truth, 6, false)).toBe(1 + 1);
  expect(pairsInBoth(found, truth, 4, true)).toBe(1);
  expect(pairsInBoth(truth, truth, 6, false)).toBe(4);
});
