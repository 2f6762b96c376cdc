import { expect, test } from 'vitest';
import { numberInWords } from './number-words.ts';

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [101, 'seratus satu'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1_000, 'seribu'],
  [1_100, 'seribu seratus'],
  [2_026, 'dua ribu dua puluh enam'],
  [11_000, 'sebelas ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [1_000_000, 'satu juta'],
  [1_500_000, 'satu juta lima ratus ribu'],
  [2_000_001_000, 'dua miliar seribu'],
])('%d is read %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});

test.each([-1, 1.5, Number.NaN, 1e15])('%d has no words', (value) => {
  expect(() => numberInWords(value)).toThrow(RangeError);
});
