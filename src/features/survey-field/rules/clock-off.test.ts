import { expect, test } from 'vitest';
import { clockOff, officeTime } from './clock-off.ts';

const received = new Date('2026-05-06T10:00:00Z');
const off = (finishedAt: string, clockOffS: number | null) => clockOff({ finishedAt, clockOffS }, received);

test('a clock that was compared is believed to be off by just that, also for work of weeks ago', () => {
  expect(off('2026-05-06T09:00:00Z', 0)).toBe(0);
  expect(off('2026-04-06T09:00:00Z', -90.4)).toBe(-90);
  expect(off('2026-05-06T09:00:00Z', null)).toBeNull();
  expect(off('2026-05-06T10:05:00Z', null)).toBeNull();
});

test('a visit is never later than its arrival: the clock was ahead by at least that', () => {
  expect(off('2026-05-07T10:00:00Z', 0)).toBe(86_400);
  expect(off('2026-05-07T10:00:00Z', null)).toBe(86_400);
  expect(off('2026-05-07T10:00:00Z', 90_000)).toBe(90_000);
});

test('a clock that went back to its first day after the battery was flat tells nothing but the arrival', () => {
  const seconds = (Date.parse('2018-01-01T00:00:00Z') - received.getTime()) / 1_000;
  expect(off('2018-01-01T00:00:00Z', 3)).toBe(seconds);
  expect(off('1970-01-01T00:00:00Z', null)).toBe(-received.getTime() / 1_000);
});

test('a phone whose clock is an hour ahead was there an hour before it says; one never compared is believed', () => {
  const said = new Date('2026-11-03T04:00:00Z');
  expect(officeTime(said, 3_600)).toBe(Date.parse('2026-11-03T03:00:00Z'));
  expect(officeTime(said, null)).toBe(said.getTime());
});
