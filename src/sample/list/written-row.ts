import { earlierPhoneOf } from '#sample/citizen-numbers.ts';
import type { Mess } from '#sample/list/mess.ts';
import { typingError } from '#sample/list/typing-error.ts';
import { writtenName } from '#sample/list/written-name.ts';
import { writtenFamilyCard, writtenNik, writtenPhone } from '#sample/list/written-number.ts';
import {
  rememberedPremises,
  writtenAddress,
  writtenBirthDate,
  writtenMoney,
  writtenRtRw,
  writtenVillage,
} from '#sample/list/written-value.ts';
import type { Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import type { SampleArea, SampleBusiness, SampleEnterprise, SampleOwner } from '#sample/sample-types.ts';
import { TRADES } from '#sample/word-lists/trades.ts';

/** What the rest of the list looks like; one row may still differ. */
export type ListStyle = { upperCase: boolean; dateFormat: number };

/** One enterprise as somebody wrote it down; every value is the text of a cell. */
export type WrittenRow = Readonly<
  Record<
    | 'nik'
    | 'noKk'
    | 'name'
    | 'sex'
    | 'birthDate'
    | 'disability'
    | 'phone'
    | 'address'
    | 'rtRw'
    | 'village'
    | 'district'
    | 'businessName'
    | 'activity'
    | 'kbli'
    | 'kbliTitle'
    | 'product'
    | 'unit'
    | 'nib'
    | 'brand'
    | 'halal'
    | 'sni'
    | 'ossNib'
    | 'workersMale'
    | 'workersFemale'
    | 'capital'
    | 'sales'
    | 'monthlySales'
    | 'startMonth'
    | 'startYear'
    | 'lat'
    | 'long',
    string
  >
>;

const SPOKEN = new Map(TRADES.map((trade) => [trade.kbli, trade.spoken]));
const SEX_WORDS = { male: ['L', 'L', 'Laki-laki', 'LK'], female: ['P', 'P', 'Perempuan', 'PR'] } as const;
const DISABILITY_WORDS = {
  physical: 'Daksa',
  sight: 'Netra',
  hearing: 'Rungu',
  speech: 'Wicara',
  intellectual: 'Grahita',
  mental: 'Mental',
} as const;

/** Everyday words for what the business does, from the sample's own lists and the KBLI row. */
const activityOf = (population: Population, business: SampleBusiness, random: Random): string => {
  const spoken = SPOKEN.get(business.kbli) ?? [];
  const row = population.kbliByCode.get(business.kbli);
  const words = random.chance(0.7) || !row?.synonyms?.length ? spoken : row.synonyms;
  return words.length > 0 ? random.pick(words) : (row?.title ?? business.name);
};

const businessNameOf = (business: SampleBusiness, mess: Mess): string => {
  if (mess.happens('businessNameMissing')) return '';
  return mess.happens('businessNameTypo') ? typingError(business.name, mess.random) : business.name;
};

const sexOf = (owner: SampleOwner, mess: Mess): string => {
  const opposite = owner.sex === 'male' ? 'female' : 'male';
  return mess.random.pick(SEX_WORDS[mess.happens('wrongSex') ? opposite : owner.sex]);
};

/** Which papers were shown: the owner's, or by habit those of husband, wife or the late husband. */
const papersOf = (
  owner: SampleOwner,
  relative: SampleOwner,
  mess: Mess,
): { nik: string; birthDate: string } => {
  if (owner.continuesFrom && mess.happens('nikOfHousehold'))
    return { nik: owner.continuesFrom.nik, birthDate: owner.birthDate };
  return mess.happens('nikOfHousehold') ? relative : owner;
};

const phoneOf = (owner: SampleOwner, relative: SampleOwner, mess: Mess): string => {
  if (mess.happens('phoneOfHousehold')) return relative.phone;
  return mess.happens('phoneChanged') ? earlierPhoneOf(owner.phone) : owner.phone;
};

const monthly = (yearly: number): number => Math.max(50_000, Math.round(yearly / 12 / 50_000) * 50_000);

const numberOf = (business: SampleBusiness, kind: 'halal' | 'sni'): string =>
  business.evidences.find((evidence) => evidence.kind === kind)?.number ?? '';

/**
 * Writes an enterprise down with the errors that happen to it.
 * @param relative another member of the owner's household, whose papers or phone may stand in.
 */
export const writtenRow = (
  population: Population,
  { owner, business }: SampleEnterprise,
  relative: SampleOwner,
  style: ListStyle,
  mess: Mess,
): WrittenRow => {
  const { random } = mess;
  const village = population.villageByCode.get(business.premises.villageCode) as SampleArea;
  const papers = papersOf(owner, relative, mess);
  const premises = rememberedPremises(business.premises, mess);
  const product = random.pick(business.products);
  const lastSales = business.sales.at(-1)?.amount;
  const row: WrittenRow = {
    nik: writtenNik(papers.nik, mess),
    noKk: writtenFamilyCard(owner.noKk, mess),
    name: writtenName(owner, mess),
    sex: sexOf(owner, mess),
    birthDate: writtenBirthDate(papers.birthDate, style.dateFormat, mess),
    disability: owner.disability ? DISABILITY_WORDS[owner.disability] : random.pick(['', 'Tidak']),
    phone: writtenPhone(phoneOf(owner, relative, mess), mess),
    address: writtenAddress(premises, mess),
    rtRw: writtenRtRw(premises, random),
    village: writtenVillage(village, mess),
    district: village.districtName,
    businessName: businessNameOf(business, mess),
    activity: activityOf(population, business, random),
    kbli: business.kbli,
    kbliTitle: population.kbliByCode.get(business.kbli)?.title ?? '',
    product: product.name,
    unit: product.unit,
    nib: business.nib ?? '',
    ossNib: business.nib ?? new Random('oss', business.sampleBusinessId).digits(13),
    brand: business.brand ?? '',
    halal: numberOf(business, 'halal'),
    sni: numberOf(business, 'sni'),
    workersMale: String(business.workersMale),
    workersFemale: String(business.workersFemale),
    capital: writtenMoney(business.capital.at(-1)?.amount, mess),
    sales: writtenMoney(lastSales, mess),
    monthlySales: writtenMoney(lastSales === undefined ? undefined : monthly(lastSales), mess),
    startMonth: String(Number(business.startedOn.slice(5, 7))),
    startYear: business.startedOn.slice(0, 4),
    lat: business.premises.position ? String(business.premises.position.lat) : '',
    long: business.premises.position ? String(business.premises.position.long) : '',
  };
  return inCase(row, style, mess);
};

const CASED = [
  'name',
  'address',
  'rtRw',
  'village',
  'district',
  'businessName',
  'activity',
  'product',
] as const;

const inCase = (row: WrittenRow, style: ListStyle, mess: Mess): WrittenRow => {
  const upper = style.upperCase !== mess.happens('otherCase');
  const stray = mess.happens('strayCharacters') ? mess.random.pick(CASED) : null;
  const result: Record<string, string> = { ...row };
  for (const field of CASED) {
    const text = upper ? row[field].toUpperCase() : row[field];
    result[field] =
      field === stray && text !== ''
        ? mess.random.pick([` ${text}`, `${text} `, `${text}.`, text.replace(' ', '  ')])
        : text;
  }
  return result as WrittenRow;
};
