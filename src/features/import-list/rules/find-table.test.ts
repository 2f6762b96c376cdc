import { describe, expect, it } from 'vitest';
import type { Row } from './cell.ts';
import { anAreaIndex } from './factory.ts';
import { findTable } from './find-table.ts';
import { readTitle, readTitleLine } from './read-title.ts';
import { RowSorter, type SortedRow } from './sort-rows.ts';

const areas = anAreaIndex('33.75');
const batang = anAreaIndex('33.25');
const header = ['NO', 'NAMA', 'NIK', 'ALAMAT', 'JENIS USAHA', 'NO HP'];
const siti: Row = [1, 'Siti Aminah', '3375014708850001', 'Jl. Jlamprang 12', 'Batik cap', '081234567890'];
const slamet: Row = [2, 'Slamet', '3375010708800002', 'Gg. 5', 'Warung makan', '085612345678'];

const sortAll = (rows: Row[], more: ConstructorParameters<typeof RowSorter>[2] = {}, index = areas) => {
  const table = findTable(rows)!;
  const { place } = readTitle(table.titles, '', index);
  const sorter = new RowSorter(table, place, { areas: index, ...more });
  return { table, sorted: rows.map((row) => sorter.sort(row)), sorter };
};
const reasons = (sorted: SortedRow[]) => sorted.map((row) => (row.kind === 'data' ? 'data' : row.reason));

describe('the header of a list', () => {
  it('stands below title rows and above the column numbers', () => {
    const rows: Row[] = [
      ['DAFTAR CALON PENERIMA BPUM'],
      ['KELURAHAN JENGGOT TAHUN 2022'],
      header,
      [1, 2, 3, 4, 5, 6],
      siti,
      slamet,
    ];
    const { table, sorted } = sortAll(rows);
    expect(table).toMatchObject({ headerRow: 2, headerHeight: 1, numberingRow: 3, firstRow: 4 });
    expect(table.titles).toEqual(['DAFTAR CALON PENERIMA BPUM', 'KELURAHAN JENGGOT TAHUN 2022']);
    expect(reasons(sorted)).toEqual(['title', 'title', 'header', 'numbering', 'data', 'data']);
  });

  it('may take two rows, with groups above', () => {
    const rows: Row[] = [
      ['NO', 'DATA PEMILIK', 'DATA PEMILIK', 'DATA USAHA', 'DATA USAHA', 'TENAGA KERJA', 'TENAGA KERJA'],
      ['NO', 'NAMA', 'NIK', 'NAMA', 'JENIS', 'L', 'P'],
      [1, 'Siti Aminah', '3375014708850001', 'Batik Nadia', 'Batik', 1, 2],
    ];
    const table = findTable(rows)!;
    expect(table).toMatchObject({ headerRow: 0, headerHeight: 2, firstRow: 2 });
    expect(table.headings[3]).toEqual({ text: 'NAMA', top: 'DATA USAHA' });
    expect(table.headings[0]).toEqual({ text: 'NO' });
    expect(table.headings[6]).toEqual({ text: 'P', top: 'TENAGA KERJA' });
  });

  it('may take two rows of which the group was merged and came as CSV', () => {
    const rows: Row[] = [
      ['No', 'Nama', 'Alamat', null, null, 'No HP'],
      [null, null, 'RT', 'RW', 'Desa', null],
      ['1', 'Siti Aminah', '02', '05', 'Jenggot', '081234567890'],
    ];
    expect(findTable(rows)!.headings.map(({ text, top }) => (top ? `${top} ${text}` : text))).toEqual([
      'No',
      'Nama',
      'Alamat RT',
      'Alamat RW',
      'Alamat Desa',
      'No HP',
    ]);
  });

  it('is not a row of names and trades that look like headings', () => {
    const rows: Row[] = [
      ['Nama', 'Usaha'],
      ['Nama Sari', 'Jasa usaha'],
      ['Siti', 'batik'],
    ];
    expect(findTable(rows)).toMatchObject({ headerRow: 0, headerHeight: 1 });
  });

  it('is not the block of "Kecamatan : Batang" above the list', () => {
    const rows: Row[] = [
      ['Desa', ':', 'Kalipucang Wetan'],
      ['Kecamatan', ':', 'Batang'],
      header,
      siti,
      slamet,
    ];
    const { table, sorted } = sortAll(rows, {}, batang);
    expect(table.headerRow).toBe(2);
    expect(sorted[3]).toMatchObject({
      kind: 'data',
      place: { village: 'Kalipucang Wetan', district: 'Batang' },
    });
  });

  it('may be missing altogether', () => {
    const rows = [siti, slamet, [3, 'Sri', '3375014708850003', '', 'Batik', '081234567891'] as Row];
    expect(findTable(rows)).toMatchObject({ headerRow: null, firstRow: 0 });
  });

  it('is not found in notes or an empty form', () => {
    expect(findTable([['Catatan rapat'], ['Hadir: 12 orang'], ['Selesai']])).toBeNull();
    expect(findTable([])).toBeNull();
  });
});

describe('rows that are no enterprise', () => {
  it('are sums, and the signature of the village head with all below it', () => {
    const rows: Row[] = [
      header,
      siti,
      slamet,
      [null, 'JUMLAH', null, null, null, 2],
      ['TOTAL KESELURUHAN', null, null, null, null, '2'],
      [null, null, null, null, 'Pekalongan, 14 Maret 2022'],
      [null, 'Mengetahui,', null, null, 'Yang membuat'],
      [null, 'Kepala Desa Jenggot'],
      [null, 'H. SUTRISNO, S.E.', null, null, 'SRI WAHYUNI'],
      [null, 'NIP. 197001011995031002'],
    ];
    const { sorted, sorter } = sortAll(rows);
    expect(reasons(sorted).slice(3)).toEqual([
      'total',
      'total',
      'signature',
      'signature',
      'signature',
      'signature',
      'signature',
    ]);
    expect(sorter.counts).toMatchObject({ data: 2, header: 1, total: 2, signature: 5 });
  });

  it('do not include a laundry called Total, or an owner of one name', () => {
    const rows: Row[] = [
      header,
      siti,
      [3, 'Total Laundry', null, null, 'Jasa cuci', null],
      [null, 'Ngatmi'],
      [4, 'Kasno'],
    ];
    expect(reasons(sortAll(rows, { nameColumns: [1] }).sorted)).toEqual([
      'header',
      'data',
      'data',
      'data',
      'data',
    ]);
  });

  it('are the header repeated on every page, its numbers, and remarks below', () => {
    const rows: Row[] = [
      header,
      siti,
      [...header],
      [1, 2, 3, 4, 5, 6],
      slamet,
      ['Keterangan: data dari RT'],
      ['*) belum dicek'],
      [7],
    ];
    expect(reasons(sortAll(rows).sorted)).toEqual([
      'header',
      'data',
      'repeated_header',
      'numbering',
      'data',
      'note',
      'note',
      'blank',
    ]);
  });

  it('read on after a signature when a second list follows in the same sheet', () => {
    const rows: Row[] = [header, siti, [null, 'Mengetahui'], [null, 'Sutrisno'], [...header], slamet];
    expect(reasons(sortAll(rows).sorted)).toEqual([
      'header',
      'data',
      'signature',
      'signature',
      'repeated_header',
      'data',
    ]);
  });

  it('are heads of sections, which give village and RT to the rows below', () => {
    const rows: Row[] = [
      ['DATA UMKM KECAMATAN BATANG'],
      header,
      ['DESA KALIPUCANG WETAN'],
      siti,
      Array.from({ length: 6 }, () => 'Desa Kalipucang Kulon'),
      slamet,
      ['RT 03 RW 02'],
      siti,
    ];
    const { sorted } = sortAll(rows, {}, batang);
    expect(reasons(sorted)).toEqual([
      'title',
      'header',
      'section',
      'data',
      'section',
      'data',
      'section',
      'data',
    ]);
    expect(sorted[3]).toMatchObject({ place: { village: 'KALIPUCANG WETAN', district: 'BATANG' } });
    expect(sorted[5]).toMatchObject({ place: { village: 'Kalipucang Kulon', district: 'BATANG' } });
    expect(sorted[7]).toMatchObject({ place: { rt: '03', rw: '02' } });
  });
});

describe('titles', () => {
  it('tell village, district, year, day and kind of the list', () => {
    const lines = [
      'PEMERINTAH KABUPATEN BATANG',
      'DAFTAR CALON PENERIMA BPUM TAHUN 2021',
      'DESA KALIPUCANG WETAN KECAMATAN BATANG',
      'per 14 Maret 2022',
    ];
    expect(readTitle(lines, 'Sheet1', batang)).toMatchObject({
      place: { village: 'KALIPUCANG WETAN', district: 'BATANG', regency: 'KABUPATEN BATANG' },
      year: 2022,
      asOf: '2022-03-14',
      preset: 'bpum',
    });
  });

  it.each([
    ['Ds. Kalipucang Wetan', 'Kalipucang Wetan'],
    ['KALIPUCANG WTN', 'KALIPUCANG WTN'],
    ['Kel. Kauman (2)', 'Kauman'],
    ['Rekap', ''],
    ['Sheet1', ''],
  ])('the tab "%s" names the village "%s"', (tab, village) => {
    expect(readTitle([], tab, batang).place.village).toBe(village);
  });

  it('do not take "desa se-Kecamatan Batang" for a village', () => {
    expect(readTitleLine('REKAP UMKM DESA SE-KECAMATAN BATANG', batang).place.village).toBe('');
  });
});
