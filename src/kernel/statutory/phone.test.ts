import { describe, expect, test } from 'vitest';
import { extractPhones, formatPhone, maskPhone, parsePhone } from './phone.ts';

const mobile = { e164: '+6281234567890', kind: 'mobile' } as const;

describe('a mobile number is one number however it is written', () => {
  test.each([
    '081234567890',
    '0812-3456-7890',
    '0812 3456 7890',
    '0812.3456.7890',
    '+6281234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '62 812 3456 7890',
    '+62 0812 3456 7890',
    '+62 (0) 812 3456 7890',
    '006281234567890',
    '+626281234567890',
    '62081234567890',
    '81234567890',
    '81234567890.0',
    "'081234567890",
    'O81234567890',
    'HP: 081234567890',
    'WA 0812 3456 7890',
    '081234567890 (Bu Siti)',
  ])('%j', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: mobile });
  });
});

test.each([
  ['(0285) 421234', '+62285421234', 'landline'],
  ['0285-421234', '+62285421234', 'landline'],
  ['+62 285 421234', '+62285421234', 'landline'],
  ['62285421234', '+62285421234', 'landline'],
  ['0628-320123', '+62628320123', 'landline'],
  ['+62 628 320123', '+62628320123', 'landline'],
  ['Telp. 021 5201590', '+62215201590', 'landline'],
  ['+60 12-345 6789', '+60123456789', 'foreign'],
  ['0812345678', '+62812345678', 'mobile'],
  ['0812345678901', '+62812345678901', 'mobile'],
])('%j is %s, a %s number', (text, e164, kind) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: { e164, kind } });
});

test.each([
  ['', 'blank'],
  ['-', 'blank'],
  ['tidak punya', 'phone_invalid'],
  ['08123', 'phone_invalid'],
  ['0812345', 'phone_invalid'],
  ['08123456789012', 'phone_invalid'],
  ['084123456789', 'phone_invalid'],
  ['421234', 'phone_invalid'],
  ['3375011708800001', 'phone_invalid'],
  ['0000000000', 'phone_invalid'],
  ['8,12346E+10', 'excel_damaged'],
  ['6,28123E+12', 'excel_damaged'],
])('%j is refused: %s', (text, reason) => {
  expect(parsePhone(text)).toEqual({ ok: false, refusal: reason });
});

test('a local number takes the area code of the office', () => {
  expect(parsePhone('421234', '0285')).toEqual({
    ok: true,
    value: { e164: '+62285421234', kind: 'landline' },
  });
  expect(parsePhone('081234567890', '0285')).toEqual({ ok: true, value: mobile });
});

test.each<[string, string[], string[]]>([
  ['081234567890', ['+6281234567890'], []],
  ['081234567890 / 085612345678', ['+6281234567890', '+6285612345678'], []],
  ['081234567890, 0812-3456-7890', ['+6281234567890'], []],
  ['081234567890 atau (0285) 421234', ['+6281234567890', '+62285421234'], []],
  ['081234567890 085612345678', ['+6281234567890', '+6285612345678'], []],
  ['0812 3456 7890 0856 1234 5678', ['+6281234567890', '+6285612345678'], []],
  ['081234567890\n6285612345678', ['+6281234567890', '+6285612345678'], []],
  ['081234567890; 08123', ['+6281234567890'], ['08123']],
  ['8,12346E+10', [], ['8,12346E+10']],
  ['-', [], []],
  ['', [], []],
])('the cell %j holds %j', (cell, numbers, rejected) => {
  const extracted = extractPhones(cell);
  expect(extracted.phones.map((phone) => phone.e164)).toEqual(numbers);
  expect(extracted.rejected).toEqual(rejected);
});

test.each([
  ['+6281234561234', '08******1234', '0812-3456-1234'],
  ['+62285421234', '02******1234', '(0285) 421234'],
  ['+60123456789', '+60******6789', '+60 12 345 6789'],
])('%s is shown as %s, in full as %s', (e164, masked, full) => {
  expect(maskPhone(e164)).toBe(masked);
  expect(formatPhone(e164)).toBe(full);
});
