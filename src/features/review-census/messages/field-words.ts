import { formatDate, isPlainDate } from '#kernel/calendar.ts';
import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { verdictWord } from './verdict-words.ts';

const fields = defineMessages({
  id: {
    name: 'Nama usaha',
    brand: 'Merek',
    activity: 'Kegiatan',
    sector: 'Sektor',
    legalForm: 'Bentuk usaha',
    nib: 'NIB',
    startedOn: 'Mulai usaha',
    fullName: 'Nama pemilik',
    sex: 'Jenis kelamin',
    birthDate: 'Tanggal lahir',
    disability: 'Penyandang disabilitas',
    homeAddress: 'Alamat rumah',
    address: 'Alamat usaha',
    hamlet: 'Dusun',
    rt: 'RT',
    rw: 'RW',
    position: 'Letak di peta',
    operation: 'Hasil cek',
    standing: 'Status',
    verifiedOn: 'Dicek tanggal',
    sales: 'Penjualan setahun',
    capital: 'Modal',
    workers: 'Pekerja',
    workers_female: 'Pekerja perempuan',
    workers_male: 'Pekerja laki-laki',
    verdict: 'Hasil cek',
    goods: 'Bidang usaha',
    main_product: 'Produk utama',
    made_by: 'Siapa yang membuat',
    started_year: 'Tahun mulai',
  },
  en: {
    name: 'Name of the enterprise',
    brand: 'Brand',
    activity: 'Activity',
    sector: 'Sector',
    legalForm: 'Legal form',
    nib: 'NIB',
    startedOn: 'Started on',
    fullName: 'Owner',
    sex: 'Sex',
    birthDate: 'Birth date',
    disability: 'Disability',
    homeAddress: 'Home address',
    address: 'Business address',
    hamlet: 'Hamlet',
    rt: 'RT',
    rw: 'RW',
    position: 'Place on the map',
    operation: 'Verdict',
    standing: 'Status',
    verifiedOn: 'Checked on',
    sales: 'Yearly sales',
    capital: 'Capital',
    workers: 'Workers',
    workers_female: 'Female workers',
    workers_male: 'Male workers',
    verdict: 'Verdict',
    goods: 'Line of business',
    main_product: 'Main product',
    made_by: 'Who makes it',
    started_year: 'Year it began',
  },
});

const values = defineMessages({
  id: {
    unknown: 'Belum dicek',
    listed: 'Baru terdaftar',
    verified: 'Sudah dicek',
    female: 'Perempuan',
    male: 'Laki-laki',
    batik: 'Batik',
    craft: 'Kerajinan',
    fashion: 'Fesyen',
    food: 'Makanan',
    drink: 'Minuman',
    accessories: 'Aksesori',
    fish: 'Olahan ikan',
    service: 'Jasa',
    trade: 'Perdagangan',
    farming: 'Pertanian & peternakan',
    other: 'Lainnya',
  },
  en: {
    unknown: 'Not checked yet',
    listed: 'Listed',
    verified: 'Verified',
    female: 'Female',
    male: 'Male',
    batik: 'Batik',
    craft: 'Craft',
    fashion: 'Fashion',
    food: 'Food',
    drink: 'Drinks',
    accessories: 'Accessories',
    fish: 'Fish products',
    service: 'Services',
    trade: 'Trade',
    farming: 'Farming',
    other: 'Other',
  },
});

export function fieldWord(field: string, locale: Locale): string {
  return (messagesFor(fields, locale) as Record<string, string>)[field] ?? field;
}

/** A line of business, by its code. */
export function goodsWord(code: string, locale: Locale): string {
  return (messagesFor(values, locale) as Record<string, string>)[code] ?? code;
}

/** A value of the register as a person reads it; null: nothing stands there. */
export function valueWord(field: string, value: string | null, locale: Locale): string | null {
  if (value === null || value === '') return null;
  if (value === 'unknown') return goodsWord(value, locale);
  if (field === 'operation' || field === 'verdict') return verdictWord(value, locale);
  if (['sector', 'standing', 'sex'].includes(field)) return goodsWord(value, locale);
  if (field === 'goods')
    return value
      .split(' ')
      .map((code) => goodsWord(code, locale))
      .join(', ');
  // Asked by the year alone: a day would say more than anybody did.
  if (field === 'startedOn' && value.endsWith('-01-01')) return value.slice(0, 4);
  return isPlainDate(value) ? formatDate(value, locale) : value;
}
