import { expect, test } from 'vitest';
import { askDays, hasEnded, newestWave, phaseOf } from './ask-calendar.ts';

test('who took part until 30 November is asked at the end of February, and has 45 days', () => {
  expect(askDays('2026-11-30', 3)).toEqual({ dueOn: '2027-02-28', closesOn: '2027-04-14' });
  expect(askDays('2026-02-01', 12)).toEqual({ dueOn: '2027-02-01', closesOn: '2027-03-18' });
});

test('an ask is open from its first to its last day, both included', () => {
  const days = askDays('2026-02-01', 3);
  expect(['2026-04-30', '2026-05-01', '2026-06-15', '2026-06-16'].map((day) => phaseOf(days, day))).toEqual([
    'planned',
    'open',
    'open',
    'closed',
  ]);
});

test.each([
  ['finished', '2026-06-01', true],
  ['running', '2026-05-05', true],
  ['running', '2026-05-06', false],
  ['closed', '2026-05-05', true],
  ['planned', '2026-01-01', false],
  ['open', '2026-01-01', false],
  ['postponed', '2026-01-01', false],
  ['cancelled', '2026-01-01', false],
])('an intake that is %s and ends on %s is over on 6 May: %s', (status, endsOn, over) => {
  expect(hasEnded({ status, endsOn }, '2026-05-06')).toBe(over);
});

test('a page begins with the newest wave that is due, and with the first before that', () => {
  const asks = [
    { months: 3 as const, dueOn: '2026-05-01' },
    { months: 6 as const, dueOn: '2026-08-01' },
    { months: 12 as const, dueOn: '2027-02-01' },
  ];
  expect(newestWave(asks, '2026-04-01')).toBe(3);
  expect(newestWave(asks, '2026-09-01')).toBe(6);
  expect(newestWave([], '2026-09-01')).toBe(3);
});
