import type { WrittenRow } from '#sample/list/written-row.ts';
import type { Random } from '#sample/random.ts';

/**
 * bpum: the list of aid recipients. sidt: the provincial single data load. oss: the licensing payload, flattened.
 * village: what a village office types for itself.
 */
export type ListKind = 'bpum' | 'sidt' | 'oss' | 'village';

type Column = readonly [header: string, cell: (row: WrittenRow, listRow: number, random: Random) => string];

const EDUCATION = [
  'SD',
  'SD',
  'SMP',
  'SMP',
  'SMA',
  'SMA/SMK',
  'SMA',
  'D3',
  'S1',
  'Tidak sekolah',
  '',
] as const;
/** KBLI 2020 codes still found in half of the rows of old loads; only what is certain (batik cloth). */
const KBLI_2020: Readonly<Record<string, string>> = { '13133': '13134' };
/** In a provincial load of 5,429,638 businesses 43.7% had no usable KBLI. */
const SHARE_WITHOUT_KBLI = 0.437;

const number: Column[1] = (_, listRow) => String(listRow);
const oldKbli: Column[1] = (row, _, random) =>
  random.chance(SHARE_WITHOUT_KBLI) ? '' : (random.chance(0.5) && KBLI_2020[row.kbli]) || row.kbli;

const COLUMNS: Readonly<Record<ListKind, readonly Column[]>> = {
  bpum: [
    ['NO', number],
    ['NIK', (row) => row.nik],
    ['NO KK', (row) => row.noKk],
    ['NAMA LENGKAP', (row) => row.name],
    ['TANGGAL LAHIR', (row) => row.birthDate],
    ['JENIS KELAMIN', (row) => row.sex],
    ['ALAMAT', (row) => row.address],
    ['KELURAHAN/DESA', (row) => row.village],
    ['KECAMATAN', (row) => row.district],
    ['BIDANG USAHA', (row) => row.activity],
    ['NO HP', (row) => row.phone],
    ['NIB/SKU', (row) => row.nib],
  ],
  sidt: [
    ['sumber_id', (_, listRow) => `SIDT-2025-${String(listRow).padStart(7, '0')}`],
    ['nik', (row) => row.nik],
    ['nama', (row) => row.name],
    ['jenis_kelamin', (row) => row.sex],
    ['disabilitas', (row) => row.disability],
    ['tanggal_lahir', (row) => row.birthDate],
    ['pendidikan', (_, __, random) => random.pick(EDUCATION)],
    ['telepon', (row) => row.phone],
    ['alamat', (row) => row.address],
    ['desa_kelurahan', (row) => row.village],
    ['kecamatan', (row) => row.district],
    ['nib', (row) => row.nib],
    ['nama_usaha', (row) => row.businessName],
    ['kegiatan_usaha', (row) => row.activity],
    ['produk', (row) => row.product],
    ['kbli', oldKbli],
    [
      'status_hukum',
      (_, __, random) =>
        random.pick(['Perorangan', 'Perorangan', 'Perorangan', 'Tidak berbadan hukum', 'UD']),
    ],
    ['skala', () => 'Mikro'],
    ['modal_pendirian', (row) => row.capital],
    ['omzet', (row) => row.sales],
    ['bulan_mulai', (row) => row.startMonth],
    ['tahun_mulai', (row) => row.startYear],
    ['latitude', (row) => row.lat],
    ['longitude', (row) => row.long],
  ],
  oss: [
    ['nib', (row) => row.ossNib],
    ['nama_perusahaan', (row) => row.name.toUpperCase()],
    ['nik', (row) => row.nik],
    ['alamat', (row) => row.address],
    ['kelurahan', (row) => row.village],
    ['kecamatan', (row) => row.district],
    ['no_telp', (row) => row.phone],
    ['kbli', (row) => row.kbli],
    ['judul_kbli', (row) => row.kbliTitle],
    ['uraian_usaha', (row) => row.activity],
    ['jumlah_tki_l', (row) => row.workersMale],
    ['jumlah_tki_p', (row) => row.workersFemale],
    ['modal_kerja', (row) => row.capital],
    ['skala_usaha', () => 'Usaha Mikro'],
    ['skala_resiko', (_, __, random) => random.pick(['Rendah', 'Rendah', 'Menengah Rendah'])],
    ['produk', (row) => row.product],
    ['satuan', (row) => row.unit],
    ['merk_dagang', (row) => row.brand],
    ['nomor_sertifikat_halal', (row) => row.halal],
    ['nomor_sertifikat_sni', (row) => row.sni],
  ],
  village: [
    ['No', number],
    ['Nama', (row) => row.name],
    ['NIK', (row) => row.nik],
    ['RT/RW', (row) => row.rtRw],
    ['Desa/Kel', (row) => row.village],
    ['Jenis Usaha', (row) => row.activity],
    ['Nama Usaha', (row) => row.businessName],
    ['No HP', (row) => row.phone],
    ['Omzet / bln', (row) => row.monthlySales],
    [
      'Ket',
      (_, __, random) => random.pick(['', '', '', '', 'aktif', 'aktif', 'musiman', 'libur dulu', 'baru']),
    ],
  ],
};

export const listHeader = (kind: ListKind): string[] => COLUMNS[kind].map(([header]) => header);

export const listCells = (kind: ListKind, row: WrittenRow, listRow: number, random: Random): string[] =>
  COLUMNS[kind].map(([, cell]) => cell(row, listRow, random));
