import { expect, test } from 'vitest';
import { formatRupiah, formatShortRupiah } from './money.ts';

test.each([
  [0, 'Rp 0', 'Rp 0'],
  [950, 'Rp 950', 'Rp 950'],
  [1_500_000, 'Rp 1.500.000', 'Rp 1,500,000'],
  [-250_000, '-Rp 250.000', '-Rp 250,000'],
  [9_007_199_254_740_991, 'Rp 9.007.199.254.740.991', 'Rp 9,007,199,254,740,991'],
])('%d is written %s, in English %s', (amount, id, en) => {
  expect(formatRupiah(amount)).toBe(id);
  expect(formatRupiah(amount, 'en')).toBe(en);
});

test.each([
  [0, 'Rp 0', 'Rp 0'],
  [950, 'Rp 950', 'Rp 950'],
  [500_000, 'Rp 500 rb', 'Rp 500 k'],
  [999_960, 'Rp 1 jt', 'Rp 1 m'],
  [1_500_000, 'Rp 1,5 jt', 'Rp 1.5 m'],
  [1_540_000, 'Rp 1,5 jt', 'Rp 1.5 m'],
  [2_000_000_000, 'Rp 2 M', 'Rp 2 bn'],
  [15_250_000_000_000, 'Rp 15,3 T', 'Rp 15.3 tn'],
  [2_500_000_000_000_000, 'Rp 2.500 T', 'Rp 2,500 tn'],
  [-1_500_000, '-Rp 1,5 jt', '-Rp 1.5 m'],
])('%d is shortened to %s, in English %s', (amount, id, en) => {
  expect(formatShortRupiah(amount)).toBe(id);
  expect(formatShortRupiah(amount, 'en')).toBe(en);
});

test('half a rupiah is a bug and throws', () => {
  expect(() => formatRupiah(1.5)).toThrow(RangeError);
  expect(() => formatShortRupiah(Number.NaN)).toThrow(RangeError);
});
