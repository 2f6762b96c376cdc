import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctCount, frequencies, mapColumn, NONE, valueAt } from './column.ts';
import { columnOf } from './factory.ts';
import { ValueNumbers } from './value-numbers.ts';

const cells = fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 300 });
const readBack = (values: readonly (string | null)[]) => values.map((value) => (value === '' ? null : value));

test('a column gives back every value as it was, and an empty one as none', () => {
  fc.assert(
    fc.property(cells, (values) => {
      const column = columnOf(values);
      expect(values.map((_, record) => valueAt(column, record))).toEqual(readBack(values));
    }),
  );
});

test('each distinct value is kept once, with how many records have it', () => {
  fc.assert(
    fc.property(cells, (values) => {
      const column = columnOf(values);
      const counts = new Map<string, number>();
      for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      expect(distinctCount(column)).toBe(counts.size);
      expect([...frequencies(column)]).toEqual([...counts.values()]);
    }),
  );
});

test('a changed column is each value changed; what becomes the same is one value', () => {
  const column = columnOf(['Ani', 'ANI', null, 'Budi', '7']);
  const asked: string[] = [];
  const changed = mapColumn(column, (value) => {
    asked.push(value);
    return value.replace(/\d/g, '').toLowerCase();
  });
  expect([0, 1, 2, 3, 4].map((record) => valueAt(changed, record))).toEqual([
    'ani',
    'ani',
    null,
    'budi',
    null,
  ]);
  expect([...changed.codes]).toEqual([0, 0, NONE, 1, NONE]);
  expect(asked).toEqual(['Ani', 'ANI', 'Budi', '7']);
});

test('numbers of values stay the same while their store grows', () => {
  const numbers = new ValueNumbers();
  const values = Array.from({ length: 5000 }, (_, at) => `value ${at} ${'x'.repeat(at % 7)}`);
  expect(values.map((value) => numbers.numberOf(value))).toEqual(values.map((_, at) => at));
  expect(values.map((value) => numbers.numberOf(value))).toEqual(values.map((_, at) => at));
  expect(numbers.size).toBe(5000);
  const { letters, starts } = numbers.pool();
  const from = starts[4321]!;
  expect(String.fromCharCode(...letters.subarray(from, starts[4322]))).toBe(values[4321]);
});
