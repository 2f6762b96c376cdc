import { isNik } from '#kernel/statutory/nik.ts';
import type { Advisor, ColumnAdvice } from '#linkage/auto/choose-comparisons.ts';
import type { ColumnPicture } from '#linkage/auto/describe-column.ts';
import { OTHER_BUSINESS } from './enterprise-settings.ts';
import {
  compareActivity,
  compareAddress,
  compareBirthDate,
  compareBusinessName,
  compareCategory,
  compareNib,
  compareNik,
  comparePersonName,
  comparePhone,
  compareSex,
  compareVillage,
} from './indonesian-comparisons.ts';

/** Knows lists of Indonesian people and businesses. */
export const indonesianAdvisor: Advisor = {
  advise: adviseIndonesian,
  // An owner's other business: all of the person agrees, nothing of the business does.
  relatedAmong(comparisons) {
    const ofBusiness = OTHER_BUSINESS.filter((name) => comparisons.includes(name));
    return comparisons.includes('person_name') && ofBusiness.length > 1 ? [ofBusiness] : [];
  },
};

/**
 * Tells columns of Indonesian lists by what they hold, and where that is not enough by their heading: NIK, No. KK, NIB,
 * phone, names of persons and businesses, addresses, areas. Null for other columns.
 */
function adviseIndonesian(picture: ColumnPicture, all: readonly ColumnPicture[]): ColumnAdvice | null {
  const { name, sample } = picture;
  const title = name.toLowerCase();
  const share = (test: (value: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  const key = (...changes: string[]) => changes.map((change) => `${name}|${change}`);
  if (share((value) => /^\d{15,17}$/.test(value)) > 0.7) {
    // A family card: who moves or marries gets another, so it only proposes.
    if (/kk|keluarga|family/.test(title)) return { comparisons: [], keys: [name] };
    if (share(isNik) > 0.6)
      return { comparisons: [compareNik(name)], keys: [name, ...key('nik-birth', 'nik-serial', 'nik-date')] };
  }
  if (share((value) => /^\d{13}$/.test(value) && !/^(62|08)/.test(value)) > 0.8)
    return { comparisons: [compareNib(name)], keys: [name] };
  if (share((value) => /^(\+?62|0)[\d\s-]{7,14}$/.test(value)) > 0.7)
    return { comparisons: [comparePhone(name)], keys: key('phone') };
  if (share((value) => /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(value)) > 0.8)
    return { comparisons: [compareVillage(name)], keys: [name] };
  if (/kbli/.test(title) && picture.digits > 0.8)
    return { comparisons: [compareCategory(name, nameOf(all, isActivity))], keys: [name, ...key('first:2')] };
  if (picture.dates > 0.6 && /lahir|birth|dob/.test(title))
    return { comparisons: [compareBirthDate(name)], keys: [name, ...key('year', 'month-day', 'year-month')] };
  if (/^(jk|sex|gender|jenis[_ ]?kelamin|l\/?p)$/.test(title) && picture.distinct < 8)
    return { comparisons: [compareSex(name)], keys: [name] };
  if (picture.digits > 0.3 || picture.emails > 0.3) return null;
  if (
    /alamat|address/.test(title) ||
    share((value) => /\b(rt|rw|jl|jln|jalan|gg|desa|kel|dk|dsn)\b/.test(value)) > 0.4
  )
    return {
      comparisons: [compareAddress(name)],
      keys: key('address-place', 'rt-rw'),
    };
  if (
    /usaha|business|merk|merek|brand|toko|umkm/.test(title) &&
    /nama|name|merk|merek|brand|toko/.test(title)
  )
    return {
      comparisons: [compareBusinessName(name, nameOf(all, isPersonName))],
      keys: key('business-sound', 'business-sound|first:5', 'business-owner'),
    };
  if (isActivity(picture)) return { comparisons: [compareActivity(name)], keys: [name] };
  if (isPersonName(picture))
    return {
      comparisons: [comparePersonName(name)],
      keys: key('person', 'person-sound', 'person-first', 'person-longest', 'person-sound|first:4'),
    };
  return null;
}

/** Words and titles that hardly another country's lists hold. */
const INDONESIAN =
  /\b(siti|sri|nur|muhammad|mohammad|muh|moh|ahmad|abdul|dwi|tri|dewi|hj|h|bin|binti|pak|bu|ibu|bpk|haji|wati|[a-z]+(wati|anto|yanto|ono|yono|ningsih|iyah|udin|iah|yati|awan|iman))\b/;
const soundsIndonesian = (value: string) => INDONESIAN.test(value);

const titleOf = ({ name }: ColumnPicture) => name.toLowerCase();

const isBusinessName = (picture: ColumnPicture) =>
  /usaha|business|merk|merek|brand|toko|umkm/.test(titleOf(picture)) &&
  /nama|name|merk|merek|brand|toko/.test(titleOf(picture));

const isActivity = (picture: ColumnPicture) =>
  !isBusinessName(picture) && /usaha|produk|kegiatan|activity|product|bidang|sektor/.test(titleOf(picture));

const isPersonName = (picture: ColumnPicture) =>
  !isBusinessName(picture) &&
  /nama|name|pemilik|owner/.test(titleOf(picture)) &&
  picture.sample.filter(soundsIndonesian).length > 0.25 * picture.sample.length;

const nameOf = (all: readonly ColumnPicture[], is: (picture: ColumnPicture) => boolean) =>
  all.find(is)?.name ?? null;
