import { describe, expect, it } from 'vitest';
import { permute } from '#sample/permutation.ts';
import { Random } from '#sample/random.ts';
import { drawFrom, weightedTable, zipfTable } from '#sample/weighted-table.ts';

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const numbers = (seed: string) => {
      const random = new Random(seed, 7);
      return many(20, () => random.bits());
    };
    expect(numbers('a')).toEqual(numbers('a'));
    expect(numbers('a')).not.toEqual(numbers('b'));
  });

  it('spreads evenly over a range, also across neighbouring seeds', () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 10_000; seed++) {
      const value = new Random('even', seed).integer(0, 9);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(880);
  });

  it('draws normal values with mean 0 and deviation 1', () => {
    const random = new Random('normal');
    const values = many(20_000, () => random.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
  });
});

describe('weighted tables', () => {
  it('draws in proportion to the weights and never an item of weight 0', () => {
    const table = weightedTable(['often', 'seldom', 'never'], (_, index) => [9, 1, 0][index] as number);
    const random = new Random('weights');
    const drawn = many(10_000, () => drawFrom(table, random));
    expect(drawn.filter((item) => item === 'often').length / 10_000).toBeCloseTo(0.9, 1);
    expect(drawn).not.toContain('never');
  });

  it('gives earlier items of a frequency list more often than later ones', () => {
    const table = zipfTable(many(100, () => 0).map((_, index) => index));
    const random = new Random('zipf');
    const drawn = many(10_000, () => drawFrom(table, random));
    const among = (low: number, high: number) => drawn.filter((item) => item >= low && item < high).length;
    expect(among(0, 10)).toBeGreaterThan(3 * among(90, 100));
  });

  it('refuses a table without weight', () => {
    expect(() => weightedTable(['x'], () => 0)).toThrow(RangeError);
  });
});

describe('permute', () => {
  it('puts every number of a range in a place of its own', () => {
    for (const size of [1, 10, 1000, 4097]) {
      const places = new Set(Array.from({ length: size }, (_, index) => permute(index, size, 99)));
      expect(places.size).toBe(size);
      expect(Math.max(...places)).toBe(size - 1);
    }
  });

  it('refuses a number outside the range', () => {
    expect(() => permute(10, 10, 1)).toThrow(RangeError);
  });
});
