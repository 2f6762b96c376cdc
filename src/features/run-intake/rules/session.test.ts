import { expect, test } from 'vitest';
import { daysToFill, instantInWib, isMarkable, mostDays, parseTime, timeInWib } from './session.ts';

test.each([
  ['08:00', 480],
  ['8.30', 510],
  ['23:59', 1439],
  ['24:00', null],
  ['08:60', null],
  ['pagi', null],
])('%s is minute %s of the day', (text, minutes) => {
  expect(parseTime(text)).toBe(minutes);
});

test('08.00 WIB is 01.00 UTC, and back', () => {
  const instant = instantInWib('2026-05-06', 480);
  expect(instant.toISOString()).toBe('2026-05-06T01:00:00.000Z');
  expect(timeInWib(instant)).toBe('08:00');
});

test('every day of the intake is filled but those that somebody planned or called off already', () => {
  const intake = { startsOn: '2026-05-06', endsOn: '2026-05-09' };
  const held = [{ startsAt: instantInWib('2026-05-07', 780) }];
  expect(daysToFill(intake, held)).toEqual(['2026-05-06', '2026-05-08', '2026-05-09']);
  expect(daysToFill({ startsOn: '2026-01-01', endsOn: '2026-12-31' }, [])).toHaveLength(mostDays);
});

test('who comes can be marked from the first minute of the day in WIB, and not the day before', () => {
  const session = { startsAt: instantInWib('2026-05-06', 480) };
  expect(isMarkable(session, Date.parse('2026-05-05T16:59:59Z'))).toBe(false);
  expect(isMarkable(session, Date.parse('2026-05-05T17:00:00Z'))).toBe(true);
});
