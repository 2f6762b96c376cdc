import { expect, it } from 'vitest';
import { type ColumnMapping, unused } from './column-choice.ts';
import { judgeColumns } from './damaged-column.ts';

const mapping: ColumnMapping = [
  { ...unused, field: 'full_name' },
  { ...unused, field: 'nik' },
  { ...unused, field: 'phone' },
];
const nik = (at: number) => `337501470885${String(at * 37 + 1).padStart(4, '0')}`;
const verdictsOf = (rows: string[][]) =>
  Object.fromEntries(judgeColumns(rows, mapping).map(({ field, verdict }) => [field, verdict]));
const rows = (count: number, make: (at: number) => string[]) =>
  Array.from({ length: count }, (_, at) => make(at));

it('a NIK column whose last digits are all 0 is damaged as a whole', () => {
  const rounded = rows(40, (at) => ['Siti', `${nik(at).slice(0, 15)}0`, '081234567890']);
  expect(verdictsOf(rounded)).toEqual({ nik: 'damaged', phone: 'sound' });
});

it('so is one in scientific notation', () => {
  expect(verdictsOf(rows(10, () => ['Siti', '3,37501E+15', '']))).toMatchObject({ nik: 'damaged' });
});

it('a column of which some rows came through Excel is partly damaged', () => {
  const some = rows(100, (at) => ['Siti', at % 3 === 0 ? `${nik(at).slice(0, 15)}0` : nik(at), '']);
  expect(verdictsOf(some)).toMatchObject({ nik: 'partly' });
});

it('a sound column has its tenth of numbers that end in 0', () => {
  expect(verdictsOf(rows(200, (at) => ['Siti', nik(at), '']))).toMatchObject({ nik: 'sound' });
});

it('a phone column is damaged when it shows 8,12E+10 throughout', () => {
  expect(verdictsOf(rows(10, () => ['Siti', '', '8,12346E+10']))).toMatchObject({ phone: 'damaged' });
});

it('empty cells and dashes say nothing', () => {
  expect(
    judgeColumns(
      rows(10, () => ['Siti', '-', '']),
      mapping,
    ),
  ).toMatchObject([
    { field: 'nik', verdict: 'sound', judged: 0 },
    { field: 'phone', verdict: 'sound', judged: 0 },
  ]);
});
