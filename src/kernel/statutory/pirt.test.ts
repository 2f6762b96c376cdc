import { expect, test } from 'vitest';
import { decodePirt, parsePirt } from './pirt.ts';

test.each([
  '2063375010123-27',
  'P-IRT No. 2063375010123-27',
  'PIRT 2063375010123-27',
  'P.IRT: 206 3375 01 0123 - 27',
  '206337501012327',
  "'206337501012327",
])('%j is the P-IRT number 2063375010123-27', (text) => {
  expect(parsePirt(text)).toEqual({ ok: true, value: '2063375010123-27' });
});

test.each([
  ['', 'blank'],
  ['2063375010123', 'pirt_format'],
  ['9063375010123-27', 'pirt_format'],
  ['0063375010123-27', 'pirt_format'],
  ['2063375010123-2027', 'pirt_format'],
  ['sedang diurus', 'pirt_format'],
  ['2,06338E+14', 'excel_damaged'],
])('%j is refused: %s', (text, reason) => {
  expect(parsePirt(text)).toEqual({ ok: false, refusal: reason });
});

test('a P-IRT number tells its region and the year in which it expires', () => {
  expect(decodePirt('2063325010123-27')).toEqual({
    packaging: 2,
    foodType: '06',
    regency: '33.25',
    product: '01',
    producer: '0123',
    expiryYear: 2027,
  });
  expect(() => decodePirt('2063325010123')).toThrow(RangeError);
});
