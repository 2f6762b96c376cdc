import { describe, expect, test } from 'vitest';
import { chooseComparisons } from '#linkage/auto/choose-comparisons.ts';
import { TableBuilder } from '#linkage/table.ts';
import { crowd } from './factory.ts';
import { indonesianAdvisor } from './indonesian-advisor.ts';
import { indonesianTransforms } from './indonesian-transforms.ts';

const records = crowd(300);

/** What is chosen for columns of these headings, filled from the crowd. */
function chosen(columns: Record<string, (record: (typeof records)[number], at: number) => string | null>) {
  const builder = new TableBuilder(Object.keys(columns));
  records.forEach((record, at) => {
    builder.add(Object.values(columns).map((cell) => cell(record, at)));
  });
  const { comparisons, keys } = chooseComparisons(builder.finish(indonesianTransforms), {
    seed: 1,
    ignore: [],
    advisor: indonesianAdvisor,
  });
  return { names: comparisons.map(({ name, column }) => name ?? column), comparisons, keys: keys.flat() };
}

const phone = ({ phones }: (typeof records)[number]) => phones[0]!.replace('+62', '0');

test.each([
  ['NIK', 'nik', 'NIK|nik-birth', (one: (typeof records)[number]) => one.nik],
  ['nomor', 'nik', 'nomor|nik-serial', (one: (typeof records)[number]) => one.nik],
  ['No HP', 'phone', 'No HP|phone', phone],
  ['kode_desa', 'village', 'kode_desa', (one: (typeof records)[number]) => one.village],
  ['Tgl Lahir', 'birth_date', 'Tgl Lahir|year-month', (one: (typeof records)[number]) => one.birthDate],
  [
    'Nama Lengkap',
    'person_name',
    'Nama Lengkap|person-sound',
    (one: (typeof records)[number]) => one.ownerName,
  ],
  [
    'nama_usaha',
    'business_name',
    'nama_usaha|business-sound',
    (one: (typeof records)[number]) => one.businessName,
  ],
  ['Kegiatan Usaha', 'activity', 'Kegiatan Usaha', (one: (typeof records)[number]) => one.activity],
  ['kbli', 'category', 'kbli|first:2', (one: (typeof records)[number]) => one.kbli],
  ['JK', 'sex', 'JK', (one: (typeof records)[number]) => (one.sex === 'male' ? 'L' : 'P')],
])('%s is compared as %s', (heading, name, key, cell) => {
  // A repeated row, so that no column looks like an id.
  const { names, keys } = chosen({ [heading]: (record, at) => cell(at === 0 ? records[1]! : record) });
  expect(names).toEqual([name]);
  expect(keys).toContain(key);
});

test('a No. KK proposes, and is no evidence', () => {
  const { names, keys } = chosen({ 'NO KK': ({ noKk }) => noKk });
  expect(names).toEqual([]);
  expect(keys).toEqual(['NO KK']);
});

test('addresses are known by their words, whatever the heading', () => {
  const { names } = chosen({ tempat: ({ rt, rw }, at) => `Jl. Kurinci ${at % 90} RT ${rt} RW ${rw}` });
  expect(names).toEqual(['address']);
});

test('what the business is called beyond its owner’s name is looked at where the owner is known', () => {
  const { comparisons } = chosen({
    nama: ({ ownerName }) => ownerName,
    nama_usaha: ({ businessName }) => businessName,
  });
  expect(JSON.stringify(comparisons)).toContain('nama_usaha|business - nama|person');
});

describe('other columns are left to the general rules', () => {
  test.each([
    [
      'surname',
      (at: number) => ['smith', 'miller', 'cook', 'archer'][at % 4]! + String.fromCharCode(97 + (at % 26)),
    ],
    ['email', (at: number) => `a${at % 200}@contoh.id`],
    ['price', (at: number) => String(10_000 + (at % 90) * 250)],
  ])('%s', (heading, cell) => {
    const { names } = chosen({ [heading]: (_, at) => cell(at) });
    expect(names).toEqual([heading]);
  });
});

test('an owner’s other business is told as a kind of related pairs', () => {
  expect(indonesianAdvisor.relatedAmong(['person_name', 'business_name', 'activity', 'phone'])).toEqual([
    ['business_name', 'activity'],
  ]);
  expect(indonesianAdvisor.relatedAmong(['business_name', 'activity'])).toEqual([]);
  expect(indonesianAdvisor.relatedAmong(['person_name', 'business_name'])).toEqual([]);
});
