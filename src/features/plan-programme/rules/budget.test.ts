import { expect, test } from 'vitest';
import { ceilingOn, dayForYear, decideCommitment, figuresOf, takenBy } from './budget.ts';

const ceilings = [
  { effectiveOn: '2026-01-01', seq: 1, amount: 100 },
  { effectiveOn: '2026-08-01', seq: 2, amount: 60 },
  { effectiveOn: '2026-08-01', seq: 4, amount: 80 },
  { effectiveOn: '2026-03-01', seq: 3, amount: 90 },
];

test.each([
  ['2025-12-31', undefined],
  ['2026-01-01', 100],
  ['2026-02-28', 100],
  ['2026-03-01', 90],
  ['2026-07-31', 90],
  ['2026-08-01', 80],
  ['2027-01-01', 80],
])(
  'on %s the ceiling in force is the last one whose day has come, of two on one day the later',
  (day, amount) => {
    expect(ceilingOn(ceilings, day)?.amount).toBe(amount);
  },
);

test('a line of next year is planned under the ceiling of its first day, one of last year under that of its last', () => {
  expect(dayForYear(2027, '2026-11-20')).toBe('2027-01-01');
  expect(dayForYear(2026, '2026-11-20')).toBe('2026-11-20');
  expect(dayForYear(2025, '2026-11-20')).toBe('2025-12-31');
});

test('what was paid of a promise that waits or was given back still counts against the ceiling', () => {
  expect(takenBy({ status: 'active', amount: 50, paid: 20 })).toBe(50);
  expect(takenBy({ status: 'postponed', amount: 50, paid: 20 })).toBe(20);
  expect(takenBy({ status: 'released', amount: 50, paid: 0 })).toBe(0);
});

test('what is left never shows below nothing: the excess has its own name', () => {
  expect(figuresOf(100, { committed: 70, spent: 30 })).toMatchObject({ left: 30, over: 0 });
  expect(figuresOf(60, { committed: 70, spent: 30 })).toMatchObject({ left: 0, over: 10 });
});

test.each([
  // ceiling, others, before, wanted, allowed
  [100, 60, 0, 40, true],
  [100, 60, 0, 41, false],
  [100, 60, 30, 40, true],
  [0, 0, 0, 0, true],
  [50, 90, 40, 40, true],
  [50, 90, 40, 30, true],
  [50, 90, 40, 41, false],
])('ceiling %d, others %d: a promise of %d may become %d: %s', (ceiling, others, before, wanted, allowed) => {
  expect(decideCommitment({ ceiling, others, before, wanted }).allowed).toBe(allowed);
});

test('who comes too late is told what is left and what is lacking', () => {
  expect(decideCommitment({ ceiling: 100, others: 80, before: 0, wanted: 50 })).toEqual({
    allowed: false,
    left: 20,
    wanted: 50,
    lacking: 30,
  });
});
