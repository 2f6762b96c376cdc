import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';

/**
 * What a column of a list can hold for the register. `kept` is recognised and wanted by nobody here (row number,
 * mother's name, bank account): it stays in the original row only.
 */
export const listFields = [
  'full_name',
  'nik',
  'no_kk',
  'sex',
  'is_male',
  'is_female',
  'birth_date',
  'disability',
  'phone',
  'email',
  'home_address',
  'person_or_business',
  'business_name',
  'brand',
  'activity',
  'product',
  'sector',
  'kbli',
  'nib',
  'legality',
  'legal_form',
  'scale',
  'npwp',
  'pirt',
  'halal',
  'bpom',
  'sni',
  'started_on',
  'start_year',
  'start_month',
  'sales',
  'capital',
  'workers',
  'workers_male',
  'workers_female',
  'address',
  'rt',
  'rw',
  'rt_rw',
  'hamlet',
  'village',
  'village_code',
  'district',
  'regency',
  'latitude',
  'longitude',
  'position',
  'source_key',
  'enterprise_id',
  'notes',
  'kept',
] as const;
export type ListField = (typeof listFields)[number];

/** How the cells of a field are read. */
export type FieldKind =
  | 'name'
  | 'nik'
  | 'no_kk'
  | 'nib'
  | 'phone'
  | 'email'
  | 'date'
  | 'year'
  | 'month'
  | 'sex'
  | 'tick'
  | 'disability'
  | 'text'
  | 'products'
  | 'kbli'
  | 'licence'
  | 'money'
  | 'count'
  | 'area'
  | 'rt_rw'
  | 'degrees';

export type FieldOf = 'owner' | 'business' | 'place' | 'row';

type FieldFacts = {
  readonly of: FieldOf;
  readonly kind: FieldKind;
  /** Shown masked, and never repeated in a problem. */
  readonly personal?: true;
  /** Several columns may hold it: HP 1, HP 2. */
  readonly repeatable?: true;
};

const owner = (kind: FieldKind, more: Partial<FieldFacts> = {}): FieldFacts => ({
  of: 'owner',
  kind,
  ...more,
});
const business = (kind: FieldKind, more: Partial<FieldFacts> = {}): FieldFacts => ({
  of: 'business',
  kind,
  ...more,
});
const place = (kind: FieldKind, more: Partial<FieldFacts> = {}): FieldFacts => ({
  of: 'place',
  kind,
  ...more,
});

export const fieldFacts: Readonly<Record<ListField, FieldFacts>> = {
  full_name: owner('name'),
  nik: owner('nik', { personal: true }),
  no_kk: owner('no_kk', { personal: true }),
  sex: owner('sex'),
  is_male: owner('tick'),
  is_female: owner('tick'),
  birth_date: owner('date', { personal: true }),
  disability: owner('disability', { personal: true }),
  phone: owner('phone', { personal: true, repeatable: true }),
  email: owner('email', { personal: true }),
  home_address: owner('text', { personal: true }),
  person_or_business: business('name'),
  business_name: business('name'),
  brand: business('text'),
  activity: business('text'),
  product: business('products', { repeatable: true }),
  sector: business('text'),
  kbli: business('kbli'),
  nib: business('nib'),
  legality: business('licence', { repeatable: true }),
  legal_form: business('text'),
  scale: business('text'),
  npwp: business('licence', { personal: true }),
  pirt: business('licence'),
  halal: business('licence'),
  bpom: business('licence'),
  sni: business('licence'),
  started_on: business('date'),
  start_year: business('year'),
  start_month: business('month'),
  sales: business('money'),
  capital: business('money'),
  workers: business('count'),
  workers_male: business('count'),
  workers_female: business('count'),
  address: place('text'),
  rt: place('rt_rw'),
  rw: place('rt_rw'),
  rt_rw: place('rt_rw'),
  hamlet: place('text'),
  village: place('area'),
  village_code: place('area'),
  district: place('area'),
  regency: place('area'),
  latitude: place('degrees'),
  longitude: place('degrees'),
  position: place('degrees'),
  source_key: { of: 'row', kind: 'text' },
  enterprise_id: { of: 'row', kind: 'text' },
  notes: { of: 'row', kind: 'text', repeatable: true },
  kept: { of: 'row', kind: 'text', repeatable: true },
};

const labels = defineMessages<Record<ListField, string>>({
  id: {
    full_name: 'Nama pemilik',
    nik: 'NIK',
    no_kk: 'Nomor KK',
    sex: 'Jenis kelamin',
    is_male: 'Tanda laki-laki',
    is_female: 'Tanda perempuan',
    birth_date: 'Tanggal lahir',
    disability: 'Disabilitas',
    phone: 'Nomor HP',
    email: 'Surel (e-mail)',
    home_address: 'Alamat rumah',
    person_or_business: 'Nama pemilik atau usaha',
    business_name: 'Nama usaha',
    brand: 'Merek',
    activity: 'Kegiatan usaha',
    product: 'Produk',
    sector: 'Bidang usaha',
    kbli: 'Kode KBLI',
    nib: 'NIB',
    legality: 'Surat izin lain',
    legal_form: 'Bentuk usaha',
    scale: 'Skala menurut daftar',
    npwp: 'NPWP',
    pirt: 'Nomor P-IRT',
    halal: 'Sertifikat halal',
    bpom: 'Nomor BPOM',
    sni: 'Sertifikat SNI',
    started_on: 'Mulai usaha',
    start_year: 'Tahun mulai usaha',
    start_month: 'Bulan mulai usaha',
    sales: 'Omzet',
    capital: 'Modal',
    workers: 'Jumlah pekerja',
    workers_male: 'Pekerja laki-laki',
    workers_female: 'Pekerja perempuan',
    address: 'Alamat usaha',
    rt: 'RT',
    rw: 'RW',
    rt_rw: 'RT/RW',
    hamlet: 'Dusun',
    village: 'Desa/kelurahan',
    village_code: 'Kode desa/kelurahan',
    district: 'Kecamatan',
    regency: 'Kabupaten/kota',
    latitude: 'Lintang',
    longitude: 'Bujur',
    position: 'Titik koordinat',
    source_key: 'Nomor data di daftar asal',
    enterprise_id: 'ID usaha dari data kantor ini',
    notes: 'Keterangan',
    kept: 'Disimpan apa adanya',
  },
  en: {
    full_name: 'Owner’s name',
    nik: 'NIK',
    no_kk: 'Family card number',
    sex: 'Sex',
    is_male: 'Mark for male',
    is_female: 'Mark for female',
    birth_date: 'Birth date',
    disability: 'Disability',
    phone: 'Phone number',
    email: 'E-mail',
    home_address: 'Home address',
    person_or_business: 'Name of owner or business',
    business_name: 'Business name',
    brand: 'Brand',
    activity: 'Business activity',
    product: 'Product',
    sector: 'Line of business',
    kbli: 'KBLI code',
    nib: 'NIB',
    legality: 'Other permit',
    legal_form: 'Legal form',
    scale: 'Scale as listed',
    npwp: 'NPWP',
    pirt: 'P-IRT number',
    halal: 'Halal certificate',
    bpom: 'BPOM number',
    sni: 'SNI certificate',
    started_on: 'In business since',
    start_year: 'Year started',
    start_month: 'Month started',
    sales: 'Sales',
    capital: 'Capital',
    workers: 'Number of workers',
    workers_male: 'Male workers',
    workers_female: 'Female workers',
    address: 'Business address',
    rt: 'RT',
    rw: 'RW',
    rt_rw: 'RT/RW',
    hamlet: 'Hamlet',
    village: 'Village',
    village_code: 'Village code',
    district: 'District',
    regency: 'Regency or city',
    latitude: 'Latitude',
    longitude: 'Longitude',
    position: 'Coordinates',
    source_key: 'Number in the source list',
    enterprise_id: 'Enterprise ID of this register',
    notes: 'Remarks',
    kept: 'Kept as it is',
  },
});

export function fieldLabel(field: ListField, locale: Locale): string {
  return messagesFor(labels, locale)[field];
}

/** A list is of use once one of these is among its columns: somebody or some business must have a name. */
export const namingFields: readonly ListField[] = ['full_name', 'business_name', 'person_or_business'];
