import { expect, it } from 'vitest';
import { findTable } from './find-table.ts';
import { inListOrder, planSheets, type SeenSheet } from './plan-sheets.ts';

const header = ['No', 'Nama', 'NIK', 'Alamat', 'Jenis Usaha', 'No HP'];
const row = (name: string) => [1, name, '3375014708850001', 'Gg. 5', 'Batik', '081234567890'];
const aSheet = (index: number, name: string, rows: (string | number)[][], hasName = true): SeenSheet => ({
  index,
  name,
  rowCount: rows.length,
  table: findTable(rows),
  hasName,
});

it('one sheet for each village makes one list', () => {
  const plan = planSheets(
    ['Jenggot', 'Kauman', 'Bendan'].map((name, at) => aSheet(at, name, [header, row('Siti'), row('Sri')])),
  );
  expect(plan.lists).toHaveLength(1);
  expect(plan.lists[0]!.sheets.map(({ name }) => name)).toEqual(['Jenggot', 'Kauman', 'Bendan']);
});

it('columns in another order, otherwise spelt or left out still belong to the list', () => {
  const other = ['NO', 'NIK KTP', 'NAMA', 'Alamat', 'Jns Usaha'];
  const plan = planSheets([
    aSheet(0, 'Jenggot', [header, row('Siti'), row('Sri')]),
    aSheet(1, 'Kauman', [
      other,
      [1, '3375014708850002', 'Slamet', 'Gg. 5', 'Kerupuk'],
      [2, '3375014708850003', 'Sri', '', 'Batik'],
    ]),
  ]);
  const [list] = plan.lists;
  expect(list!.sheets[1]!.columns).toEqual([0, 2, 1, 3, 4, -1]);
  expect(inListOrder([1, 'nik', 'Slamet', 'Gg. 5', 'Kerupuk'], list!.sheets[1]!.columns)).toEqual([
    1,
    'Slamet',
    'nik',
    'Gg. 5',
    'Kerupuk',
    null,
  ]);
});

it('sheets of other columns are a list of their own, the largest first', () => {
  const plan = planSheets([
    aSheet(0, 'Alat', [
      ['Nama alat', 'Merek', 'Jumlah', 'Satuan'],
      ['Canting', 'X', 3, 'buah'],
      ['Kompor', 'Y', 2, 'buah'],
    ]),
    aSheet(1, 'UMKM', [header, row('Siti'), row('Sri'), row('Tri')]),
  ]);
  expect(plan.lists[0]!.leading.name).toBe('UMKM');
  expect(plan.lists).toHaveLength(2);
});

it('sheets that are no list are named with the reason', () => {
  const plan = planSheets([
    aSheet(0, 'Grafik', []),
    aSheet(1, 'Catatan', [['Hasil rapat'], ['Hadir 12 orang']]),
    aSheet(
      2,
      'Rekap',
      [
        ['No', 'Desa', 'Jumlah'],
        [1, 'Jenggot', 20],
        [2, 'Kauman', 30],
      ],
      false,
    ),
  ]);
  expect(plan.lists).toEqual([]);
  expect(plan.skipped.map(({ name, reason }) => [name, reason])).toEqual([
    ['Grafik', 'empty'],
    ['Catatan', 'no_table'],
    ['Rekap', 'no_names'],
  ]);
});
