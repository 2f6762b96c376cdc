import { expect, test } from 'vitest';
import { decodeNoKk, maskNoKk, parseNoKk } from './no-kk.ts';

test.each([
  ['3375011203150007', { ok: true, value: '3375011203150007' }],
  ["'3375 0112 0315 0007", { ok: true, value: '3375011203150007' }],
  ['', { ok: false, refusal: 'blank' }],
  ['337501120315007', { ok: false, refusal: 'no_kk_length' }],
  ['3375011203150000', { ok: false, refusal: 'excel_damaged' }],
  ['3,37501E+15', { ok: false, refusal: 'excel_damaged' }],
  ['0000000000000000', { ok: false, refusal: 'placeholder' }],
  ['33750l1203150007', { ok: false, refusal: 'digits_expected' }],
])('the family card number %j is read as %j', (text, outcome) => {
  expect(parseNoKk(text)).toEqual(outcome);
});

test.each([
  ['3375011203150007', '33.75.01', '2015-03-12'],
  ['3325041403260001', '33.25.04', '2026-03-14'],
  ['3325045703150001', '33.25.04', null],
])('%s was issued in %s on %s', (noKk, district, issued) => {
  expect(decodeNoKk(noKk, '2026-03-14')).toEqual({ district, issued });
});

test('a masked family card number shows the last four digits only', () => {
  expect(maskNoKk('3375011203150007')).toBe('************0007');
});

test('decoding something else is a bug and throws', () => {
  expect(() => decodeNoKk('3375', '2026-03-14')).toThrow(RangeError);
});
