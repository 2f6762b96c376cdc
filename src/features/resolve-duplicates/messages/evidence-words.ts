import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import {
  type Comparison,
  type comparisonLevels,
  isComparison,
  type Step,
  type Strength,
} from '../rules/evidence.ts';

type LevelOf<C extends Comparison> = Exclude<(typeof comparisonLevels)[C][number], 'missing'>;
type SentenceKey = { [C in Comparison]: `${C}.${LevelOf<C>}` }[Comparison];

/** One sentence for each way in which something can be alike or not. */
const sentences = defineMessages<Record<SentenceKey, string>>({
  id: {
    'nik.exact': 'NIK-nya sama persis',
    'nik.one_digit': 'NIK hanya beda satu angka, mungkin salah ketik',
    'nik.transposed': 'Dua angka NIK bertukar tempat, mungkin salah ketik',
    'nik.two_digits': 'NIK beda dua angka',
    'nik.same_birth': 'NIK lain, tetapi wilayah dan tanggal lahir di dalamnya sama',
    'nik.different': 'NIK-nya berbeda',
    'nib.exact': 'NIB-nya sama persis',
    'nib.one_digit': 'NIB hanya beda satu angka, mungkin salah ketik',
    'nib.different': 'NIB-nya berbeda',
    'person_name.exact': 'Nama pemiliknya sama persis',
    'person_name.same_words': 'Nama pemiliknya sama, urutan atau gelarnya lain',
    'person_name.sounds_alike': 'Nama pemiliknya berbunyi sama, ejaannya lain',
    'person_name.close': 'Nama pemiliknya mirip',
    'person_name.partial': 'Nama pemiliknya sebagian sama',
    'person_name.different': 'Nama pemiliknya berbeda',
    'business_name.exact': 'Nama usahanya sama persis',
    'business_name.same_words': 'Nama usahanya sama, urutan katanya lain',
    'business_name.close': 'Nama usahanya mirip',
    'business_name.partial': 'Nama usahanya sebagian sama',
    'business_name.different': 'Nama usahanya berbeda',
    'phone.exact': 'Nomor HP-nya sama',
    'phone.one_digit': 'Nomor HP hanya beda satu angka',
    'phone.different': 'Nomor HP-nya berbeda',
    'birth_date.exact': 'Tanggal lahirnya sama',
    'birth_date.close': 'Tanggal lahirnya berdekatan atau tertukar',
    'birth_date.same_year': 'Tahun lahirnya sama, tanggalnya lain',
    'birth_date.different': 'Tanggal lahirnya berbeda',
    'sex.same': 'Jenis kelaminnya sama',
    'sex.different': 'Jenis kelaminnya berbeda',
    'village.same': 'Kelurahannya sama',
    'village.same_district': 'Kelurahannya lain, tetapi sekecamatan',
    'village.different': 'Kecamatannya berbeda',
    'rt_rw.same': 'RT dan RW-nya sama',
    'rt_rw.same_rw': 'RW-nya sama, RT-nya lain',
    'rt_rw.different': 'RW-nya berbeda',
    'address.same': 'Alamatnya sama',
    'address.close': 'Alamatnya mirip',
    'address.different': 'Alamatnya berbeda',
    'activity.same': 'Kegiatannya sama',
    'activity.close': 'Kegiatannya mirip',
    'activity.different': 'Kegiatannya ditulis lain',
    'category.same': 'Jenis usahanya (KBLI) sama',
    'category.same_group': 'Jenis usahanya (KBLI) sekelompok',
    'category.same_division': 'Jenis usahanya (KBLI) sebidang',
    'category.different': 'Jenis usahanya (KBLI) berbeda',
    'related.other_business': 'Bisa juga usaha lain dari pemilik yang sama',
    'related.household': 'Bisa juga orang lain yang serumah atau senama',
  },
  en: {
    'nik.exact': 'The NIK is exactly the same',
    'nik.one_digit': 'The NIK differs in one digit only, perhaps a slip',
    'nik.transposed': 'Two digits of the NIK have changed places, perhaps a slip',
    'nik.two_digits': 'The NIK differs in two digits',
    'nik.same_birth': 'Another NIK, but with the same area and birth date in it',
    'nik.different': 'The NIK is another',
    'nib.exact': 'The NIB is exactly the same',
    'nib.one_digit': 'The NIB differs in one digit only, perhaps a slip',
    'nib.different': 'The NIB is another',
    'person_name.exact': 'The owner’s name is exactly the same',
    'person_name.same_words': 'The owner’s name is the same, in another order or with another title',
    'person_name.sounds_alike': 'The owner’s name sounds the same, spelled otherwise',
    'person_name.close': 'The owner’s name is much alike',
    'person_name.partial': 'The owner’s name is partly the same',
    'person_name.different': 'The owner’s name is another',
    'business_name.exact': 'The business has exactly the same name',
    'business_name.same_words': 'The business has the same name in another order',
    'business_name.close': 'The name of the business is much alike',
    'business_name.partial': 'The name of the business is partly the same',
    'business_name.different': 'The name of the business is another',
    'phone.exact': 'The phone number is the same',
    'phone.one_digit': 'The phone number differs in one digit only',
    'phone.different': 'The phone number is another',
    'birth_date.exact': 'The birth date is the same',
    'birth_date.close': 'The birth dates are close or swapped',
    'birth_date.same_year': 'The same year of birth, another day',
    'birth_date.different': 'The birth date is another',
    'sex.same': 'The sex is the same',
    'sex.different': 'The sex is another',
    'village.same': 'The village is the same',
    'village.same_district': 'Another village in the same district',
    'village.different': 'Another district',
    'rt_rw.same': 'RT and RW are the same',
    'rt_rw.same_rw': 'The same RW, another RT',
    'rt_rw.different': 'Another RW',
    'address.same': 'The address is the same',
    'address.close': 'The address is much alike',
    'address.different': 'The address is another',
    'activity.same': 'The activity is the same',
    'activity.close': 'The activity is much alike',
    'activity.different': 'The activity is written otherwise',
    'category.same': 'The kind of business (KBLI) is the same',
    'category.same_group': 'The kind of business (KBLI) is of the same group',
    'category.same_division': 'The kind of business (KBLI) is of the same division',
    'category.different': 'The kind of business (KBLI) is another',
    'related.other_business': 'It may be another business of the same owner',
    'related.household': 'It may be somebody else of the household, or a namesake',
  },
});

type Level = (typeof comparisonLevels)[Comparison][number];
/** Beside the two values. */
const levels = defineMessages<Record<Level, string>>({
  id: {
    exact: 'sama persis',
    same: 'sama',
    same_words: 'kata-katanya sama',
    sounds_alike: 'bunyinya sama',
    close: 'mirip',
    partial: 'sebagian sama',
    one_digit: 'beda satu angka',
    transposed: 'dua angka tertukar',
    two_digits: 'beda dua angka',
    same_birth: 'tanggal lahir di dalamnya sama',
    same_year: 'tahunnya sama',
    same_group: 'sekelompok',
    same_division: 'sebidang',
    other_business: 'usaha lain',
    household: 'orang lain',
    same_district: 'sekecamatan',
    same_rw: 'RW sama',
    different: 'beda',
    missing: 'hanya satu yang menyebut',
  },
  en: {
    exact: 'exactly the same',
    same: 'the same',
    same_words: 'the same words',
    sounds_alike: 'sounds the same',
    close: 'much alike',
    partial: 'partly the same',
    one_digit: 'one digit differs',
    transposed: 'two digits swapped',
    two_digits: 'two digits differ',
    same_birth: 'same birth date in it',
    same_year: 'same year',
    same_group: 'same group',
    same_division: 'same division',
    other_business: 'another business',
    household: 'another person',
    same_district: 'same district',
    same_rw: 'same RW',
    different: 'differs',
    missing: 'only one says so',
  },
});

const comparisons = defineMessages<Record<Comparison, string>>({
  id: {
    nik: 'NIK',
    nib: 'NIB',
    person_name: 'Nama pemilik',
    business_name: 'Nama usaha',
    phone: 'HP',
    birth_date: 'Tanggal lahir',
    sex: 'Jenis kelamin',
    village: 'Kelurahan',
    rt_rw: 'RT/RW',
    address: 'Alamat',
    activity: 'Kegiatan',
    category: 'Jenis usaha (KBLI)',
    related: 'Kemungkinan lain',
  },
  en: {
    nik: 'NIK',
    nib: 'NIB',
    person_name: 'Owner’s name',
    business_name: 'Business name',
    phone: 'Phone',
    birth_date: 'Birth date',
    sex: 'Sex',
    village: 'Village',
    rt_rw: 'RT/RW',
    address: 'Address',
    activity: 'Activity',
    category: 'Kind of business (KBLI)',
    related: 'Another explanation',
  },
});

const loosely = defineMessages({ id: { category: 'sejenis' }, en: { category: 'of one kind' } });

const strengths = defineMessages<Record<Strength, string>>({
  id: { decisive: 'sangat kuat', strong: 'kuat', fair: 'cukup', slight: 'sedikit' },
  en: { decisive: 'very strong', strong: 'strong', fair: 'fair', slight: 'slight' },
});

/** `nik` → NIK; a comparison that this version does not know keeps its bare name. */
export function comparisonName(comparison: string, locale: Locale): string {
  return isComparison(comparison)
    ? messagesFor(comparisons, locale)[comparison]
    : comparison.replaceAll('_', ' ');
}

/** `one_digit` → beda satu angka. Of kinds of business "the same" is meant loosely. */
export function levelName({ comparison, level }: Pick<Step, 'comparison' | 'level'>, locale: Locale): string {
  if (comparison === 'category' && level === 'same') return messagesFor(loosely, locale).category;
  const known: Readonly<Record<string, string>> = messagesFor(levels, locale);
  return Object.hasOwn(known, level) ? (known[level] ?? level) : level.replaceAll('_', ' ');
}

/** "NIK hanya beda satu angka …", or name and level where there is no sentence yet. */
export function evidenceSentence({ comparison, level }: Step, locale: Locale): string {
  const known: Readonly<Record<string, string>> = messagesFor(sentences, locale);
  const key = `${comparison}.${level}`;
  if (Object.hasOwn(known, key)) return known[key] ?? key;
  return `${comparisonName(comparison, locale)}: ${levelName({ comparison, level }, locale)}`;
}

export const strengthWord = (strength: Strength, locale: Locale): string =>
  messagesFor(strengths, locale)[strength];
