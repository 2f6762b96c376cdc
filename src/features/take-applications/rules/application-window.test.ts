import { expect, test } from 'vitest';
import { applicationWindow, lastMinute, mayWithdrawIn } from './application-window.ts';

const at = (text: string) => Date.parse(text);
const opens = new Date('2027-03-01T00:00:00+07:00');
const closes = new Date('2027-03-13T00:00:00+07:00');
const intake = (status: string, given: { from?: Date | null; to?: Date | null } = {}) => ({
  status,
  applicationsOpenAt: given.from === undefined ? opens : given.from,
  applicationsCloseAt: given.to === undefined ? closes : given.to,
});

test.each([
  ['a second before the first day', 'open', '2027-02-28T23:59:59+07:00', 'not_yet'],
  ['the first moment of the first day', 'open', '2027-03-01T00:00:00+07:00', 'open'],
  ['the last second of the last day', 'open', '2027-03-12T23:59:59+07:00', 'open'],
  ['midnight after the last day', 'open', '2027-03-13T00:00:00+07:00', 'closed'],
  ['within the days, closed by hand', 'closed', '2027-03-05T10:00:00+07:00', 'closed'],
  ['within the days, already running', 'running', '2027-03-05T10:00:00+07:00', 'closed'],
  ['long after', 'finished', '2027-09-05T10:00:00+07:00', 'closed'],
  ['within the days, not opened yet', 'planned', '2027-03-05T10:00:00+07:00', 'not_yet'],
  ['within the days, put off', 'postponed', '2027-03-05T10:00:00+07:00', 'postponed'],
  ['within the days, called off', 'cancelled', '2027-03-05T10:00:00+07:00', 'cancelled'],
])('%s an intake that is %s takes applications or not', (_, status, now, state) => {
  expect(applicationWindow(intake(status), at(now)).state).toBe(state);
});

test('an intake opened without days takes applications until it is closed by hand', () => {
  expect(
    applicationWindow(intake('open', { from: null, to: null }), at('2027-03-05T10:00:00+07:00')),
  ).toEqual({
    state: 'open',
    closesAt: null,
  });
});

test('closed by hand before its last day, no deadline is said that lies in the future', () => {
  expect(applicationWindow(intake('closed'), at('2027-03-05T10:00:00+07:00'))).toEqual({
    state: 'closed',
    closedAt: null,
  });
});

test('a deadline is said as the last minute, 23.59 WIB', () => {
  expect(new Date(lastMinute(closes.getTime())).toISOString()).toBe('2027-03-12T16:59:00.000Z');
});

test.each([
  ['planned', false],
  ['open', true],
  ['closed', true],
  ['running', false],
  ['finished', false],
  ['postponed', false],
  ['cancelled', false],
])('an application may be taken back while the intake is %s: %s', (status, may) => {
  expect(mayWithdrawIn(status)).toBe(may);
});
