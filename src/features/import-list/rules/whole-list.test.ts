import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldMessages } from '#kernel/field-code.ts';
import { generateList } from '#sample/generate-list.ts';
import type { ListKind } from '#sample/list/list-columns.ts';
import type { MessLevel } from '#sample/list/mess-rates.ts';
import { KBLI } from '#sample/sample-areas.fixture.ts';
import { columnSummary, damageMessage, mappingFaultText } from '../messages/column-messages.ts';
import { problemMessage } from '../messages/problem-messages.ts';
import { readingSummary } from '../messages/reading-messages.ts';
import type { Row } from './cell.ts';
import { DamageWatch } from './damaged-column.ts';
import { aListContext, anAreaIndex, areasAroundPekalongan } from './factory.ts';
import { findTable } from './find-table.ts';
import { listProblems } from './list-problems.ts';
import { readTitle } from './read-title.ts';
import { mappingOf, recogniseColumns } from './recognise-columns.ts';
import { RowSorter } from './sort-rows.ts';
import { rowValidator, type ValidatedRow } from './validate-row.ts';

const areas = anAreaIndex('33.75');
const sampleAreas = areasAroundPekalongan
  .filter(({ code }) => /^33\.75\.\d\d\.\d{4}$/.test(code))
  .map(({ code, name }) => ({ code, name, districtName: areas.name(code.slice(0, 8)) }));

const aList = (kind: ListKind, mess: MessLevel, rows = 600) => {
  const made = [
    ...generateList({
      officeCode: '33.75',
      kind,
      rows,
      overlap: 0.5,
      mess,
      seed: 11,
      against: { seed: 5, rows: 3000 },
      areas: sampleAreas,
      kbli: KBLI,
    }),
  ];
  return [[...made[0]!.header], ...made.map(({ cells }) => cells)];
};

/** From the rows of a sheet to checked rows, as the import does it. */
const bringIn = (sheet: readonly Row[], tab = 'Sheet1') => {
  const table = findTable(sheet);
  if (table === null) return null;
  const { place } = readTitle(table.titles, tab, areas);
  const recognised = recogniseColumns({
    headings: table.headings,
    rows: sheet.slice(table.firstRow, table.firstRow + 300),
    areas,
  });
  const mapping = mappingOf(recognised.columns);
  const nameColumns = recognised.columns.flatMap(({ field, column }) =>
    field === 'full_name' || field === 'business_name' ? [column] : [],
  );
  const sorter = new RowSorter(table, place, { areas, nameColumns });
  const watch = new DamageWatch(mapping);
  const data = sheet.map((row) => ({ row, sorted: sorter.sort(row) }));
  for (const { row, sorted } of data) if (sorted.kind === 'data') watch.add(row);
  const damage = watch.reports();
  const validate = rowValidator(mapping, aListContext({ damage }));
  const rows: ValidatedRow[] = [];
  for (const { row, sorted } of data) if (sorted.kind === 'data') rows.push(validate(row, sorted.place));
  return { rows, damage, recognised, skipped: sheet.length - rows.length, counts: sorter.counts };
};
const share = (rows: readonly ValidatedRow[], disposition: ValidatedRow['disposition']) =>
  rows.filter((row) => row.disposition === disposition).length / rows.length;

describe('a whole list', () => {
  it.each(['bpum', 'sidt', 'oss', 'village'] as const)('%s of little mess comes in nearly whole', (kind) => {
    const { rows, recognised } = bringIn(aList(kind, 'low'))!;
    expect(recognised.doubtful).toEqual([]);
    expect(rows).toHaveLength(600);
    expect(share(rows, 'ready')).toBeGreaterThan(0.97);
  });

  it.each(['bpum', 'sidt', 'oss', 'village'] as const)(
    '%s typed in a hurry still comes in for nine in ten',
    (kind) => {
      const { rows } = bringIn(aList(kind, 'high'))!;
      expect(share(rows, 'ready')).toBeGreaterThan(0.9);
      expect(
        rows.every(
          ({ disposition, problems }) =>
            (disposition === 'needs_mending') === problems.some(({ severity }) => severity === 'error'),
        ),
      ).toBe(true);
    },
  );

  it('whose NIK column Excel has rounded comes in without NIK, and says so once', () => {
    const [header, ...rows] = aList('bpum', 'low', 100);
    const rounded = rows.map((row) =>
      row.map((cell, at) => (at === 1 && cell.length === 16 ? `${cell.slice(0, 15)}0` : cell)),
    );
    const brought = bringIn([header!, ...rounded])!;
    expect(brought.damage.find(({ field }) => field === 'nik')).toMatchObject({ verdict: 'damaged' });
    expect(brought.rows.every(({ record }) => record.owner.nik === null)).toBe(true);
    expect(brought.rows.flatMap(({ problems }) => problems).filter(({ field }) => field === 'nik')).toEqual(
      [],
    );
    expect(share(brought.rows, 'ready')).toBeGreaterThan(0.97);
  });

  it('of one village, with title, sums and the signature of its head', () => {
    const sheet: Row[] = [
      ['DAFTAR PELAKU UMKM'],
      ['KELURAHAN JENGGOT KECAMATAN PEKALONGAN SELATAN TAHUN 2022'],
      [
        'NO',
        'NAMA LENGKAP SESUAI KTP',
        'NIK KTP',
        'L/P',
        'RT/RW',
        'Jenis Usaha',
        'No HP/WA',
        'Omset/bln (Rp)',
      ],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 'SITI AMINAH', '3375044708850001', 'P', '02/05', 'Batik cap', '081234567890', '1,5 jt'],
      [2, 'H. SLAMET', '337504070880002', 'L', 'RT 3 RW 5', 'Warung makan', '', 2_000_000],
      [3, 'SRI', '', 'P', '', 'Kerupuk', '-', '-'],
      [null, 'JUMLAH', null, null, null, null, null, 3_500_000],
      [null, null, null, null, null, 'Pekalongan, 14 Maret 2022'],
      [null, null, null, null, null, 'Lurah Jenggot'],
      [null, null, null, null, null, 'H. SUTRISNO, S.E.'],
    ];
    const { rows, counts, skipped } = bringIn(sheet)!;
    expect(rows.map(({ disposition }) => disposition)).toEqual(['ready', 'needs_mending', 'ready']);
    expect(rows.every(({ record }) => record.place.villageCode === '33.75.04.1004')).toBe(true);
    expect(counts).toMatchObject({ title: 2, header: 1, numbering: 1, total: 1, signature: 3, data: 3 });
    expect(problemMessage(rows[1]!.problems[0]!, 'id')).toBe(
      'NIK kurang 1 angka. Cocokkan dengan KTP, atau kosongkan bila KTP tidak ada.',
    );
    expect(readingSummary({ sheets: 1, rows: 3, skipped }, 'id')).toBe(
      'Terbaca 3 baris; 8 baris judul, jumlah, atau tanda tangan dilewati.',
    );
  });

  it('of any content accounts for every row: ready, to mend, of elsewhere, or skipped', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.constantFrom(
        'NAMA',
        'NIK',
        'JUMLAH',
        'Mengetahui',
        'Siti Aminah',
        'Jenggot',
        '3375044708850001',
        '081234567890',
        'Kab. Batang',
        'RT 01',
        '-',
      ),
      fc.string({ maxLength: 20 }),
      fc.integer(),
    );
    const header = ['NO', 'NAMA', 'NIK', 'DESA', 'KABUPATEN', 'JENIS USAHA', 'NO HP'];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 40 }), (body) => {
        const sheet = [header, ...body];
        const { rows, counts } = bringIn(sheet)!;
        const ends = rows.map(({ disposition }) => disposition);
        const { data, ...skipped } = counts;
        expect(data).toBe(ends.length);
        expect(ends.length + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(
          sheet.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is said to the officer', () => {
  it('has words in both languages for every problem a list can have', () => {
    const codes = [
      ...Object.keys(listProblems),
      ...Object.keys(fieldMessages.id),
      'sex_differs',
      'decree_number',
    ] as ValidatedRow['problems'][number]['code'][];
    for (const code of codes) {
      const problem = {
        code,
        value: 'Jengat',
        count: 2,
        options: [{ code: '33.75.04.1004', name: 'Jenggot, Pekalongan Selatan' }],
      };
      const [id, en] = [problemMessage(problem, 'id'), problemMessage(problem, 'en')];
      expect(id).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(id).not.toBe(en);
    }
  });

  it('names the nearest villages, and what to ask of the sender of a damaged column', () => {
    const options = [{ code: '33.75.04.1004', name: 'Jenggot, Pekalongan Selatan' }];
    expect(problemMessage({ code: 'village_unknown', value: 'Jengat', options }, 'id')).toBe(
      'Tidak ada desa atau kelurahan bernama “Jengat” di sini. Mungkin maksudnya: Jenggot, Pekalongan Selatan.',
    );
    const report = { column: 1, field: 'nik', verdict: 'damaged', judged: 400, suspect: 398 } as const;
    expect(damageMessage(report, 'id')).toContain('Minta pengirim daftar yang kolom NIK-nya berformat teks');
    expect(damageMessage({ ...report, verdict: 'sound' }, 'id')).toBeNull();
  });

  it('counts what is left to check', () => {
    expect(columnSummary(2, 'id')).toBe('Kolom dikenali. Periksa 2 yang ragu.');
    expect(columnSummary(0, 'en')).toBe('All columns recognised.');
    expect(mappingFaultText({ code: 'field_twice', field: 'nik' }, 'id')).toBe(
      '“NIK” dipilih untuk dua kolom. Sisakan satu.',
    );
    expect(readingSummary({ sheets: 3, rows: 1412, skipped: 0 }, 'id')).toBe(
      'Terbaca 3 lembar, 1.412 baris.',
    );
  });
});
