import { expect, test } from 'vitest';
import { formatPrintedNumber, readOwnerNumber } from './owner-number.ts';

test.each([
  ['0812 3456 7890', { kind: 'phone', value: '+6281234567890' }],
  ['62812-3456-7890', { kind: 'phone', value: '+6281234567890' }],
  ['4821 7730', { kind: 'printed', value: '48217730' }],
  ['0048-2177', { kind: 'printed', value: '00482177' }],
])('an owner may type %s', (typed, read) => {
  expect(readOwnerNumber(typed)).toEqual(read);
});

test.each(['', 'nomor', '4821', '482177301'])('%j is no number of an owner', (typed) => {
  expect(readOwnerNumber(typed)).toBeNull();
});

test('a printed number is shown in two halves', () => {
  expect(formatPrintedNumber('48217730')).toBe('4821 7730');
});
