import { createWriteStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parsePersonName } from '#kernel/naming/person-name.ts';
import { takeRtRw } from '#kernel/naming/rt-rw.ts';
import { parseDate } from '#kernel/parse-date.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parseNoKk } from '#kernel/statutory/no-kk.ts';
import { extractPhones } from '#kernel/statutory/phone.ts';
import { projectRoot } from '#platform/project-root.ts';
import { generateList, type ListInput, type SampleListRow } from '#sample/generate-list.ts';
import { SAMPLE_DAY, type SampleArea, type SampleKbli } from '#sample/sample-types.ts';
import { type AreaAlias, AreaIndex, type AreaRow } from '../src/features/import-list/rules/area-index.ts';
import { PlaceFinder } from '../src/features/import-list/rules/resolve-place.ts';
import { KbliFinder } from '../src/features/register-enterprise/rules/kbli-finder.ts';

/** Kabupaten Batang: 248 villages, and the office to which a list of 105,000 once came. */
export const OFFICE = '33.25';

/** One row as the importer reads it: numbers and days parsed, village and KBLI found, names and words as written. */
export const COLUMNS = [
  'id',
  'name',
  'nik',
  'no_kk',
  'nib',
  'phone',
  'birth_date',
  'sex',
  'village',
  'rt',
  'rw',
  'address',
  'business_name',
  'activity',
  'kbli',
] as const;
export type Column = (typeof COLUMNS)[number];
export type LinkageRow = { cells: Readonly<Record<Column, string>>; business: string; owner: string };

/**
 * Columns to block by as they stand, so that two engines compare the very same pairs: the name without titles, as it
 * sounds, how that begins, and the year of birth.
 */
export const KEYS = ['plain_name', 'sound', 'sound_start', 'birth_year'] as const;

export function keysOf(cells: LinkageRow['cells']): string[] {
  const { key, phoneticKey } = parsePersonName(cells.name);
  const sound = phoneticKey.replaceAll(' ', '');
  return [key, sound, sound.slice(0, 4), cells.birth_date.slice(0, 4)];
}

type Reference = {
  areas: SampleArea[];
  kbli: SampleKbli[];
  places: PlaceFinder;
  /** The line of business that everyday words tell, '' for none. */
  kbliOf: (words: string) => string;
};

function csvLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '');
}

/** Areas and lines of business from the files that the product ships, without a database. */
export function readReference(officeCode = OFFICE): Reference {
  const areaFolder = join(dirname(dirname(createRequire(import.meta.url).resolve('idn-area-data'))), 'data');
  const seeds = join(projectRoot(), 'seeds/reference');
  const regencies = new Set(['33.25', '33.26', '33.75', officeCode]);
  const rows: AreaRow[] = ['provinces', 'regencies', 'districts', 'villages']
    .flatMap((level) => csvLines(join(areaFolder, `${level}.csv`)))
    .map((line) => line.split(','))
    .filter(([code]) => code && (code.length < 5 || regencies.has(code.slice(0, 5))))
    .map((cells) => ({ code: cells[0]!, name: cells.at(-1)!, bpsCode: null }));
  const aliases: AreaAlias[] = csvLines(join(seeds, 'area-aliases.csv')).map((line) => {
    const [code, alias] = line.split(',');
    return { code: code!, alias: alias! };
  });
  const nameOf = new Map(rows.map(({ code, name }) => [code, name]));
  const areas = rows
    .filter(({ code }) => code.length === 13)
    .map(({ code, name }) => ({
      code,
      name,
      districtName: nameOf.get(code.slice(0, 8)) ?? '',
      aliases: aliases.filter((one) => one.code === code).map(({ alias }) => alias),
    }));
  const kbli = csvLines(join(seeds, 'kbli-2025.csv')).map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
    );
    return { code: cells[1]!, title: cells[2]!, synonyms: cells[3] ? cells[3].split('|') : [] };
  });
  const finder = new KbliFinder(kbli.map(({ code, ...entry }) => ({ kbliCode: code, ...entry })));
  const known = new Map<string, string>();
  const kbliOf = (words: string) => {
    const code = known.get(words) ?? finder.find(words, 1)[0]?.kbliCode ?? '';
    known.set(words, code);
    return code;
  };
  return { areas, kbli, kbliOf, places: new PlaceFinder(new AreaIndex(officeCode, rows, aliases)) };
}

/** Headers of the four kinds of list, by what they say. */
const HEADERS: Partial<Record<Column | 'district' | 'rt_rw', readonly string[]>> = {
  name: ['NAMA LENGKAP', 'nama', 'nama_perusahaan', 'Nama'],
  nik: ['NIK', 'nik'],
  no_kk: ['NO KK'],
  nib: ['NIB/SKU', 'nib'],
  phone: ['NO HP', 'telepon', 'no_telp', 'No HP'],
  birth_date: ['TANGGAL LAHIR', 'tanggal_lahir'],
  sex: ['JENIS KELAMIN', 'jenis_kelamin'],
  village: ['KELURAHAN/DESA', 'desa_kelurahan', 'kelurahan', 'Desa/Kel'],
  district: ['KECAMATAN', 'kecamatan'],
  address: ['ALAMAT', 'alamat'],
  rt_rw: ['RT/RW'],
  business_name: ['nama_usaha', 'Nama Usaha'],
  activity: ['BIDANG USAHA', 'kegiatan_usaha', 'uraian_usaha', 'Jenis Usaha'],
};

const parsed = <Value>(answer: { ok: true; value: Value } | { ok: false }): Value | null =>
  answer.ok ? answer.value : null;

/** The same list again and again for the same input; `prefix` keeps the ids of two lists apart. */
export function* linkageList(
  reference: Reference,
  input: Omit<ListInput, 'officeCode' | 'areas' | 'kbli'>,
  prefix: string,
): Generator<LinkageRow, void, undefined> {
  let at: Partial<Record<string, number>> | undefined;
  for (const row of generateList({ ...input, officeCode: OFFICE, ...reference })) {
    at ??= Object.fromEntries(
      Object.entries(HEADERS).map(([column, names]) => [
        column,
        row.header.findIndex((h) => names.includes(h)),
      ]),
    );
    yield {
      cells: read(row, at, reference, prefix),
      business: row.truth.sampleBusinessId,
      owner: row.truth.sampleOwnerId,
    };
  }
}

function read(
  { cells, truth }: SampleListRow,
  at: Partial<Record<string, number>>,
  { places, kbliOf }: Reference,
  prefix: string,
): LinkageRow['cells'] {
  const text = (column: keyof typeof HEADERS) => (cells[at[column] ?? -1] ?? '').trim().replace(/\s+/g, ' ');
  const place = places.resolve({
    village: text('village'),
    villageCode: '',
    district: text('district'),
    regency: '',
  });
  const { rt, rw } = takeRtRw((text('rt_rw') || text('address')).toUpperCase());
  return {
    id: `${prefix}${truth.listRow}`,
    name: text('name'),
    nik: parsed(parseNik(text('nik'))) ?? '',
    no_kk: parsed(parseNoKk(text('no_kk'))) ?? '',
    nib: parsed(parseNib(text('nib'))) ?? '',
    phone: extractPhones(text('phone')).phones[0]?.e164.replace('+', '') ?? '',
    birth_date: parsed(parseDate(text('birth_date'), SAMPLE_DAY, 'past')) ?? '',
    sex: /^l/i.test(text('sex')) ? 'male' : /^p/i.test(text('sex')) ? 'female' : '',
    village: place.kind === 'village' ? place.code : '',
    rt: rt ?? '',
    rw: rw ?? '',
    address: text('address'),
    business_name: text('business_name'),
    activity: text('activity'),
    kbli: kbliOf(text('activity').toLowerCase()),
  };
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Comma-separated, quoted where need be, lines ended by \n. */
export async function writePlainCsv(
  path: string,
  titles: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const lines = function* () {
    let piece = `${titles.join(',')}\n`;
    for (const row of rows) {
      piece += `${row.map(quoted).join(',')}\n`;
      if (piece.length < 256 * 1024) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  };
  await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(path));
}
