import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keySteps, PatternTable } from './patterns.ts';

const radixes = [5, 3, 7, 4, 6, 9];
const steps = keySteps(radixes);
const pattern = fc.tuple(...radixes.map((radix) => fc.integer({ min: 0, max: radix - 1 })));
const keyOf = (levels: readonly number[]) => levels.reduce((sum, level, at) => sum + level * steps[at]!, 0);

test('patterns are counted, and their levels can be read back', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 400 }), (seen) => {
      const table = new PatternTable(radixes);
      const counts = new Map<string, number>();
      for (const levels of seen) {
        table.add(keyOf(levels));
        counts.set(levels.join(), (counts.get(levels.join()) ?? 0) + 1);
      }
      const rows = table.levels();
      const found = Array.from({ length: table.size }, (_, at) => [
        rows.subarray(at * radixes.length, (at + 1) * radixes.length).join(),
        table.countOf(at),
      ]);
      expect(found).toEqual([...counts]);
    }),
  );
});

test('thousands of patterns keep their numbers', () => {
  const table = new PatternTable([10_000, 400]);
  const numbers = Array.from({ length: 9000 }, (_, at) => table.add(at * 313));
  expect(numbers).toEqual(numbers.map((_, at) => at));
  expect(table.add(4321 * 313, 2.5)).toBe(4321);
  expect(table.countOf(4321)).toBe(3.5);
  expect(table.keyOf(4321)).toBe(4321 * 313);
});

test('as plain data they come back the same', () => {
  const table = new PatternTable([3, 3]);
  for (const key of [8, 2, 2, 5]) table.add(key, 0.5);
  const again = new PatternTable([3, 3]);
  const { keys, counts } = table.toData();
  for (const [at, key] of keys.entries()) again.add(key, counts[at]);
  expect(again.toData()).toEqual({ keys: [8, 2, 5], counts: [0.5, 1, 0.5] });
});

test('more patterns than numbers can tell apart are refused', () => {
  expect(() => new PatternTable(Array.from({ length: 20 }, () => 9))).toThrow('Too many comparisons');
});
