import { describe, expect, test } from 'vitest';
import { columnOf, tableFrom } from './factory.ts';
import { levelsOfKind } from './kinds.ts';
import { elseLevel, levelCount, nullLevel, planComparisons, RARITIES } from './plan.ts';
import { kinds } from './settings.ts';
import { tableOf, UnknownColumn } from './table.ts';

const table = tableFrom(
  ['name', 'born'],
  [
    ['siti', '1971-06-24'],
    ['sri', '1971-06-25'],
  ],
);

test('each kind has levels, the strongest first', () => {
  for (const kind of kinds) {
    const { levels } = levelsOfKind(kind);
    expect(levels[0], kind).toBe('exact');
    const [comparison] = planComparisons(table, [{ column: 'name', as: kind }]).comparisons;
    expect(new Set(comparison!.levels.map(({ label }) => label)).size, kind).toBe(levels.length);
  }
});

test('what is not said otherwise is compared as a name', () => {
  const asName = planComparisons(table, [{ column: 'name', as: 'name' }]);
  expect(planComparisons(table, [{ column: 'name' }])).toEqual(asName);
  expect(asName.comparisons[0]!.name).toBe('name');
});

test('after its own levels a comparison has "else" and "no value"', () => {
  const [comparison] = planComparisons(table, [
    { name: 'birth', column: 'born', levels: ['exact', { prefix: 4 }] },
  ]).comparisons;
  expect(comparison!.levels.map(({ label }) => label)).toEqual(['exact', 'prefix 4']);
  expect([elseLevel(comparison!), nullLevel(comparison!), levelCount(comparison!)]).toEqual([2, 3, 4]);
});

test('levels may have names of their own', () => {
  const { comparisons } = planComparisons(table, [
    {
      column: 'name',
      levels: [{ name: 'same', when: 'exact' }, { any: [{ prefix: 2 }, { exact: 'born|year' }] }],
    },
  ]);
  expect(comparisons[0]!.levels.map(({ label }) => label)).toEqual(['same', 'prefix 2 or exact born|year']);
});

describe('value frequencies', () => {
  test('sharpen levels of equal values only, each class of rarity by itself', () => {
    const levels = planComparisons(table, [
      { column: 'name', levels: ['exact', { prefix: 2 }], termFrequency: true },
    ]).comparisons[0]!.levels;
    expect(levels.map(({ rarity }) => rarity)).toEqual([...Array(RARITIES).keys(), null]);
  });

  test('are left out where levels are given and nothing is said, or where they are not wanted', () => {
    const plain = [
      { column: 'name', levels: ['exact' as const] },
      { column: 'name', as: 'name' as const, termFrequency: false },
    ];
    for (const { levels } of planComparisons(table, plain).comparisons)
      expect(levels.every(({ frequencyOf }) => frequencyOf === null)).toBe(true);
  });

  test('make classes by how often a value is met, against the mean of equal values', () => {
    const values = [...Array(64).fill('common'), ...Array(16).fill('less'), 'rare'];
    const counted = tableOf({ name: columnOf(values) }, { count: values.length });
    const { rarities, columns } = planComparisons(counted, [{ column: 'name', as: 'exact' }]);
    expect([0, 64, 80].map((record) => rarities[0]![columns[0]!.codes[record]!])).toEqual([2, 1, 0]);
  });
});

test('a column is worked out once, for however many levels', () => {
  const { expressions } = planComparisons(table, [
    { column: 'name', levels: ['exact', { exact: 'born|year' }] },
    { column: 'born|year', levels: ['exact', { prefix: 3, column: 'name' }] },
  ]);
  expect(expressions).toEqual(['name', 'born|year']);
});

test('a column that is not there is refused', () => {
  expect(() => planComparisons(table, [{ column: 'name', levels: [{ exact: 'street' }] }])).toThrow(
    UnknownColumn,
  );
});
