import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charDifferences, type Stretch } from './char-differences.ts';

const marked = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

test.each([
  ['Siti Aminah', 'SITI AMINAH', 'Siti Aminah', 'SITI AMINAH'],
  ['Siti Aminah', 'Siti Amina', 'Siti Amina[h]', 'Siti Amina'],
  ['Slamet Riyadi', 'Slamet Riadi', 'Slamet Ri[y]adi', 'Slamet Riadi'],
  ['Batik Jaya', 'Warung Bu Tri', '[Batik Jaya]', '[Warung Bu Tri]'],
  ['Jenggot', '', '[Jenggot]', ''],
])('%s beside %s shows what differs', (left, right, expectedLeft, expectedRight) => {
  const found = charDifferences(left, right);
  expect([marked(found.left), marked(found.right)]).toEqual([expectedLeft, expectedRight]);
});

test('whatever is compared, each side still reads as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (left, right) => {
      const found = charDifferences(left, right);
      expect(found.left.map(({ text }) => text).join('')).toBe(left);
      expect(found.right.map(({ text }) => text).join('')).toBe(right);
    }),
  );
});
