import { isScientific } from '#kernel/statutory/digits-of.ts';
import { isNik } from '#kernel/statutory/nik.ts';
import type { AreaIndex } from './area-index.ts';
import { type Cell, cellText, isBlankMark } from './cell.ts';
import type { ListField } from './list-fields.ts';

const traits = {
  sixteenDigits: (text, digits) => digits.length === 16 && /^[\d\s.'-]+$/.test(text),
  nik: (_text, digits) => digits.length === 16 && isNik(digits),
  /** A day above 40, which only the NIK of a woman has and no family card. */
  womansNik: (_text, digits) => digits.length === 16 && /^\d{6}[4-7]/.test(digits) && isNik(digits),
  scientific: (text) => isScientific(text),
  thirteenDigits: (text, digits) => digits.length === 13 && /^[\d\s.'-]+$/.test(text) && !/^62/.test(digits),
  phone: (text, digits) =>
    /^(?:62|0)*8[1-9]\d{7,10}$/.test(digits) || /^\(?0[2-7]\d{1,2}[)\s-]*\d{5,8}$/.test(text),
  date: (text) =>
    /^(?:[\p{L} .]+,\s*)?\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,10})[-/. ]\d{2,4}$/iu.test(text) ||
    /^(?:19|20)\d{2}-\d{2}-\d{2}/.test(text) ||
    /^[1-4]\d{4}$/.test(text),
  sex: (text) => /^(?:l|p|lk|pr|laki|pria|wanita|perempuan|laki[\s-]*laki|male|female)\.?$/i.test(text),
  disability: (text) =>
    /^(?:ya|tidak|tdk|non\b.*|bukan.*|.*\b(?:daksa|netra|rungu|wicara|grahita|fisik|mental|sensorik|intelektual)\b.*)$/i.test(
      text,
    ),
  tick: (text) => /^(?:v|x|√|✓|✔|1|0|ya|tidak|ü)$/i.test(text),
  village: (text, _digits, areas) => areas !== undefined && areas.villages(text).length > 0,
  district: (text, _digits, areas) => areas !== undefined && areas.districts(text).length > 0,
  money: (text) => /^(?:rp\.?)?\s*[\d.,]{4,}(?:,-)?$|\d\s*(?:rb|ribu|jt|juta|m|miliar|milyar)\b/i.test(text),
  number: (text) => /^\d+(?:[.,]\d+)*$/.test(text),
  smallCount: (text) => /^\d{1,3}(?:\s*(?:org|orang))?$/i.test(text),
  year: (text) => /^(?:19[4-9]|20[0-4])\d$/.test(text),
  month: (text) =>
    /^(?:0?[1-9]|1[0-2])$/.test(text) ||
    /^(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|nop|des)[a-z]*$/i.test(text),
  rtRw: (text) => /^(?:rt\W*)?\d{1,3}\s*\/\s*(?:rw\W*)?\d{1,3}$|^rt\W*\d{1,3}\W+rw\W*\d{1,3}$/i.test(text),
  code: (text) => /^[a-v]?\.?\d{5}$/i.test(text),
  latitude: (text) => /^-?(?:\d|1[01])[.,]\d{2,}$/.test(text),
  longitude: (text) => /^(?:9[4-9]|1[0-3]\d|14[01])[.,]\d{2,}$/.test(text),
  words: (text) => /^\p{L}[\p{L}\s.,'’`()/-]+$/u.test(text),
} as const satisfies Record<string, (text: string, digits: string, areas: AreaIndex | undefined) => boolean>;

export type Trait = keyof typeof traits;

/** What the values of a column look like. Shares are of the filled cells, 0 to 1. */
export type ColumnProfile = {
  readonly filled: number;
  readonly distinctShare: number;
  readonly share: Readonly<Record<Trait, number>>;
  /** Counts up by one: a row number. */
  readonly isSequence: boolean;
};

/** Looks at up to 300 values of a column, which is plenty to tell what it holds. */
export function profileColumn(values: Iterable<Cell | undefined>, areas?: AreaIndex): ColumnProfile {
  const counts = Object.fromEntries(Object.keys(traits).map((trait) => [trait, 0])) as Record<Trait, number>;
  const distinct = new Set<string>();
  let filled = 0;
  let steps = 0;
  let before = Number.NaN;
  for (const value of values) {
    const text = cellText(value);
    if (text === '' || isBlankMark(text)) continue;
    filled += 1;
    distinct.add(text);
    if (text.length <= 6 && Number(text) === before + 1) steps += 1;
    before = Number(text);
    const digits = text.replace(/\D/g, '');
    for (const trait of Object.keys(traits) as Trait[])
      if (traits[trait](text, digits, areas)) counts[trait] += 1;
    if (filled === 300) break;
  }
  const share = Object.fromEntries(
    Object.entries(counts).map(([trait, count]) => [trait, filled === 0 ? 0 : count / filled]),
  ) as Record<Trait, number>;
  return {
    filled,
    distinctShare: filled === 0 ? 0 : distinct.size / filled,
    share,
    isSequence: filled >= 3 && steps >= (filled - 1) * 0.8,
  };
}

/** What the values of a field must mostly look like; a field that is not named here takes any value. */
const expected: Partial<Record<ListField, (share: ColumnProfile['share']) => number>> = {
  nik: (share) => share.sixteenDigits + share.scientific,
  no_kk: (share) => share.sixteenDigits + share.scientific,
  nib: (share) => share.thirteenDigits + share.scientific,
  phone: (share) => share.phone + share.scientific,
  sex: (share) => share.sex,
  is_male: (share) => share.tick + share.sex,
  is_female: (share) => share.tick + share.sex,
  birth_date: (share) => share.date,
  village: (share) => share.village,
  district: (share) => share.district,
  rt_rw: (share) => share.rtRw,
  rt: (share) => share.smallCount,
  rw: (share) => share.smallCount,
  sales: (share) => Math.max(share.money, share.number),
  capital: (share) => Math.max(share.money, share.number),
  workers: (share) => share.smallCount,
  workers_male: (share) => share.smallCount,
  workers_female: (share) => share.smallCount,
  start_year: (share) => share.year,
  start_month: (share) => share.month,
  latitude: (share) => share.latitude,
  longitude: (share) => share.longitude,
  full_name: (share) => share.words,
  person_or_business: (share) => share.words,
};
/** Names of villages are written in too many ways, and bands of money too, for a miss to speak against them. */
const onlySupported = new Set<ListField>([
  'village',
  'district',
  'sales',
  'capital',
  'nib',
  'disability',
  'rt',
  'rw',
]);

/** Whether the values fit what a heading says: 'none' when there are too few to tell or the field takes anything. */
export function valuesFit(field: ListField, profile: ColumnProfile): 'support' | 'contradict' | 'none' {
  const look = expected[field];
  if (look === undefined || profile.filled < 3) return 'none';
  const fits = look(profile.share);
  if (fits >= 0.6) return 'support';
  return fits < 0.3 && !onlySupported.has(field) ? 'contradict' : 'none';
}

/** What the values alone suggest, for columns whose heading says nothing. */
export function fieldByValues(profile: ColumnProfile): ListField | null {
  const { share } = profile;
  if (profile.filled < 3) return null;
  if (profile.isSequence) return 'kept';
  if (share.sixteenDigits + share.scientific >= 0.7)
    return share.womansNik >= 0.1 || share.nik >= 0.6 ? 'nik' : 'no_kk';
  if (share.phone >= 0.7) return 'phone';
  if (share.thirteenDigits >= 0.7) return 'nib';
  if (share.village >= 0.6) return 'village';
  if (share.district >= 0.6) return 'district';
  if (share.sex >= 0.8) return 'sex';
  if (share.rtRw >= 0.7) return 'rt_rw';
  if (share.date >= 0.7) return 'birth_date';
  if (share.latitude >= 0.7) return 'latitude';
  if (share.longitude >= 0.7) return 'longitude';
  if (share.words >= 0.9 && profile.distinctShare >= 0.85) return 'full_name';
  return null;
}
