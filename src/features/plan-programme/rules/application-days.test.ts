import { expect, test } from 'vitest';
import { applicationInstants, closingDay } from './application-days.ts';

test('applications are taken until midnight WIB of the last day, not until its morning', () => {
  const { applicationsOpenAt, applicationsCloseAt } = applicationInstants({
    applicationsOpenOn: '2026-05-10',
    applicationsCloseOn: '2026-05-31',
  });
  expect(applicationsOpenAt?.toISOString()).toBe('2026-05-09T17:00:00.000Z');
  expect(applicationsCloseAt?.toISOString()).toBe('2026-05-31T17:00:00.000Z');
  expect(closingDay(applicationsCloseAt)).toBe('2026-05-31');
});

test('a day left open stays open', () => {
  expect(applicationInstants({})).toEqual({ applicationsOpenAt: null, applicationsCloseAt: null });
  expect(closingDay(null)).toBeNull();
});
