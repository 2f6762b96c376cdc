import { expect, test } from 'vitest';
import { formatInstant } from '#kernel/calendar.ts';
import { answerBy, lineMoves, offersRunOut } from './seat-days.ts';

const now = new Date('2026-05-06T03:00:00Z'); // 10.00 WIB

test.each([
  [3, '2026-06-03', '9 Mei 2026, 23.59 WIB'],
  [7, '2026-05-10', '9 Mei 2026, 23.59 WIB'], // never into the first day
  [3, '2026-05-07', '6 Mei 2026, 23.59 WIB'], // on the eve: today
  [3, '2026-05-01', '6 Mei 2026, 23.59 WIB'], // begun already: today
])('an offer made on 6 May for %i days, beginning on %s, is answered by %s', (days, startsOn, by) => {
  expect(formatInstant(answerBy(now, days, startsOn).getTime())).toBe(by);
});

test('late in the evening the day is the day in WIB, not in London', () => {
  expect(answerBy(new Date('2026-05-06T17:30:00Z'), 1, '2026-06-03').toISOString()).toBe(
    '2026-05-08T16:59:59.000Z',
  );
});

test.each([
  ['closed', 0, '2026-06-02', true],
  ['closed', 0, '2026-06-03', false],
  ['closed', 2, '2026-06-04', true],
  ['closed', 2, '2026-06-05', false],
  ['running', 0, '2026-06-02', false],
  ['running', 2, '2026-06-03', true],
  ['running', 2, '2026-06-05', false],
  ['postponed', 2, '2026-06-01', false],
  ['cancelled', 0, '2026-06-01', false],
  ['finished', 9, '2026-06-04', false],
] as const)('%s, %i days beyond 3 June: on %s the line moves: %s', (status, days, today, moves) => {
  expect(lineMoves({ status, startsOn: '2026-06-03' }, days, today)).toBe(moves);
});

test('silence costs nobody a seat while the intake is postponed or over', () => {
  expect(['open', 'closed', 'running', 'postponed', 'finished', 'cancelled'].filter(offersRunOut)).toEqual([
    'open',
    'closed',
    'running',
  ]);
});
