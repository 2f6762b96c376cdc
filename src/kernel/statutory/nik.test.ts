import { describe, expect, test } from 'vitest';
import { decodeNik, isNik, maskNik, parseNik } from './nik.ts';

const today = '2026-03-14';

describe('a NIK is accepted as people write it', () => {
  test.each([
    ['3375011708800001', '3375011708800001'],
    [' 3375 0117 0880 0001 ', '3375011708800001'],
    ["'3375011708800001", '3375011708800001'],
    ['3375011708800001.0', '3375011708800001'],
    ['33.75.01.170880.0001', '3375011708800001'],
    ['\ufeff3375011708800001\u00a0', '3375011708800001'],
    ['3375015708800010', '3375015708800010'],
    ['3375017112809999', '3375017112809999'],
    ['3375013112809999', '3375013112809999'],
    ['3375014101800001', '3375014101800001'],
  ])('%j', (text, nik) => {
    expect(parseNik(text)).toEqual({ ok: true, value: nik });
    expect(isNik(nik)).toBe(true);
  });
});

describe('a NIK that cannot be one is refused with its reason', () => {
  test.each([
    ['', 'blank'],
    ['-', 'blank'],
    ['337501170880001', 'nik_length'],
    ['33750117088000011', 'nik_length'],
    ['3375O11708800001', 'digits_expected'],
    ['belum punya', 'digits_expected'],
    ['0000000000000000', 'placeholder'],
    ['1111111111111111', 'placeholder'],
    ['1234567890123456', 'nik_pattern'],
    ['3375010008800001', 'nik_pattern'],
    ['3375013208800001', 'nik_pattern'],
    ['3375014008800001', 'nik_pattern'],
    ['3375017208800001', 'nik_pattern'],
    ['3375018008800001', 'nik_pattern'],
    ['3375011700800001', 'nik_pattern'],
    ['3375011713800001', 'nik_pattern'],
    ['3375011713800000', 'nik_pattern'],
    ['3375011708800000', 'excel_damaged'],
    ['3,37501E+15', 'excel_damaged'],
    ['3.37501E+15', 'excel_damaged'],
  ])('%j → %s', (text, reason) => {
    expect(parseNik(text)).toEqual({ ok: false, refusal: reason });
  });
});

test('a NIK tells district of first registration, birth date, sex and serial', () => {
  expect(decodeNik('3375011708800001', today)).toEqual({
    district: '33.75.01',
    regency: '33.75',
    sex: 'male',
    day: 17,
    month: 8,
    yearOfCentury: 80,
    birthDate: '1980-08-17',
    serial: '0001',
  });
});

test.each([
  ['3325045708800001', 'female', '1980-08-17'],
  ['3325044108800001', 'female', '1980-08-01'],
  ['3325041403260001', 'male', '2026-03-14'],
  ['3325041503260001', 'male', '1926-03-15'],
  ['3325047112990001', 'female', '1999-12-31'],
  ['3325042902000001', 'male', '2000-02-29'],
  ['3325043102800001', 'male', null],
])('%s belongs to a %s born %s', (nik, sex, birthDate) => {
  expect(decodeNik(nik, today)).toMatchObject({ sex, birthDate });
});

test('decoding something that is no NIK is a bug and throws', () => {
  expect(() => decodeNik('337501', today)).toThrow(RangeError);
});

test('a masked NIK shows the last four digits only', () => {
  expect(maskNik('3375011708801234')).toBe('************1234');
});
