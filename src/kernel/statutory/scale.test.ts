import { describe, expect, test } from 'vitest';
import {
  decideScaleBasis,
  type ScaleCriteria,
  scaleBy,
  scaleByWorkers,
  scaleCriteriaOn,
  scaleLabel,
  type UmkmScale,
  umkmScaleCriteria,
} from './scale.ts';

const current = scaleCriteriaOn('2026-03-14')!;

describe('PP 7/2021 art. 35: lower bounds exclusive, upper inclusive', () => {
  test.each<[number, UmkmScale]>([
    [0, 'mikro'],
    [1_000_000_000, 'mikro'],
    [1_000_000_001, 'kecil'],
    [5_000_000_000, 'kecil'],
    [5_000_000_001, 'menengah'],
    [10_000_000_000, 'menengah'],
    [10_000_000_001, 'besar'],
  ])('capital of Rp %d is %s', (capital, scale) => {
    expect(scaleBy('capital', capital, current)).toBe(scale);
  });

  test.each<[number, UmkmScale]>([
    [2_000_000_000, 'mikro'],
    [2_000_000_001, 'kecil'],
    [15_000_000_000, 'kecil'],
    [15_000_000_001, 'menengah'],
    [50_000_000_000, 'menengah'],
    [50_000_000_001, 'besar'],
  ])('yearly sales of Rp %d are %s', (sales, scale) => {
    expect(scaleBy('sales', sales, current)).toBe(scale);
  });
});

test.each([
  ['2008-07-03', undefined],
  ['2008-07-04', 'UU 20/2008 pasal 6'],
  ['2021-02-01', 'UU 20/2008 pasal 6'],
  ['2021-02-02', 'PP 7/2021 pasal 35'],
  ['2026-03-14', 'PP 7/2021 pasal 35'],
])('on %s the rule in force is %s', (on, source) => {
  expect(scaleCriteriaOn(on)?.source).toBe(source);
});

test('an old record keeps the scale of its day', () => {
  expect(scaleBy('sales', 400_000_000, scaleCriteriaOn('2020-06-01')!)).toBe('kecil');
  expect(scaleBy('sales', 400_000_000, current)).toBe('mikro');
});

test('an amendment is a new row of the table, from its own day', () => {
  const amended: ScaleCriteria = {
    inForceFrom: '2027-01-01',
    source: 'contoh',
    capital: [2e9, 10e9, 20e9],
    sales: [4e9, 30e9, 100e9],
  };
  const table = [...umkmScaleCriteria, amended];
  expect(scaleCriteriaOn('2027-01-01', table)).toBe(amended);
  expect(scaleCriteriaOn('2026-12-31', table)).toBe(current);
});

test.each([
  ['registration', '2024-05-01', 'capital'],
  ['registration', '2021-02-02', 'capital'],
  ['registration', '2021-02-01', 'sales'],
  ['registration', null, 'capital'],
  ['empowerment', '2024-05-01', 'sales'],
] as const)('for %s an enterprise founded %s is measured by %s', (purpose, founded, basis) => {
  expect(decideScaleBasis(purpose, founded, current)).toBe(basis);
});

test.each<[number, UmkmScale]>([
  [1, 'mikro'],
  [4, 'mikro'],
  [5, 'kecil'],
  [19, 'kecil'],
  [20, 'menengah'],
  [99, 'menengah'],
  [100, 'besar'],
])('BPS: %d workers make an enterprise %s', (workers, scale) => {
  expect(scaleByWorkers(workers)).toBe(scale);
});

test('amounts below zero and enterprises without workers are bugs and throw', () => {
  expect(() => scaleBy('sales', -1, current)).toThrow(RangeError);
  expect(() => scaleBy('sales', Number.NaN, current)).toThrow(RangeError);
  expect(() => scaleByWorkers(0)).toThrow(RangeError);
});

test('scales are named in both languages', () => {
  expect(scaleLabel('mikro', 'id')).toBe('Mikro');
  expect(scaleLabel('menengah', 'en')).toBe('Medium');
});
