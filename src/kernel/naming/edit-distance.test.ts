import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, letterSet, mayBeWithin } from './edit-distance.ts';

it.each([
  ['JENGGOT', 'JENGGOT', 0],
  ['JENGOT', 'JENGGOT', 1],
  ['JNEGGOT', 'JENGGOT', 1],
  ['JENGGUT', 'JENGGOT', 1],
  ['KLSIALAK', 'KALISALAK', 2],
  ['KAUMAN', 'JENGGOT', 4],
])('%s is %s but for %i', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance);
});

it('is the same both ways, and the quick look never excludes what is near', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ABCD'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 3);
      expect(editDistance(b, a, 3)).toBe(distance);
      if (distance <= 3) expect(mayBeWithin(letterSet(a), letterSet(b), distance)).toBe(true);
    }),
  );
});
