import { expect, test } from 'vitest';
import { formatNpwp, parseNpwp } from './npwp.ts';

// Luhn by hand for 01234567: 0 + 2 + 2 + 6 + 4 + 1 + 6 + 5 = 26, so the ninth digit is 4.
const legacy = { number: '0012345674502000', kind: 'legacy' } as const;

test.each([
  ['01.234.567.4-502.000', legacy],
  ['NPWP 012345674502000', legacy],
  ['0012345674502000', legacy],
  ['3375011708800001', { number: '3375011708800001', kind: 'nik' }],
  ['1000000001234567', { number: '1000000001234567', kind: 'other' }],
])('the NPWP %j is accepted', (text, npwp) => {
  expect(parseNpwp(text)).toEqual({ ok: true, value: npwp });
});

test.each([
  ['01.234.567.5-502.000', 'check_digit'],
  ['01.243.567.4-502.000', 'check_digit'],
  ['0012345675502000', 'check_digit'],
  ['12345674502000', 'leading_zero_lost'],
  ['12345675502000', 'npwp_length'],
  ['0123456745020', 'npwp_length'],
  ['1.23457E+14', 'excel_damaged'],
  ['00.000.000.0-000.000', 'placeholder'],
  ['tidak ada', 'digits_expected'],
  ['', 'blank'],
])('the NPWP %j is refused: %s', (text, reason) => {
  expect(parseNpwp(text)).toEqual({ ok: false, refusal: reason });
});

test('a legacy number is written with its dots, a NIK is not', () => {
  expect(formatNpwp(legacy)).toBe('01.234.567.4-502.000');
  expect(formatNpwp({ number: '3375011708800001', kind: 'nik' })).toBe('3375011708800001');
});
