import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageBand,
  daysBetween,
  formatDate,
  formatInstant,
  formatLongDate,
  formatTime,
  formatWeekday,
  isPlainDate,
  plainDate,
  plainDateInWib,
  startOfDayInWib,
  yearsBetween,
} from './calendar.ts';

describe('a day exists only when the calendar has it', () => {
  test.each([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2026, 4, 31, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 1.5, 1, null],
    [26, 1, 1, '0026-01-01'],
  ])('%d-%d-%d → %s', (year, month, day, date) => {
    expect(plainDate(year, month, day)).toBe(date);
  });

  test.each([
    ['2026-03-14', true],
    ['2026-02-30', false],
    ['2026-3-14', false],
    ['14-03-2026', false],
  ])('%s is a plain date: %s', (text, valid) => {
    expect(isPlainDate(text)).toBe(valid);
  });
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2024-02-28', 366, '2025-02-28'],
])('%s plus %d days is %s', (date, days, result) => {
  expect(addDays(date, days)).toBe(result);
  expect(daysBetween(date, result)).toBe(days);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-14', -3, '2025-12-14'],
  ['2024-02-29', 12, '2025-02-28'],
])('outcomes asked %s plus %d months fall due on %s', (date, months, result) => {
  expect(addMonths(date, months)).toBe(result);
});

test.each([
  ['1980-08-17', '2026-08-16', 45, '40–49'],
  ['1980-08-17', '2026-08-17', 46, '40–49'],
  ['2004-02-29', '2024-02-28', 19, '<20'],
  ['2006-03-14', '2026-03-14', 20, '20–29'],
  ['1996-03-14', '2026-03-13', 29, '20–29'],
  ['1946-03-14', '2026-03-14', 80, '80+'],
])('who is born %s is on %s %d years old and shown as %s', (birth, today, age, band) => {
  expect(yearsBetween(birth, today)).toBe(age);
  expect(ageBand(birth, today)).toBe(band);
});

test('a birth date in the future has no age band', () => {
  expect(ageBand('2027-01-01', '2026-03-14')).toBeNull();
});

test('the day turns at midnight in Pekalongan, not in London', () => {
  expect(plainDateInWib(Date.UTC(2026, 2, 13, 16, 59))).toBe('2026-03-13');
  expect(plainDateInWib(Date.UTC(2026, 2, 13, 17, 0))).toBe('2026-03-14');
  expect(startOfDayInWib('2026-03-14')).toBe(Date.UTC(2026, 2, 13, 17, 0));
});

test('days and times are written as an office writes them', () => {
  expect(formatDate('2026-03-14')).toBe('14 Mar 2026');
  expect(formatDate('2026-08-05', 'en')).toBe('5 Aug 2026');
  expect(formatDate('2026-08-05')).toBe('5 Agu 2026');
  expect(formatLongDate('2024-11-05')).toBe('5 November 2024');
  expect(formatLongDate('2024-10-05', 'en')).toBe('5 October 2024');
  expect(formatWeekday('2026-03-14')).toBe('Sabtu');
  expect(formatTime(Date.UTC(2026, 2, 14, 0, 0))).toBe('07.00 WIB');
  expect(formatTime(Date.UTC(2026, 2, 14, 0, 0), 'en')).toBe('07:00 WIB');
  expect(formatInstant(Date.UTC(2026, 2, 13, 17, 5))).toBe('14 Mar 2026, 00.05 WIB');
});

test('arithmetic on something that is no day is a bug and throws', () => {
  expect(() => addDays('14/03/2026', 1)).toThrow(RangeError);
});
