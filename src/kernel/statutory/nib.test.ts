import { expect, test } from 'vitest';
import { parseNib } from './nib.ts';

test.each([
  ['0220001234567', { ok: true, value: '0220001234567' }],
  ['NIB: 9120001234567', { ok: true, value: '9120001234567' }],
  ["'9120 0012 34567", { ok: true, value: '9120001234567' }],
  ['9120001234567.0', { ok: true, value: '9120001234567' }],
  ['220001234567', { ok: false, refusal: 'leading_zero_lost' }],
  ['91200012345678', { ok: false, refusal: 'nib_length' }],
  ['9,12E+12', { ok: false, refusal: 'excel_damaged' }],
  ['0000000000000', { ok: false, refusal: 'placeholder' }],
  ['proses', { ok: false, refusal: 'digits_expected' }],
  ['', { ok: false, refusal: 'blank' }],
])('the NIB %j is read as %j', (text, outcome) => {
  expect(parseNib(text)).toEqual(outcome);
});
