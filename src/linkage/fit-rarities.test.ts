import { describe, expect, test } from 'vitest';
import { tableFrom } from './factory.ts';
import { fitRarities } from './fit-rarities.ts';
import type { LinkageModel } from './model.ts';
import { planComparisons } from './plan.ts';

const exact = { label: 'exact', m: 1e-5, u: 1e-7 };
/** Learned where everybody had a phone of their own: all in the commonest class. */
const elsewhere: LinkageModel = {
  prior: 0.001,
  comparisons: [
    {
      name: 'phone',
      levels: [
        exact,
        exact,
        { ...exact, m: 0.8, u: 1e-6 },
        { label: 'near', m: 0.1, u: 0.01 },
        { label: 'else', m: 0.1, u: 0.99 },
      ],
    },
  ],
  dependences: [],
  related: [],
};

function fittedTo(phones: readonly string[], prior = 0.0001) {
  const table = tableFrom(
    ['phone'],
    phones.map((phone) => [phone]),
  );
  const plan = planComparisons(table, [
    { column: 'phone', levels: ['exact', { damerau_levenshtein: 1 }], termFrequency: true },
  ]);
  const { levels } = fitRarities(elsewhere, plan, () => table.frequencies('phone'), prior).comparisons[0]!;
  const classOf = (phone: string) => plan.rarities[0]![table.column('phone').codes[phones.indexOf(phone)]!]!;
  return {
    levels,
    bits: (phone: string) => Math.log2(levels[classOf(phone)]!.m / levels[classOf(phone)]!.u),
  };
}

const own = Array.from({ length: 300 }, (_, at) => `own ${at}`);
const shared = Array.from({ length: 100 }, () => 'kader');

describe('where a hundred people give one phone', () => {
  const { levels, bits } = fittedTo([...own, ...shared]);

  test('agreeing on it says little, agreeing on one’s own as much as elsewhere', () => {
    expect(bits('kader')).toBeLessThan(2);
    expect(bits('own 7')).toBeCloseTo(Math.log2(0.8 / 1e-6), 0);
  });

  test('matches agree as often as elsewhere, and all levels are all there is', () => {
    expect(levels.slice(0, 3).reduce((sum, { m }) => sum + m, 0)).toBeCloseTo(0.80002, 5);
    expect(levels.reduce((sum, { u }) => sum + u, 0)).toBeCloseTo(1, 6);
    expect(levels[3]).toEqual(elsewhere.comparisons[0]!.levels[3]);
  });
});

test('where phones are as elsewhere, the model stays as it was', () => {
  const { bits, levels } = fittedTo(own);
  expect(bits('own 7')).toBeCloseTo(Math.log2(0.8 / 1e-6), 2);
  expect(levels[2]!.m).toBeCloseTo(0.8, 4);
});

test('values shared by matches only are not taken for common', () => {
  const couples = own.flatMap((phone) => [phone, phone]);
  expect(fittedTo(couples, 300 / ((600 * 599) / 2)).bits('own 7')).toBeGreaterThan(10);
});

test('a table without values leaves the model alone', () => {
  const table = tableFrom(['phone'], [[null], [null]]);
  const plan = planComparisons(table, [
    { column: 'phone', levels: ['exact', { damerau_levenshtein: 1 }], termFrequency: true },
  ]);
  const { levels } = fitRarities(elsewhere, plan, () => table.frequencies('phone'), 0.1).comparisons[0]!;
  expect(levels.slice(0, 4)).toEqual(elsewhere.comparisons[0]!.levels.slice(0, 4));
});
