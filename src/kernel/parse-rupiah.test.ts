import { describe, expect, test } from 'vitest';
import { type ColumnUnit, parseRupiah } from './parse-rupiah.ts';

describe('one amount', () => {
  test.each([
    ['1500000', 1_500_000],
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['Rp 1.500.000,-', 1_500_000],
    ['Rp. 1.500.000,00', 1_500_000],
    ['Rp1.500.000.-', 1_500_000],
    ['RP 1.500.000', 1_500_000],
    ['Rp\u00a01.500.000', 1_500_000],
    ['IDR 1500000', 1_500_000],
    ['1.500.000 rupiah', 1_500_000],
    ['1500000.00', 1_500_000],
    ["'1500000", 1_500_000],
    ['1,5 jt', 1_500_000],
    ['1.5jt', 1_500_000],
    ['1,15 juta', 1_150_000],
    ['1,5 Juta', 1_500_000],
    ['1.500 juta', 1_500_000_000],
    ['500rb', 500_000],
    ['750 ribu', 750_000],
    ['50k', 50_000],
    ['2 M', 2_000_000_000],
    ['2,5 milyar', 2_500_000_000],
    ['1 miliar', 1_000_000_000],
    ['1,2 T', 1_200_000_000_000],
    ['1 jt 500 rb', 1_500_000],
    ['1 juta 500 ribu', 1_500_000],
    ['± 2 jt', 2_000_000],
    ['sekitar 2 jt', 2_000_000],
    ['3 jutaan', 3_000_000],
    ['3jt-an', 3_000_000],
    ['Rp 2.000.000 (dua juta rupiah)', 2_000_000],
    ['1.500', 1_500],
    ['1,500', 1_500],
    ['1.234.567,89', 1_234_568],
    ['0', 0],
    ['nihil', 0],
  ])('%j is %d rupiah', (text, rupiah) => {
    expect(parseRupiah(text)).toEqual({ ok: true, value: { kind: 'exact', rupiah, per: null } });
  });
});

describe('a band stays a band', () => {
  test.each([
    ['1-2 jt', 1_000_000, 2_000_000],
    ['1 – 2,5 juta', 1_000_000, 2_500_000],
    ['500rb-1jt', 500_000, 1_000_000],
    ['500 rb s/d 1 jt', 500_000, 1_000_000],
    ['500.000 - 1 jt', 500_000, 1_000_000],
    ['0-5 jt', 0, 5_000_000],
    ['1 jt sampai 2 jt', 1_000_000, 2_000_000],
    ['Rp 1.000.000 - Rp 2.000.000', 1_000_000, 2_000_000],
    ['Rp 1.000.000,- s.d. Rp 2.000.000,-', 1_000_000, 2_000_000],
    ['< 1 jt', 0, 1_000_000],
    ['di bawah 500 ribu', 0, 500_000],
    ['> 5 jt', 5_000_000, null],
    ['5 jt ke atas', 5_000_000, null],
    ['5jt+', 5_000_000, null],
  ])('%j is from %d to %s', (text, min, max) => {
    expect(parseRupiah(text)).toEqual({ ok: true, value: { kind: 'range', min, max, per: null } });
  });
});

test.each([
  ['1,5 jt/bulan', 'month'],
  ['1,5 jt per bln', 'month'],
  ['1,5jt sebulan', 'month'],
  ['1.500.000 / hari', 'day'],
  ['Rp 1.500.000,-/minggu', 'week'],
  ['1500000 per tahun', 'year'],
])('the period in %j is kept, not thrown away', (text, per) => {
  expect(parseRupiah(text)).toEqual({ ok: true, value: { kind: 'exact', rupiah: 1_500_000, per } });
});

test.each<[string, ColumnUnit, number]>([
  ['1,5', 1_000_000, 1_500_000],
  ['15', 1_000_000, 15_000_000],
  ['750', 1_000, 750_000],
  ['500 rb', 1_000_000, 500_000],
  ['1.500', 1_000, 1_500_000],
])('under a heading with a unit %j (× %d) is %d', (text, unit, rupiah) => {
  expect(parseRupiah(text, unit)).toEqual({ ok: true, value: { kind: 'exact', rupiah, per: null } });
});

describe('an amount that cannot be trusted is refused with its reason', () => {
  test.each([
    ['', 'blank'],
    ['-', 'blank'],
    ['1,5', 'amount_unit_missing'],
    ['2.5', 'amount_unit_missing'],
    ['1,500 jt', 'amount_ambiguous'],
    ['500-1 jt', 'amount_ambiguous'],
    ['2-1 jt', 'amount_ambiguous'],
    ['-500000', 'amount_negative'],
    ['(500.000)', 'amount_negative'],
    ['tidak tentu', 'amount_unreadable'],
    ['2 karung', 'amount_unreadable'],
    ['500 rb 1 jt', 'amount_unreadable'],
    ['1.50.000', 'amount_unreadable'],
    ['1-2-3 jt', 'amount_unreadable'],
    ['1,5E+06', 'excel_damaged'],
    ['99999999999999999', 'amount_too_large'],
  ])('%j → %s', (text, reason) => {
    expect(parseRupiah(text)).toEqual({ ok: false, refusal: reason });
  });
});
