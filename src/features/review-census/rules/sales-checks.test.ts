import { expect, test } from 'vitest';
import { defaultQualityLimits as limits } from './quality-limits.ts';
import { spreadOfSales, type YearlySales } from './sales-checks.ts';

const exact = (amount: number): YearlySales => ({ from: amount, to: amount });

test('a sector’s sales are known by their median, and a few wrong noughts do not move it', () => {
  const usual = Array.from({ length: 19 }, (_, at) => exact(10 ** (7.1 + at / 10)));
  const { median, deviation } = spreadOfSales([...usual, exact(1e15), exact(1e15)], limits)!;
  expect(median).toBeCloseTo(8.1, 1);
  expect(deviation).toBeLessThan(1);
});

test('of too few sales nothing is said, and those of which only “nothing” is known do not count', () => {
  const nineteen = Array.from({ length: 19 }, () => exact(1e8));
  expect(spreadOfSales(nineteen, limits)).toBeNull();
  expect(spreadOfSales([...nineteen, exact(0)], limits)).toBeNull();
  expect(spreadOfSales([...nineteen, exact(1e8)], limits)).not.toBeNull();
});

test('a sector in which all said the same band is not taken for narrower than bands are', () => {
  const same = Array.from({ length: 30 }, () => ({ from: 50e6, to: 150e6 }));
  expect(spreadOfSales(same, limits)?.deviation).toBe(limits.narrowestDeviation);
});

test('a band counts with its middle, as many times above its lower end as below its upper', () => {
  const bands = Array.from({ length: 20 }, () => ({ from: 1e7, to: 1e9 }));
  expect(spreadOfSales(bands, limits)?.median).toBeCloseTo(8, 10);
  const open = Array.from({ length: 20 }, () => ({ from: 50e9, to: null }));
  expect(spreadOfSales(open, limits)?.median).toBeCloseTo(Math.log10(50e9), 10);
  const lowest = Array.from({ length: 20 }, () => ({ from: 0, to: 50e6 }));
  expect(spreadOfSales(lowest, limits)?.median).toBeCloseTo(Math.log10(25e6), 10);
});
