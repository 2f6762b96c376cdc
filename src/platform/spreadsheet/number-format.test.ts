import { describe, expect, it } from 'vitest';
import { dateFromSerial, numberFormat, numberFormatOfCode } from './number-format.ts';

describe('number formats', () => {
  it.each(['dd/mm/yyyy', '[$-421]dd mmmm yyyy;@', 'hh:mm', '[h]:mm:ss', 'yyyy"-"mm'])(
    '%s shows a date or time',
    (code) => {
      expect(numberFormatOfCode(code)).toEqual({ kind: 'date' });
    },
  );

  it.each([
    'General',
    '#,##0',
    '"Rp"#,##0;[Red]-"Rp"#,##0',
    '0',
    '0.00',
    '@',
    '_("Rp"* #,##0_)',
    '0.00E+00',
    '[Red]0',
  ])('%s shows a plain number', (code) => {
    expect(numberFormatOfCode(code)).toEqual({ kind: 'plain' });
  });

  it('knows built-in formats by their number', () => {
    expect([14, 22, 9, 0, 4].map((id) => numberFormat(id).kind)).toEqual([
      'date',
      'date',
      'percent',
      'plain',
      'plain',
    ]);
  });
});

describe('day numbers', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45_000, false, '2023-03-15'],
    [45_000.5, false, '2023-03-15T12:00:00'],
    [0.25, false, '06:00:00'],
    [0, true, '1904-01-01'],
    [43_538, true, '2023-03-15'],
  ])('%d (1904: %s) is %s', (serial, date1904, expected) => {
    expect(dateFromSerial(serial, date1904)).toBe(expected);
  });

  it('beyond the calendar are no dates', () => {
    expect([dateFromSerial(-1), dateFromSerial(9e9)]).toEqual([undefined, undefined]);
  });
});
