import { expect, test } from 'vitest';
import { planComparisons } from '#linkage/plan.ts';
import { defaultModel } from './default-model.ts';
import { enterpriseSettings, OTHER_BUSINESS } from './enterprise-settings.ts';
import { enterpriseTable } from './enterprise-table.ts';

const { comparisons } = planComparisons(enterpriseTable([], []), enterpriseSettings.comparisons);

test('the kept parameters are for the comparisons that are made', () => {
  expect(
    defaultModel.comparisons.map(({ name, levels }) => [name, levels.map(({ label }) => label)]),
  ).toEqual(comparisons.map(({ name, levels }) => [name, [...levels.map(({ label }) => label), 'else']]));
});

test('the first kind of related pairs is an owner’s other business', () => {
  expect(defaultModel.related[0]!.differ.map((at) => comparisons[at]!.name)).toEqual(OTHER_BUSINESS);
});

test('all parameters are chances', () => {
  expect(defaultModel.prior).toBeGreaterThan(0);
  for (const { name, levels } of defaultModel.comparisons)
    for (const kind of ['m', 'u'] as const) {
      expect(
        levels.every((level) => level[kind] > 0 && level[kind] <= 1),
        name,
      ).toBe(true);
      expect(levels.reduce((sum, level) => sum + level[kind], 0)).toBeCloseTo(1, 3);
    }
});
