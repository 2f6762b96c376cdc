import { describe, expect, it } from 'vitest';
import { generateList } from '#sample/generate-list.ts';
import type { ListKind } from '#sample/list/list-columns.ts';
import { KBLI } from '#sample/sample-areas.fixture.ts';
import { mappingFaults } from './column-choice.ts';
import { anAreaIndex, areasAroundPekalongan } from './factory.ts';
import type { ListField } from './list-fields.ts';
import { mappingOf, recogniseColumns } from './recognise-columns.ts';

const areas = anAreaIndex('33.75');
const sampleAreas = areasAroundPekalongan
  .filter(({ code }) => /^33\.75\.\d\d\.\d{4}$/.test(code))
  .map(({ code, name }) => ({ code, name, districtName: areas.name(code.slice(0, 8)) }));

const aList = (kind: ListKind, rows = 200) => {
  const made = [
    ...generateList({
      officeCode: '33.75',
      kind,
      rows,
      overlap: 0.6,
      mess: 'high',
      seed: 7,
      against: { seed: 3, rows: 2000 },
      areas: sampleAreas,
      kbli: KBLI,
    }),
  ];
  return { headings: made[0]!.header.map((text) => ({ text })), rows: made.map(({ cells }) => cells) };
};

const recognise = (texts: string[], rows: (string | number | null)[][] = []) =>
  recogniseColumns({ headings: texts.map((text) => ({ text })), rows, areas });
const fieldsOf = ({ columns }: ReturnType<typeof recogniseColumns>) => columns.map(({ field }) => field);

const people = Array.from({ length: 30 }, (_, at) => ({
  nik: `33750${(at % 4) + 1}${String(((at * 7) % 28) + (at % 2 ? 41 : 1)).padStart(2, '0')}0${(at % 9) + 1}85${String(at + 1).padStart(4, '0')}`,
  noKk: `33750${(at % 4) + 1}${String(((at * 5) % 28) + 1).padStart(2, '0')}0${(at % 9) + 1}12${String(at + 1).padStart(4, '0')}`,
  name:
    ['Siti Aminah', 'Moch. Rokhman', 'Sri Wahyuni', 'H. Slamet'][at % 4]! +
    ` ${'abcdefghijklmnopqrstuvwxyzabcd'.slice(at, at + 1)}`.repeat(1 + (at % 3)),
  phone: `0812${String(34567000 + at)}`,
}));

describe('columns of the national lists', () => {
  it.each([
    ['bpum', 'bpum'],
    ['sidt', 'sidt'],
    ['oss', 'oss'],
  ] as const)('%s is told by its own headings and leaves nothing to check', (kind, preset) => {
    const recognised = recogniseColumns({ ...aList(kind), areas });
    expect(recognised.preset).toBe(preset);
    expect(recognised.doubtful).toEqual([]);
    expect(mappingFaults(mappingOf(recognised.columns))).toEqual([]);
  });

  it('takes "bidang usaha" of BPUM for what the business does', () => {
    const { columns } = recogniseColumns({ ...aList('bpum'), areas });
    expect(columns.find(({ heading }) => heading.text === 'BIDANG USAHA')).toMatchObject({
      field: 'activity',
      why: 'preset',
    });
  });

  it('takes turnover of SIDT by the year', () => {
    const { columns } = recogniseColumns({ ...aList('sidt'), areas });
    expect(columns.find(({ field }) => field === 'sales')).toMatchObject({ period: 'year', certain: true });
  });
});

describe('columns of a village list', () => {
  it('are all recognised', () => {
    const recognised = recogniseColumns({ ...aList('village'), areas });
    expect(fieldsOf(recognised)).toEqual([
      'kept',
      'full_name',
      'nik',
      'rt_rw',
      'village',
      'activity',
      'business_name',
      'phone',
      'sales',
      'notes',
    ]);
    expect(recognised.columns[8]).toMatchObject({ period: 'month', unit: 1 });
    expect(recognised.doubtful).toEqual([]);
  });

  it.each<[string, ListField]>([
    ['NIK KTP', 'nik'],
    ['No. KTP', 'nik'],
    ['Nomor Induk Kependudukan (NIK)', 'nik'],
    ['NAMA LENGKAP SESUAI KTP', 'full_name'],
    ['Nama Pelaku Usaha', 'full_name'],
    ['nama lngkap', 'full_name'],
    ['Alamat Usaha', 'address'],
    ['Alamat (sesuai KTP)', 'home_address'],
    ['No HP/WA', 'phone'],
    ['Nomer Telpon', 'phone'],
    ['Jenis Usaha', 'activity'],
    ['KEL/DESA', 'village'],
    ['Kecamtan', 'district'],
    ['L/P', 'sex'],
    ['TGL LAHIR', 'birth_date'],
    ['Tempat, Tanggal Lahir', 'birth_date'],
    ['Nama Ibu Kandung', 'kept'],
    ['No. Rekening', 'kept'],
    ['P-IRT', 'pirt'],
    ['Jml Tenaga Kerja', 'workers'],
    ['Tahun Mulai Usaha', 'start_year'],
    ['Jenis Produk yang dihasilkan', 'product'],
  ])('"%s" holds %s', (text, field) => {
    expect(recognise([text]).columns[0]).toMatchObject({ field, certain: true });
  });

  it('reads unit, period and year of money from the heading', () => {
    const { columns } = recognise(['Nama', 'Omset/bln (Rp)', 'Modal 2021 (Rp 000)']);
    expect(columns[1]).toMatchObject({ field: 'sales', period: 'month', unit: 1 });
    expect(columns[2]).toMatchObject({ field: 'capital', unit: 1_000, year: 2021 });
    expect(recognise(['Omzet per tahun (juta)']).columns[0]).toMatchObject({
      period: 'year',
      unit: 1_000_000,
    });
  });

  it('asks whether turnover is by the month or the year when the heading does not say', () => {
    expect(recognise(['Nama', 'Omzet']).columns[1]).toMatchObject({
      field: 'sales',
      certain: false,
      why: 'period_unclear',
    });
  });

  it('reads headings in two rows: workers L and P, name and address of owner and of business', () => {
    const headings = [
      { top: 'DATA PEMILIK', text: 'NAMA' },
      { top: 'DATA PEMILIK', text: 'ALAMAT' },
      { top: 'DATA USAHA', text: 'NAMA' },
      { top: 'DATA USAHA', text: 'ALAMAT' },
      { top: 'TENAGA KERJA', text: 'L' },
      { top: 'TENAGA KERJA', text: 'P' },
    ];
    expect(fieldsOf(recogniseColumns({ headings, rows: [], areas }))).toEqual([
      'full_name',
      'home_address',
      'business_name',
      'address',
      'workers_male',
      'workers_female',
    ]);
  });

  it('takes plain "Alamat" for the home when "Alamat Usaha" stands beside it', () => {
    expect(fieldsOf(recognise(['Nama', 'Alamat', 'Alamat Usaha']))).toEqual([
      'full_name',
      'home_address',
      'address',
    ]);
  });

  it('takes two phone columns and two sales columns of different years, but asks about a second NIK', () => {
    expect(fieldsOf(recognise(['HP 1', 'HP 2', 'Omzet 2020 per tahun', 'Omzet 2021 per tahun']))).toEqual([
      'phone',
      'phone',
      'sales',
      'sales',
    ]);
    expect(recognise(['NIK', 'NIK']).columns[1]).toMatchObject({
      field: null,
      certain: false,
      why: 'two_alike',
    });
  });

  it('doubts a heading that its values contradict', () => {
    const { columns } = recognise(
      ['Nama', 'NIK'],
      people.map(({ name, phone }) => [name, phone]),
    );
    expect(columns[1]).toMatchObject({ certain: false, why: 'values_differ' });
  });

  it('doubts NIK and No. KK whose headings are swapped: no family card has a day above 40', () => {
    const rows = people.map(({ nik, noKk }) => [noKk, nik]);
    expect(recognise(['NIK', 'NO KK'], rows).doubtful).toEqual([0, 1]);
    expect(
      recognise(
        ['NIK', 'NO KK'],
        rows.map(([a, b]) => [b!, a!]),
      ).doubtful,
    ).toEqual([]);
  });

  it('proposes columns without heading by their values, for a person to confirm', () => {
    const rows = people.map(({ name, nik, phone }, at) => [at + 1, name, nik, phone, 'Jenggot']);
    const recognised = recognise([], rows);
    expect(fieldsOf(recognised)).toEqual(['kept', 'full_name', 'nik', 'phone', 'village']);
    expect(recognised.doubtful).toEqual([1, 2, 3, 4]);
  });

  it('tells when no column names anybody', () => {
    const { hasName, columns } = recognise(['NIK', 'Alamat']);
    expect(hasName).toBe(false);
    expect(mappingFaults(mappingOf(columns))).toEqual([{ code: 'no_name_column' }]);
  });
});

it('what was settled for the same headings before comes first, however they are spelt now', () => {
  const settled = recognise(['Nama', 'Kode X', 'Omzet']);
  const mapping = mappingOf(settled.columns).map((choice, at) =>
    at === 1 ? { ...choice, field: 'source_key' as const } : choice,
  );
  const again = recogniseColumns({
    headings: ['NAMA', 'KODE X', 'Omset'].map((text) => ({ text })),
    rows: [],
    remembered: [{ signature: settled.signature, mapping }],
  });
  expect(fieldsOf(again)).toEqual(['full_name', 'source_key', 'sales']);
  expect(again.doubtful).toEqual([]);
});
