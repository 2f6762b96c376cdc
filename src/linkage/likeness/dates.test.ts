import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from './dates.ts';

test.each([
  ['1970-01-01', 0],
  ['1971-06-24', 539],
  ['19710624', 539],
  ['1971/06/24', 539],
  ['1971-06-24T07:00:00Z', 539],
  ['24/06/1971', 539],
  ['24-6-1971', 539],
  ['06/24/1971', 539],
  ['05/06/1971', 520],
  ['2000-02-29', 11016],
])('%s is day %d', (text, day) => {
  expect(dayNumber(text)).toBe(day);
});

test.each([
  '1971-02-30',
  '1900-02-29',
  '1971-13-01',
  '1971-00-10',
  '32/01/1971',
  '31/04/1971',
  '13/13/1971',
  'kemarin',
  '24/06/71',
  '',
])('%s is no day of the calendar', (text) => {
  expect(dayNumber(text)).toBeNull();
});

test('every day is found again by its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dayNumber(iso)).toBe(day);
      expect(dayNumber(iso.split('-').reverse().join('/'))).toBe(day);
    }),
  );
});
