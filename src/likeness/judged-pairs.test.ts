import { expect, test } from 'vitest';
import { elseLevel, nullLevel, planComparisons } from '#linkage/plan.ts';
import { enterpriseSettings } from './enterprise-settings.ts';
import { enterpriseTable } from './enterprise-table.ts';
import { asLabels } from './judged-pairs.ts';

const plan = planComparisons(enterpriseTable([], []), enterpriseSettings.comparisons);
const labelled = (levels: [string, string][]) => {
  const [label] = asLabels(plan, [{ levels, isMatch: true }]);
  return (comparison: string) => {
    const at = plan.comparisons.findIndex(({ name }) => name === comparison);
    return { level: label!.levels[at]!, of: plan.comparisons[at]! };
  };
};

test('a judged pair is read back by the names of its levels', () => {
  const of = labelled([
    ['nik', 'one_digit'],
    ['sex', 'different'],
    ['phone', 'missing'],
  ]);
  const nik = of('nik');
  expect(nik.of.levels[nik.level]!.label).toBe('one_digit');
  expect(of('sex').level).toBe(elseLevel(of('sex').of));
  expect(of('phone').level).toBe(nullLevel(of('phone').of));
});

test('agreeing wholly is taken for agreeing on a common value', () => {
  const { level, of } = labelled([['person_name', 'exact']])('person_name');
  expect(of.levels[level]).toMatchObject({ label: 'exact', rarity: 2 });
});

test('what was not judged, or has no such level any more, says nothing', () => {
  const of = labelled([['nik', 'same_shoe_size']]);
  for (const comparison of ['nik', 'village'])
    expect(of(comparison).level).toBe(nullLevel(of(comparison).of));
});

test('what it was judged to be stays with it', () => {
  const judged = [true, false].map((isMatch) => ({ levels: [], isMatch }));
  expect(asLabels(plan, judged).map(({ isMatch }) => isMatch)).toEqual([true, false]);
});
