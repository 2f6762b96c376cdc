import { expect, test } from 'vitest';
import { waterfall } from './waterfall.ts';

const steps = [
  { comparison: 'phone', level: 'different', weight: -2 },
  { comparison: 'nik', level: 'exact', weight: 12 },
  { comparison: 'village', level: 'missing', weight: 0 },
];

test('every bar begins where the one before ends, and the last ends at the weight of the pair', () => {
  const bars = waterfall(steps, 1);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, -9],
    [-9, 3],
    [3, 1],
  ]);
  expect(bars[0]?.step).toBeNull();
});

test('where the steps add up to the weight there is no start of its own', () => {
  expect(waterfall(steps, 10.01).map(({ step }) => step?.comparison)).toEqual(['nik', 'phone']);
});
