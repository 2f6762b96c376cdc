import type { ColumnChoice } from './column-choice.ts';
import type { ListField } from './list-fields.ts';
import { type Heading, headingKey } from './read-header.ts';

/** `register`: our own sheet, taken out of the register and coming back. */
export const presetKinds = ['bpum', 'sidt', 'oss', 'register'] as const;
export type PresetKind = (typeof presetKinds)[number];

type Preset = Readonly<Record<string, ListField | { field: ListField; period: 'year' }>>;
const yearlySales = { field: 'sales', period: 'year' } as const;

/**
 * Columns of the three national lists, and of our own sheet, by their own names. BPUM calls the activity "bidang usaha"; OSS puts the
 * person's name where the company's stands; turnover in SIDT is by the year.
 */
const presets: Readonly<Record<PresetKind, Preset>> = {
  bpum: {
    NO: 'kept',
    NIK: 'nik',
    'NO KK': 'no_kk',
    'NAMA LENGKAP': 'full_name',
    'TANGGAL LAHIR': 'birth_date',
    'JENIS KELAMIN': 'sex',
    ALAMAT: 'address',
    'ALAMAT USAHA': 'address',
    'ALAMAT KTP': 'home_address',
    'KELURAHAN/DESA': 'village',
    KECAMATAN: 'district',
    'BIDANG USAHA': 'activity',
    'NO HP': 'phone',
    'NIB/SKU': 'nib',
    SKU: 'legality',
  },
  sidt: {
    sumber_id: 'source_key',
    nik: 'nik',
    nama: 'full_name',
    jenis_kelamin: 'sex',
    disabilitas: 'disability',
    tanggal_lahir: 'birth_date',
    pendidikan: 'kept',
    telepon: 'phone',
    alamat: 'address',
    desa_kelurahan: 'village',
    kecamatan: 'district',
    nib: 'nib',
    nama_usaha: 'business_name',
    kegiatan_usaha: 'activity',
    produk: 'product',
    kbli: 'kbli',
    status_hukum: 'legal_form',
    skala: 'scale',
    modal_pendirian: 'capital',
    omzet: yearlySales,
    aset: 'kept',
    bulan_mulai: 'start_month',
    tahun_mulai: 'start_year',
    latitude: 'latitude',
    longitude: 'longitude',
  },
  oss: {
    nib: 'nib',
    nama_perusahaan: 'person_or_business',
    nik: 'nik',
    alamat: 'address',
    kelurahan: 'village',
    kecamatan: 'district',
    no_telp: 'phone',
    kbli: 'kbli',
    judul_kbli: 'kept',
    uraian_usaha: 'activity',
    jumlah_tki_l: 'workers_male',
    jumlah_tki_p: 'workers_female',
    modal_kerja: 'capital',
    skala_usaha: 'scale',
    skala_resiko: 'kept',
    produk: 'product',
    satuan: 'kept',
    kapasitas: 'kept',
    merk_dagang: 'brand',
    nomor_sertifikat_halal: 'halal',
    nomor_sertifikat_sni: 'sni',
  },
  register: {
    'ID usaha (jangan diubah)': 'enterprise_id',
    'Enterprise ID (do not change)': 'enterprise_id',
    'Nama usaha': 'business_name',
    Enterprise: 'business_name',
    Merek: 'brand',
    Brand: 'brand',
    'Nama pemilik': 'full_name',
    Owner: 'full_name',
    NIK: 'nik',
    'No. HP/WA': 'phone',
    Surel: 'email',
    'E-mail': 'email',
    'Phone/WA': 'phone',
    'Jenis kelamin': 'sex',
    Sex: 'sex',
    'Kelompok umur': 'kept',
    'Age band': 'kept',
    'Tanggal lahir': 'birth_date',
    'Birth date': 'birth_date',
    Kegiatan: 'activity',
    Activity: 'activity',
    Sektor: 'kept',
    Sector: 'kept',
    Produk: 'product',
    Products: 'product',
    'KBLI 2025': 'kbli',
    NIB: 'nib',
    'Alamat usaha': 'address',
    'Business address': 'address',
    RT: 'rt',
    RW: 'rw',
    'Kelurahan/desa': 'village',
    Village: 'village',
    Kecamatan: 'district',
    District: 'district',
    Status: 'kept',
    'Hasil cek': 'kept',
    'Check result': 'kept',
    'Skala menurut pemilik': 'scale',
    'Scale as reported': 'scale',
    'Skala menurut angka': 'kept',
    'Scale by figures': 'kept',
    // Each row has its own year, and figures are added with their year: not by this way.
    'Omzet setahun (Rp)': 'kept',
    'Yearly sales (Rp)': 'kept',
    'Tahun omzet': 'kept',
    'Year of sales': 'kept',
    'Mulai usaha': 'started_on',
    Started: 'started_on',
    'Terakhir diubah': 'kept',
    'Last changed': 'kept',
  },
};

const byKey = new Map(
  presetKinds.map((kind) => [
    kind,
    new Map(Object.entries(presets[kind]).map(([text, choice]) => [headingKey({ text }), choice])),
  ]),
);

/** What the preset says of a heading; null when it is not one of its columns. */
export function presetChoice(kind: PresetKind, heading: Heading): Partial<ColumnChoice> | null {
  const choice = byKey.get(kind)!.get(headingKey(heading));
  if (choice === undefined) return null;
  return typeof choice === 'string' ? { field: choice } : choice;
}

/** Columns that a list must have to be taken for one of the three without being asked. */
const marks: Readonly<Record<PresetKind, readonly string[]>> = {
  bpum: ['NIK', 'NO KK', 'BIDANG USAHA'],
  sidt: ['sumber_id', 'nik', 'nama_usaha'],
  oss: ['nib', 'kbli', 'uraian_usaha', 'skala_resiko'],
  register: [],
};

const ownIdKeys = ['ID usaha (jangan diubah)', 'Enterprise ID (do not change)'].map((text) =>
  headingKey({ text }),
);

/** Our own sheet is told by its ids; BPUM, SIDT and OSS lists by their columns: all its marks, and at least 7 in 10 columns known to it. */
export function detectPreset(headings: readonly Heading[]): PresetKind | null {
  const keys = new Set(headings.map(headingKey));
  const named = headings.filter(({ text }) => text !== '');
  if (ownIdKeys.some((key) => keys.has(key))) return 'register';
  const found = presetKinds.find((kind) => {
    if (kind === 'register') return false;
    if (!marks[kind].every((text) => keys.has(headingKey({ text })))) return false;
    const known = named.filter((heading) => presetChoice(kind, heading) !== null).length;
    return known >= named.length * 0.7;
  });
  return found ?? null;
}
