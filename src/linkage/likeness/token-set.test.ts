import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf } from '../factory.ts';
import { tokenOverlap, tokenSetLikeness } from './token-set.ts';

const both = (measure: typeof tokenOverlap, one: string, other: string) =>
  measure(columnOf([one, other]))(0, one === other ? 0 : 1);

test.each([
  ['siti nur aini', 'aini siti nur', 1, 1],
  ['siti aminah', 'siti', 0.5, 1],
  ['siti aminah', 'siti rohmah', 1 / 3, 0.5],
  ['batik batik tulis', 'batik tulis', 1, 1],
  ['siti', 'sri', 0, 0],
])('%s and %s share words: %d of all, %d of the shorter', (one, other, set, overlap) => {
  expect(both(tokenSetLikeness, one, other)).toBeCloseTo(set, 12);
  expect(both(tokenOverlap, one, other)).toBeCloseTo(overlap, 12);
});

test('word likeness is that of the sets of words, either way round', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [own, theirs] = [new Set(one), new Set(other)];
      const shared = [...own].filter((word) => theirs.has(word)).length;
      const [left, right] = [one.join(' '), other.join(' ')];
      expect(both(tokenSetLikeness, left, right)).toBeCloseTo(shared / (own.size + theirs.size - shared), 12);
      expect(both(tokenSetLikeness, right, left)).toBe(both(tokenSetLikeness, left, right));
      expect(both(tokenOverlap, left, right)).toBeCloseTo(shared / Math.min(own.size, theirs.size), 12);
    }),
  );
});
