import { expect, test } from 'vitest';
import { decodeNip, formatNip, parseNip } from './nip.ts';

test.each([
  ['198008172005011003', '198008172005011003'],
  ['NIP. 19800817 200501 1 003', '198008172005011003'],
  ['19900101 202221 2 001', '199001012022212001'],
])('%j is the NIP %s', (text, nip) => {
  expect(parseNip(text)).toEqual({ ok: true, value: nip });
});

test.each([
  ['', 'blank'],
  ['19800817200501100', 'nip_length'],
  ['198013172005011003', 'nip_pattern'],
  ['198008172005131003', 'nip_pattern'],
  ['198008172005013003', 'nip_pattern'],
  ['198008171985011003', 'nip_pattern'],
  ['198008172005011000', 'excel_damaged'],
  ['1,98008E+17', 'excel_damaged'],
  ['honorer', 'digits_expected'],
])('%j is refused: %s', (text, reason) => {
  expect(parseNip(text)).toEqual({ ok: false, refusal: reason });
});

test('a NIP tells birth date, appointment and sex', () => {
  expect(decodeNip('198008172005011003')).toEqual({
    birthDate: '1980-08-17',
    appointedYear: 2005,
    appointedMonth: 1,
    sex: 'male',
    serial: '003',
  });
  expect(decodeNip('199001012022212001')).toMatchObject({ appointedMonth: null, sex: 'female' });
  expect(formatNip('198008172005011003')).toBe('19800817 200501 1 003');
  expect(() => decodeNip('1980')).toThrow(RangeError);
});
