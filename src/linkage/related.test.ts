import { expect, test } from 'vitest';
import { suggestRelated } from './related.ts';

/** Four comparisons of `same` (0) and `else` (1), each worth ten bits; 2 where a side does not say. */
const suggested = (counts: Record<string, number>, evidence = [10, 10, 10, 10]) =>
  suggestRelated(
    [2, 2, 2, 2],
    {
      levels: Uint8Array.from(Object.keys(counts).flatMap((key) => key.split(' ').map(Number))),
      counts: Object.values(counts),
    },
    evidence,
  );

test('sets of comparisons in which many pairs differ are kinds, the commonest first', () => {
  expect(suggested({ '0 1 1 1': 50, '1 1 1 0': 400, '0 0 0 0': 900 })).toEqual([
    [0, 1, 2],
    [1, 2, 3],
  ]);
});

test('pairs that differ in one thing or two may well be matches', () => {
  expect(suggested({ '0 0 0 1': 5000, '0 0 1 1': 5000 })).toEqual([]);
});

test('what differs must be much of the evidence', () => {
  expect(suggested({ '0 1 1 1': 50 }, [100, 10, 10, 10])).toEqual([]);
  expect(suggested({ '0 1 1 1': 50 }, [10, 100, 10, 10])).toEqual([[1, 2, 3]]);
});

test('a few pairs are no kind', () => {
  expect(suggested({ '0 1 1 1': 29 })).toEqual([]);
});

test('not to say is not to differ', () => {
  expect(suggested({ '0 1 1 2': 500 })).toEqual([]);
  expect(suggested({ '2 1 1 1': 20, '0 1 1 1': 20 })).toEqual([[1, 2, 3]]);
});
