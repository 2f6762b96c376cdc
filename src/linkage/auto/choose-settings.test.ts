import { describe, expect, test } from 'vitest';
import { drawing, tableFrom } from '../factory.ts';
import { linkRecords } from '../link-records.ts';
import { bitsOf } from '../model.ts';
import { inventedPeople, tableOfPeople } from '../node/factory.ts';
import { parseSettings } from '../settings.ts';
import { chooseSettings, NothingToCompare } from './choose-settings.ts';

const people = inventedPeople(700);
const table = tableOfPeople(people);
const chosen = await chooseSettings(table, { mode: 'dedupe' });

test('every column that tells records apart is compared, the id is not', () => {
  expect(chosen.comparisons.map(({ column }) => column)).toEqual(['given', 'family', 'born', 'town']);
});

test('the same table and seed give the same settings', async () => {
  expect(await chooseSettings(table, { mode: 'dedupe' })).toEqual(chosen);
});

test('what is chosen is a settings file', () => {
  expect(parseSettings(JSON.parse(JSON.stringify(chosen)))).toEqual({ settings: chosen });
});

test('a column that is to be left out is neither compared nor blocked by', async () => {
  const without = await chooseSettings(table, { mode: 'dedupe', ignore: ['born'] });
  expect(JSON.stringify(without)).not.toContain('born');
});

test('the chosen rules find most of those who are one', async () => {
  const { pairs, comparedPairs } = await linkRecords(table, chosen, { mode: 'dedupe' });
  const least = bitsOf(0.9);
  const found = Array.from(pairs.one.keys()).filter((at) => pairs.weight[at]! > least);
  const right = found.filter(
    (at) => people.clusters[pairs.one[at]!] === people.clusters[pairs.other[at]!],
  ).length;
  const truth = people.clusters.reduce(
    (sum, person, at) => sum + people.clusters.slice(0, at).filter((other) => other === person).length,
    0,
  );
  expect(right / found.length).toBeGreaterThan(0.95);
  expect(right / truth).toBeGreaterThan(0.85);
  expect(comparedPairs).toBeLessThan(40 * table.count);
});

describe('refused is a table', () => {
  const { below } = drawing(5);

  test('in which no column tells records apart', async () => {
    const alike = tableFrom(
      ['id', 'town'],
      Array.from({ length: 50 }, (_, at) => [`${at}`, 'batang']),
    );
    await expect(chooseSettings(alike, { mode: 'dedupe' })).rejects.toThrow(NothingToCompare);
  });

  test('which no column cuts into blocks', async () => {
    const coarse = tableFrom(
      ['sex'],
      Array.from({ length: 3000 }, () => [below(2) ? 'l' : 'p']),
    );
    await expect(chooseSettings(coarse, { mode: 'dedupe' })).rejects.toThrow(/cut the records into blocks/);
  });
});
