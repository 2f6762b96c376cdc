import { describe, expect, test } from 'vitest';
import { findDependences, type WeighedPatterns } from './dependence.ts';

/** Counted pairs over comparisons of two levels each: `{ '0 0 1': 40 }`. */
function counted(counts: Record<string, number>): WeighedPatterns {
  return {
    levels: Uint8Array.from(Object.keys(counts).flatMap((key) => key.split(' ').map(Number))),
    counts: Object.values(counts),
  };
}

/** Everything independent: every combination equally often. */
const independent = counted(
  Object.fromEntries(
    [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [`${a} ${b} ${c}`, 500]))),
  ),
);
/** Strangers who live in one postcode live in one town. */
const postcodes = counted({ '0 0 0': 100, '0 0 1': 900, '1 1 0': 900, '1 1 1': 8100 });

const bitsAt = (found: ReturnType<typeof findDependences>, one: number, other: number) =>
  found.find((edge) => edge.one === one && edge.other === other)?.bits;

describe('comparisons that depend on each other', () => {
  test('are found, and others are not', () => {
    const found = findDependences([2, 2, 2], independent, postcodes);
    expect(found.map(({ one, other }) => [one, other])).toEqual([[0, 1]]);
    expect(findDependences([2, 2, 2], independent, independent)).toEqual([]);
  });

  test('among strangers: agreeing on both is no more than agreeing on one', () => {
    const bits = bitsAt(findDependences([2, 2, 2], independent, postcodes), 0, 1)!;
    // One in ten strangers agrees on the postcode, and then surely on the town.
    expect(bits[0]![0]).toBeCloseTo(-Math.log2(10), 1);
    expect(bits[0]![1]).toBeGreaterThan(5);
  });

  test('among matches: what is wrong together is less surprising', () => {
    const matches = counted({ '0 0 0': 9000, '1 1 0': 1000, '0 0 1': 9, '1 1 1': 1 });
    const bits = bitsAt(findDependences([2, 2, 2], matches, independent), 0, 1)!;
    expect(bits[1]![1]).toBeGreaterThan(2);
    expect(bits[0]![1]).toBeLessThan(-2);
  });

  test('make no circle: of three that say the same two pairs are kept', () => {
    const alike = counted({ '0 0 0': 1000, '1 1 1': 9000 });
    expect(findDependences([2, 2, 2], independent, alike)).toHaveLength(2);
  });

  test('are not made up of pairs where a side does not say', () => {
    const silent = counted({ '0 2 0': 1000, '1 2 1': 0, '2 0 1': 1000 });
    expect(findDependences([2, 2, 2], independent, silent)).toEqual([]);
  });
});
