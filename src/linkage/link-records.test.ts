import { describe, expect, test } from 'vitest';
import { compareHere } from './compare-pairs.ts';
import { tableFrom } from './factory.ts';
import {
  type LinkageOptions,
  type LinkageProgress,
  type LinkageResult,
  linkRecords,
} from './link-records.ts';
import { probabilityOf } from './model.ts';
import { inventedPeople, peopleSettings } from './node/factory.ts';
import { UnknownColumn } from './table.ts';

const people = inventedPeople(900);
const table = tableFrom(people.names, people.rows);
const link = (options: Partial<LinkageOptions> = {}) =>
  linkRecords(table, peopleSettings, { mode: 'dedupe', ...options });

const pairsOf = ({ pairs }: LinkageResult) =>
  Array.from(pairs.one, (one, at) => [one, pairs.other[at]!, pairs.weight[at]!] as const);
const isOne = (one: number, other: number) => people.clusters[one] === people.clusters[other];

const first = await link();

describe('linked records', () => {
  test('are for the most part those that are one', () => {
    const sure = pairsOf(first).filter(([, , weight]) => probabilityOf(weight) > 0.9);
    const right = sure.filter(([one, other]) => isOne(one, other)).length;
    const truth = people.clusters.reduce(
      (sum, person, at) => sum + people.clusters.slice(0, at).filter((other) => other === person).length,
      0,
    );
    expect(right / sure.length).toBeGreaterThan(0.97);
    expect(right / truth).toBeGreaterThan(0.85);
    expect(Math.abs(first.expectedMatches / truth - 1)).toBeLessThan(0.15);
  });

  test('come in order, each pair once, at or above the probability that is kept', () => {
    const pairs = pairsOf(first);
    const keys = pairs.map(([one, other]) => one * 1e6 + other);
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    expect(pairs.every(([one, other]) => one < other)).toBe(true);
    expect(Math.min(...pairs.map(([, , weight]) => probabilityOf(weight)))).toBeGreaterThanOrEqual(
      0.01 - 1e-6,
    );
  });

  test('weigh what the scale says of them', () => {
    for (const [one, other, weight] of pairsOf(first))
      expect(first.scale.weightOf(one, other)).toBeCloseTo(weight, 4);
  });

  test('are the same when linked again', async () => {
    const again = await link();
    expect(again.pairs).toEqual(first.pairs);
    expect(again.model).toEqual(first.model);
    expect(again.blocking).toEqual(first.blocking);
  });
});

test('fewer pairs are kept where only likely ones are wanted', async () => {
  const sure = await link({ keep: 0.99 });
  const among = new Set(pairsOf(first).map(([one, other]) => `${one} ${other}`));
  expect(sure.pairs.one.length).toBeLessThan(first.pairs.one.length);
  expect(pairsOf(sure).every(([one, other, weight]) => among.has(`${one} ${other}`) && weight > 6.6)).toBe(
    true,
  );
});

test('blocking reports what each rule costs', () => {
  expect(first.blocking.map(({ rule }) => rule)).toEqual(['family', 'born', 'given + town']);
  expect(first.blocking.every(({ pairs, givenUp }) => pairs > 0 && givenUp === 0)).toBe(true);
  const most = first.blocking.reduce((sum, { pairs }) => sum + pairs, 0);
  expect(first.comparedPairs).toBeLessThanOrEqual(most);
  expect(first.patterns).toBeGreaterThan(10);
});

test('with parameters from before nothing is learned, and pairs weigh the same', async () => {
  const again = await link({ model: first.model });
  expect(again.model).toEqual(first.model);
  expect(again.pairs).toEqual(first.pairs);
});

test('strangers drawn before may be used again', async () => {
  const again = await link({ strangers: first.strangers.toData() });
  expect(again.model).toEqual(first.model);
});

describe('between two lists', () => {
  const half = people.rows.length / 2;
  const sides = tableFrom(people.names, people.rows, half);
  const linkSides = (mode: LinkageOptions['mode']) => linkRecords(sides, peopleSettings, { mode });

  test('only pairs across them are linked', async () => {
    const pairs = pairsOf(await linkSides('link'));
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.every(([one, other]) => one < half && other >= half)).toBe(true);
  });

  test('newcomers are linked with each other and with the register, which is not searched itself', async () => {
    const pairs = pairsOf(await linkSides('join'));
    expect(pairs.some(([, other]) => other < half)).toBe(true);
    expect(pairs.every(([one]) => one < half)).toBe(true);
  });
});

describe('settings that do not fit', () => {
  test.each([
    ['a compared column', { ...peopleSettings, comparisons: [{ column: 'surname' }] }, 'no column "surname"'],
    ['a blocked column', { ...peopleSettings, blocking: ['surname'] }, 'no column "surname"'],
    ['a related comparison', { ...peopleSettings, related: [['surname']] }, 'no comparison "surname"'],
  ])('%s that is not there', async (_what, settings, words) => {
    const linked = linkRecords(table, settings, { mode: 'dedupe' });
    await expect(linked).rejects.toThrow(UnknownColumn);
    await expect(linked).rejects.toThrow(words);
  });
});

test('progress is told step by step', async () => {
  const told: LinkageProgress[] = [];
  await link({ onProgress: (progress) => told.push(progress) });
  expect([...new Set(told.map(({ step }) => step))]).toEqual(['blocking', 'strangers', 'comparing']);
  const comparing = told.filter(({ step }) => step === 'comparing');
  expect(comparing.at(-1)!.done).toBe(comparing.at(-1)!.total);
});

describe('who cancels', () => {
  test('beforehand, waits for nothing', async () => {
    const reason = new Error('enough');
    await expect(link({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('while pairs are compared, stops there', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let chunks = 0;
    const cancelled = link({
      signal: controller.signal,
      comparer: (job, onChunk, control) => {
        controller.abort(reason);
        return compareHere(
          job,
          (chunk) => {
            chunks += 1;
            onChunk(chunk);
          },
          control,
        );
      },
    });
    await expect(cancelled).rejects.toBe(reason);
    expect(chunks).toBe(0);
  });
});

test('a table without a pair links nothing', async () => {
  const alone = tableFrom(people.names, people.rows.slice(0, 1));
  const { pairs, comparedPairs } = await linkRecords(alone, peopleSettings, { mode: 'dedupe' });
  expect([pairs.one.length, comparedPairs]).toEqual([0, 0]);
});
