import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf } from '../factory.ts';
import { damerauLevenshtein } from './damerau-levenshtein.ts';

const distance = (one: string, other: string, limit = 64) =>
  damerauLevenshtein(...lettersOf(one), ...lettersOf(other), limit);

/** Optimal string alignment by the whole matrix. */
function plainly(one: string, other: string): number {
  const cost = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1) {
      const ways = [
        cost[i - 1]![j]! + 1,
        cost[i]![j - 1]! + 1,
        cost[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        ways.push(cost[i - 2]![j - 2]! + 1);
      cost[i]![j] = Math.min(...ways);
    }
  return cost[one.length]![other.length]!;
}

test.each([
  ['a digit replaced', '3375014503870001', '3375014503870007', 1],
  ['neighbours swapped', '3375014503870001', '3375014503780001', 1],
  ['a digit left out', '3375014503870001', '337501450387001', 1],
  ['a swap is not edited further', 'CA', 'ABC', 3],
  ['nothing', '', 'abc', 3],
  ['itself', 'abc', 'abc', 0],
])('%s', (_what, one, other, edits) => {
  expect(distance(one, other)).toBe(edits);
});

const text = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 12 });

test('the distance is that of the whole matrix, up to the limit', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 6 }), (one, other, limit) => {
      expect(distance(one, other, limit)).toBe(Math.min(plainly(one, other), limit + 1));
      expect(distance(one, other, limit)).toBe(distance(other, one, limit));
    }),
    { numRuns: 3000 },
  );
});

test('long values after short ones are measured as well', () => {
  const long = 'ab'.repeat(100);
  expect(distance(long, `xy${long.slice(4)}ba`, 10)).toBe(plainly(long, `xy${long.slice(4)}ba`));
  expect(distance('ab', 'ba', 1)).toBe(1);
});
