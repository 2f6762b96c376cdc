import { describe, expect, test } from 'vitest';
import { parseDate } from './parse-date.ts';

const today = '2026-03-14';

describe('a day is read as village lists write it', () => {
  test.each<[string | number, string]>([
    ['17/08/1980', '1980-08-17'],
    ['7/8/1980', '1980-08-07'],
    ['17-08-80', '1980-08-17'],
    ['17.08.1980', '1980-08-17'],
    ['17 08 1980', '1980-08-17'],
    ['17 - 08 - 1980', '1980-08-17'],
    ['1980-08-17', '1980-08-17'],
    ['1980/8/7', '1980-08-07'],
    ['5 Nopember 2024', '2024-11-05'],
    ['17 Agt 1980', '1980-08-17'],
    ['17-Agu-80', '1980-08-17'],
    ['17 AGUSTUS 1980', '1980-08-17'],
    ['1 Pebruari 1979', '1979-02-01'],
    ['12 Mei 1990', '1990-05-12'],
    ['3 Okt 2001', '2001-10-03'],
    ['31 Des. 1999', '1999-12-31'],
    ['August 17, 1980', '1980-08-17'],
    ['Selasa, 5 November 2024', '2024-11-05'],
    ['Pekalongan, 17-08-1980', '1980-08-17'],
    ['PEKALONGAN 17 Agustus 1980', '1980-08-17'],
    ["'17/08/1980", '1980-08-17'],
    ['17081980', '1980-08-17'],
    ['1081980', '1980-08-01'],
    ['170880', '1980-08-17'],
    ['19800817', '1980-08-17'],
    [29450, '1980-08-17'],
    ['29450', '1980-08-17'],
    ['45601.5', '2024-11-05'],
    [10000, '1927-05-18'],
    ['1980-08-17 00:00:00', '1980-08-17'],
    ['1980-08-17T00:00:00', '1980-08-17'],
    ['1980-08-16T17:00:00.000Z', '1980-08-17'],
    ['17/08/1980 07.30 WIB', '1980-08-17'],
    ['29/02/2024', '2024-02-29'],
  ])('%j → %s', (text, date) => {
    expect(parseDate(text, today)).toEqual({ ok: true, value: date });
  });
});

describe('a day that cannot be trusted is refused with its reason', () => {
  test.each<[string | number, string]>([
    ['', 'blank'],
    [' - ', 'blank'],
    ['00-00-0000', 'placeholder'],
    [0, 'placeholder'],
    ['1900-01-01', 'placeholder'],
    ['31/02/1980', 'date_impossible'],
    ['29/02/2025', 'date_impossible'],
    ['17/08/0080', 'date_impossible'],
    ['32/13/1980', 'date_impossible'],
    ['08/17/1980', 'date_month_first'],
    ['1980-17-08', 'date_month_first'],
    ['1980', 'date_incomplete'],
    ['Agustus 1980', 'date_incomplete'],
    ['08/1980', 'date_incomplete'],
    ['tidak tahu', 'date_unreadable'],
    ['17 Foo 1980', 'date_unreadable'],
    ['123', 'date_unreadable'],
    ['99999', 'date_unreadable'],
    ['3375011708800001', 'date_unreadable'],
  ])('%j → %s', (text, reason) => {
    expect(parseDate(text, today)).toEqual({ ok: false, refusal: reason });
  });
});

describe('a year of two digits', () => {
  test.each([
    ['14-03-26', 'past', '2026-03-14'],
    ['15-03-26', 'past', '1926-03-15'],
    ['17-08-45', 'past', '1945-08-17'],
    ['31-12-27', 'any', '2027-12-31'],
    ['31-12-76', 'any', '2076-12-31'],
    ['31-12-77', 'any', '1977-12-31'],
  ] as const)('%s for a %s day is %s', (text, when, date) => {
    expect(parseDate(text, today, when)).toEqual({ ok: true, value: date });
  });
});

test('a birth date that has not come yet is refused', () => {
  expect(parseDate('15/03/2026', today, 'past')).toEqual({ ok: false, refusal: 'date_in_future' });
  expect(parseDate('15/03/2026', today)).toEqual({ ok: true, value: '2026-03-15' });
});
