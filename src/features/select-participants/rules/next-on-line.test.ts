import { expect, test } from 'vitest';
import type { SelectionProblem } from '#selection/problem.ts';
import { nextOnLine } from './next-on-line.ts';

/** Two seats of A, one of B; at least one woman in A. Points fall from `first` to `last`. */
const problem: SelectionProblem = {
  seed: 'uji',
  criteria: [{ code: 'c', weight: 100 }],
  intakes: [
    { code: 'A', seats: 2, costPerSeat: 0, budget: null },
    { code: 'B', seats: 1, costPerSeat: 0, budget: null },
  ],
  budgets: [],
  reserves: [{ code: 'women', tag: 'women', intakes: ['A'], atLeast: { seats: 1 } }],
  quotas: [],
  candidates: [
    { id: 'seated', values: { c: 1 }, tags: [], applications: [{ intake: 'A' }] },
    { id: 'woman', values: { c: 0.9 }, tags: ['women'], applications: [{ intake: 'A' }] },
    { id: 'man1', values: { c: 0.8 }, tags: [], applications: [{ intake: 'A' }, { intake: 'B' }] },
    { id: 'man2', values: { c: 0.7 }, tags: [], applications: [{ intake: 'A' }] },
    { id: 'woman2', values: { c: 0.6 }, tags: ['women'], applications: [{ intake: 'A' }] },
  ],
};
const seat = (candidate: string, intake = 'A') => ({ candidate, intake });
const line = { problem, intakeId: 'A', held: [seat('woman')], leaving: 'seated', gone: [], first: [] };

test('the first on the published list moves up', () => {
  expect(nextOnLine(line)).toEqual({ next: 'man1', skipped: [], instead: null });
});

test('who has a seat in another intake, or gave one up, is not asked', () => {
  expect(nextOnLine({ ...line, held: [seat('woman'), seat('man1', 'B')] }).next).toBe('man2');
  expect(nextOnLine({ ...line, gone: ['man1', 'man2'] }).next).toBe('woman2');
});

test('when the seat of a reserve is given up, those before the next woman are passed over and named', () => {
  expect(nextOnLine({ ...line, held: [seat('seated')], leaving: 'woman' })).toEqual({
    next: 'woman2',
    skipped: [
      { enterpriseId: 'man1', limits: ['reserve:women'] },
      { enterpriseId: 'man2', limits: ['reserve:women'] },
    ],
    instead: null,
  });
});

test('when nobody meets the reserve, the first in line is proposed and not seated', () => {
  expect(nextOnLine({ ...line, held: [seat('seated')], leaving: 'woman', gone: ['woman2'] })).toMatchObject({
    next: null,
    instead: { enterpriseId: 'man1', limits: ['reserve:women'] },
  });
});

test('who won an appeal comes before the list, also without having taken part in the selection', () => {
  expect(nextOnLine({ ...line, first: ['outsider', 'man2'] }).next).toBe('outsider');
  expect(nextOnLine({ ...line, first: ['man2'] }).next).toBe('man2');
  expect(nextOnLine({ ...line, first: ['man2'], gone: ['man2'] }).next).toBe('man1');
});

test('an appeal does not break a reserve: passed over, and the list goes on', () => {
  const answer = nextOnLine({ ...line, held: [seat('seated')], leaving: 'woman', first: ['man2'] });
  expect(answer.next).toBe('woman2');
  expect(answer.skipped.map(({ enterpriseId }) => enterpriseId)).toEqual(['man2', 'man1']);
});

test('who sits there by a decision and never applied takes up a seat like everybody', () => {
  expect(nextOnLine({ ...line, held: [seat('woman'), seat('by-decision', 'B')] }).next).toBe('man1');
});

test('who was settled to stay out is not asked', () => {
  const settled = { ...problem, fixed: [{ candidate: 'man1', intake: 'A', take: false }] };
  expect(nextOnLine({ ...line, problem: settled }).next).toBe('man2');
});
