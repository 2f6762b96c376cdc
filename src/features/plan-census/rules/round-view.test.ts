import { expect, test } from 'vitest';
import { noNumbers } from './round-numbers.ts';
import { type NextStep, nextStep, type RoundView } from './round-view.ts';

const people = { enumerators: 3, supervisors: 1, withoutSupervisor: 0, idle: 0 };
const round = (more: Partial<RoundView>): Parameters<typeof nextStep>[0] => ({
  status: 'running',
  numbers: { ...noNumbers, listed: 100, open: 100 },
  people,
  letters: 0,
  ...more,
});

test.each<[NextStep, Partial<RoundView>]>([
  ['start', { status: 'planned' }],
  ['wait', { status: 'preparing' }],
  ['no_rows', { numbers: noNumbers }],
  ['people', { people: { ...people, enumerators: 0 } }],
  ['sheets', {}],
  ['assign', { numbers: { ...noNumbers, listed: 100, open: 100, rtInformed: 40 } }],
  ['letters', { numbers: { ...noNumbers, listed: 100, open: 60, assigned: 40 } }],
  ['follow', { numbers: { ...noNumbers, listed: 100, open: 60, assigned: 40 }, letters: 3 }],
  ['closed', { status: 'closed' }],
])('the next step is %s', (step, more) => {
  expect(nextStep(round(more))).toBe(step);
});
