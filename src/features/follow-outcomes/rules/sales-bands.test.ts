import { expect, test } from 'vitest';
import { compareSales, salesBands, salesBefore } from './sales-bands.ts';

test('the bands leave no gap and do not overlap', () => {
  for (const [at, band] of salesBands.entries())
    expect(band.over).toBe(at === 0 ? 0 : salesBands[at - 1]!.upTo);
  expect(salesBands.at(-1)!.upTo).toBeNull();
});

const yearly = (amount: number, upper: number | null = null) => ({ year: 2025, amount, upper });
test.each([
  ['5–15 million against 48 million a year is a rise', 'to_15', yearly(48_000_000), 'up'],
  ['5–15 million against 120 million a year may be the same', 'to_15', yearly(120_000_000), 'same'],
  ['1–5 million against 120 million a year is a fall', 'to_5', yearly(120_000_000), 'down'],
  ['exactly the upper bound of the band may be the same', 'to_5', yearly(60_000_000), 'same'],
  [
    'a band against a band that touches it from below is a rise',
    'to_15',
    yearly(12_000_000, 60_000_000),
    'up',
  ],
  ['a band against one that overlaps it is no change', 'to_15', yearly(12_000_000, 72_000_000), 'same'],
  ['the lowest band can never be a rise', 'to_1', yearly(0), 'same'],
  ['the highest band has no upper bound, so it is never a fall', 'over_150', yearly(9_000_000_000), 'same'],
] as const)('%s', (_, band, before, change) => {
  expect(compareSales(band, before)).toBe(change);
});

test('without a figure from before nothing is claimed', () => {
  expect(compareSales('to_15', null)).toBeNull();
  const later = { year: 2027, amount: 1, upper: null };
  expect(salesBefore([later, yearly(5)], 2026)).toEqual(yearly(5));
  expect(salesBefore([later], 2026)).toBeNull();
});
