import { describe, expect, test } from 'vitest';
import {
  areaAt,
  areaLevel,
  contains,
  isAreaCode,
  parentArea,
  parseAreaCode,
  villageKind,
} from './area-code.ts';

test.each([
  ['33', '33', 'province', null],
  ['33.75', '33.75', 'regency', '33'],
  ['3375', '33.75', 'regency', '33'],
  ['33.75.01', '33.75.01', 'district', '33.75'],
  ['337501', '33.75.01', 'district', '33.75'],
  [' 33.75.01.1001 ', '33.75.01.1001', 'village', '33.75.01'],
  ['33.25.04.2003.', '33.25.04.2003', 'village', '33.25.04'],
])('%j is %s, a %s within %s', (text, code, level, parent) => {
  expect(parseAreaCode(text)).toEqual({ ok: true, value: code });
  expect(areaLevel(code)).toBe(level);
  expect(parentArea(code)).toBe(parent);
});

test.each([
  ['', 'blank'],
  ['3', 'area_format'],
  ['03.75', 'area_format'],
  ['33.7', 'area_format'],
  ['33.75.1', 'area_format'],
  ['33.75.01.001', 'area_format'],
  ['33.75.01.0001', 'area_format'],
  ['33.75.01.1001.1', 'area_format'],
  ['Bendan', 'area_format'],
  ['3375010', 'area_without_dots'],
  ['3375010001', 'area_without_dots'],
  ['3375011001', 'area_without_dots'],
])('%j is refused: %s (a BPS code is never taken for a Kemendagri code)', (text, reason) => {
  expect(parseAreaCode(text)).toEqual({ ok: false, refusal: reason });
  expect(isAreaCode(text)).toBe(false);
});

describe('one area lies in another', () => {
  test.each([
    ['33', '33.75.01.1001', true],
    ['33.75', '33.75', true],
    ['33.75.01', '33.75.01.1001', true],
    ['33.75', '33', false],
    ['33.7', '33.75', false],
    ['33.25', '33.75.01', false],
  ])('%s contains %s: %s', (outer, inner, inside) => {
    expect(contains(outer, inner)).toBe(inside);
  });
});

test('the higher areas of a village are read from its code', () => {
  expect(areaAt('33.75.01.1001', 'province')).toBe('33');
  expect(areaAt('33.75.01.1001', 'regency')).toBe('33.75');
  expect(areaAt('33.75.01.1001', 'village')).toBe('33.75.01.1001');
  expect(areaAt('33.75', 'district')).toBeNull();
});

test('the first of the last four digits tells kelurahan from desa', () => {
  expect(villageKind('33.75.01.1001')).toBe('kelurahan');
  expect(villageKind('33.25.04.2003')).toBe('desa');
  expect(villageKind('33.75.01')).toBeNull();
});

test('the level of something that is no code is a bug and throws', () => {
  expect(() => areaLevel('3375010')).toThrow(RangeError);
});
