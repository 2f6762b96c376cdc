import { expect, test } from 'vitest';
import { someKnownFacts } from '../factory.ts';
import type { KnownFacts } from './candidate-facts.ts';
import { criterionValue } from './criterion-value.ts';
import type { Criterion } from './selection-plan.ts';

const TODAY = '2026-05-06';
const value = (criterion: Criterion, facts: Partial<KnownFacts>, arrival = { place: 0, takers: 1 }) =>
  criterionValue(criterion, someKnownFacts(facts), TODAY, arrival);

test.each([
  [0, 1],
  [1, 0.5],
  [2, 0],
  [3, null],
  [null, null],
] as const)(
  'standing %s of the conditions is worth %s: what is not known earns nothing and is no no',
  (standing, worth) => {
    expect(value({ kind: 'conditions' }, { standing })).toBe(worth);
  },
);

const support = (startedOn: string, topic = 'packaging', outcome = 'completed') => ({
  startedOn,
  topic,
  outcome,
});

test('whoever was registered and never came was not helped', () => {
  expect(value({ kind: 'never_served' }, { supports: [support('2025-01-01', 'packaging', 'absent')] })).toBe(
    1,
  );
  expect(value({ kind: 'never_served' }, { supports: [support('2019-01-01')] })).toBe(0);
});

test('help is counted from the first day of the year, of the topic where one is named', () => {
  const supports = [
    support('2024-01-01'),
    support('2025-06-01'),
    support('2023-12-31'),
    support('2025-01-01', 'halal'),
  ];
  expect(value({ kind: 'fewer_supports', sinceYear: 2024, topic: 'packaging' }, { supports })).toBe(0.3333);
  expect(value({ kind: 'fewer_supports', sinceYear: 2024, topic: null }, { supports })).toBe(0.25);
  expect(value({ kind: 'fewer_supports', sinceYear: 2026, topic: null }, { supports })).toBe(1);
});

test('an assessment counts by the share of all levels; by another rubric it is not known', () => {
  const assessments = [{ rubricId: 'r', levels: { quality: 3, quantity: 2, continuity: 4 } }];
  const by = (rubricId: string): Criterion => ({ kind: 'assessment', rubricId, name: { id: 'R', en: 'R' } });
  expect(value(by('r'), { assessments })).toBe(0.75);
  expect(value(by('other'), { assessments })).toBeNull();
});

test.each([
  ['2026-01-01', 1],
  ['2025-05-06', 1],
  ['2025-05-05', 0.5],
  [null, 0],
] as const)('checked on %s, asked for twelve months: %s', (verifiedOn, worth) => {
  expect(value({ kind: 'verified', withinMonths: 12 }, { verifiedOn })).toBe(worth);
});

test.each([
  ['produces', 1],
  ['trades_only', 0],
  ['services', 0],
  ['closed', 0],
  ['unknown', null],
  ['refused', null],
  ['not_found', null],
] as const)('found %s: %s for making its own goods', (operation, worth) => {
  expect(value({ kind: 'produces' }, { operation })).toBe(worth);
});

test.each([
  ['2021-05-06', 1, 0.25],
  ['2021-05-07', 0.75, 0.5],
  ['2024-01-01', 0.5, 0.75],
  ['2026-01-01', 0.25, 1],
  [null, null, null],
] as const)('begun on %s: %s where longer is wanted, %s where shorter is', (startedOn, longer, shorter) => {
  expect(value({ kind: 'years', prefer: 'longer' }, { startedOn })).toBe(longer);
  expect(value({ kind: 'years', prefer: 'shorter' }, { startedOn })).toBe(shorter);
});

test('evidence counts by its grade while it is valid; a number without a paper is a declaration', () => {
  const held = (grade: string, expiresOn: string | null = null) => ({ kind: 'nib', grade, expiresOn });
  const nib: Criterion = { kind: 'evidence', evidence: 'nib' };
  expect(value(nib, { evidences: [held('declared'), held('documented')] })).toBe(1);
  expect(value(nib, { evidences: [held('seen', TODAY)] })).toBe(0.75);
  expect(value(nib, { evidences: [held('documented', '2026-05-05')] })).toBe(0);
  expect(value(nib, { nib: 'known' })).toBe(0.5);
  expect(value(nib, { nib: 'none_yet' })).toBe(0);
  expect(value(nib, {})).toBeNull();
  expect(value({ kind: 'evidence', evidence: 'halal' }, { nib: 'none_yet' })).toBeNull();
});

test('arrival falls evenly from the first to the last', () => {
  const at = (place: number) => value({ kind: 'order' }, {}, { place, takers: 3 });
  expect([at(0), at(1), at(2)]).toEqual([1, 0.6667, 0.3333]);
});
