import { describe, expect, test } from 'vitest';
import { type Cell, tableFrom } from '../factory.ts';
import { chooseRules, ruleCandidates } from './choose-blocking.ts';

// Sixty couples of records: all agree on the town of six; half of them also on the phone, the other half on the mail.
const rows: Cell[][] = Array.from({ length: 120 }, (_, at) => {
  const couple = at >> 1;
  const isPhone = couple % 2 === 0;
  return [
    `t${couple % 6}`,
    isPhone ? `p${couple}` : `p${1000 + at}`,
    isPhone ? `m${1000 + at}` : `m${couple}`,
  ];
});
const table = tableFrom(['town', 'phone', 'mail'], rows);
const couples = {
  one: Int32Array.from({ length: 60 }, (_, at) => 2 * at),
  other: Int32Array.from({ length: 60 }, (_, at) => 2 * at + 1),
  standsFor: 1,
};
const keys = [['town'], ['phone'], ['mail']];
const candidatesOf = (mostPairs: number) => ruleCandidates(table, keys, { mode: 'dedupe', mostPairs });
const namesOf = (candidates: readonly { on: string[] }[]) => candidates.map(({ on }) => on.join(' + '));

describe('rules that come into question', () => {
  test('are keys, and two keys together where both are coarse', () => {
    expect(namesOf(candidatesOf(100_000))).toEqual(['town', 'phone', 'mail']);
    expect(namesOf(candidatesOf(1500))).toContain('town');
  });

  test('make no more pairs than allowed', () => {
    const found = candidatesOf(500);
    expect(namesOf(found)).not.toContain('town');
    expect(namesOf(found)).toContain('town + phone');
    expect(found.every(({ pairs }) => pairs <= 500)).toBe(true);
  });
});

describe('the rules that are chosen', () => {
  test('find what is sure for few pairs', () => {
    expect(namesOf(chooseRules(candidatesOf(100_000), couples, 400).map((on) => ({ on })))).toEqual([
      'phone',
      'mail',
    ]);
  });

  test('find it again by others while the budget lasts', () => {
    const rich = chooseRules(candidatesOf(100_000), couples, 100_000);
    expect(rich.map((on) => on.join())).toEqual(['phone', 'mail', 'town']);
  });

  test('leave out what finds nothing', () => {
    const strangers = { one: Int32Array.of(0), other: Int32Array.of(5), standsFor: 1 };
    expect(chooseRules(candidatesOf(100_000), strangers, 100_000)).toEqual([]);
  });
});
