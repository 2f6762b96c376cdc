import { parseAddress } from '#kernel/naming/address.ts';
import { cleanText } from '#kernel/naming/clean-text.ts';
import { type AreaCode, areaAt, contains, isAreaCode } from '#kernel/statutory/area-code.ts';
import { type AreaIndex, areaKey } from './area-index.ts';

/** What a row, or the sheet's title on its behalf, says of where it is; '' where nothing is said. */
export type StatedPlace = {
  readonly village: string;
  readonly villageCode: string;
  readonly district: string;
  readonly regency: string;
};
export const nowhere: StatedPlace = { village: '', villageCode: '', district: '', regency: '' };

/**
 * Where it is. `note` tells what was forgiven: a letter in the name, or a district that does not fit.
 * `other_area` is an answer, not a fault: the row belongs to another office. `code` there is the village,
 * district or regency as far as it is known. `options` are villages to choose from, the likeliest first.
 */
export type ResolvedPlace =
  | {
      readonly kind: 'village';
      readonly code: AreaCode;
      readonly note: 'respelled' | 'district_differs' | null;
    }
  | { readonly kind: 'other_area'; readonly code: AreaCode | null }
  | { readonly kind: 'unknown' | 'ambiguous' | 'code_and_name_differ'; readonly options: readonly AreaCode[] }
  | { readonly kind: 'unstated' };

const mostOptions = 5;
/** A shorter name one letter off may as well be another village: Lebo, Sebo. */
const shortestForgiven = 5;

/** Finds places in an index and remembers them: a list of 100,000 rows names some hundred. */
export class PlaceFinder {
  readonly index: AreaIndex;
  readonly #known = new Map<string, ResolvedPlace>();

  constructor(index: AreaIndex) {
    this.index = index;
  }

  resolve(stated: StatedPlace): ResolvedPlace {
    const key = `${stated.village}|${stated.villageCode}|${stated.district}|${stated.regency}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const resolved = resolvePlace(stated, this.index);
    this.#known.set(key, resolved);
    return resolved;
  }
}

/**
 * Decides which village is meant. In order: another regency named outright; a code (Kemendagri with dots, or BPS);
 * the name, old names included, told apart by its district where it occurs twice; a name one letter off, if only
 * one village is. Anything else is asked back with the nearest names.
 */
export function resolvePlace(stated: StatedPlace, index: AreaIndex): ResolvedPlace {
  const elsewhere = otherRegency(stated.regency, index);
  if (elsewhere !== null) return { kind: 'other_area', code: elsewhere.code };
  const coded = readCode(stated.villageCode, index) ?? readCode(stated.village, index);
  if (coded !== null && !contains(index.officeCode, coded)) return { kind: 'other_area', code: coded };
  const names = namesIn(stated);
  if (coded !== null && areaAt(coded, 'village') !== null) return checkedCode(coded, names.village, index);
  if (names.village === '') return unnamed(names.district, index);
  return byName(
    names.village,
    coded === null ? districtsOf(names.district, index) : [coded],
    names.district,
    index,
  );
}

/** "Jenggot Kec. Pekalongan Selatan" in one cell holds both names. */
function namesIn({ village, district }: StatedPlace): { village: string; district: string } {
  if (/\d{4}/.test(village) && readableCode(village) !== null) return { village: '', district };
  if (!/[,/]|\bkec/i.test(village)) return { village, district };
  const parts = parseAddress(/^\s*(?:kel|ds|desa)/i.test(village) ? village : `Kel. ${village}`);
  return {
    village: parts.village ?? village,
    district: district === '' ? (parts.district ?? parts.rest) : district,
  };
}

function otherRegency(regency: string, index: AreaIndex): { code: AreaCode | null } | null {
  if (regency === '') return null;
  const coded = readableCode(regency);
  if (coded !== null)
    return contains(index.officeCode, coded) || contains(coded, index.officeCode) ? null : { code: coded };
  const known = index.regencies(regency);
  const kind = /\bkota|kodya/i.test(regency) ? 'KOTA' : /\bkab/i.test(regency) ? 'KABUPATEN' : '';
  // Kota and Kab. Pekalongan share their name: told apart only where the kind is written.
  const meant = known.filter((code) => kind === '' || cleanText(index.name(code)).startsWith(kind));
  if (meant.includes(index.officeCode)) return null;
  if (meant.length > 0) return { code: meant.length === 1 ? meant[0]! : null };
  // A name that no table here knows is a slip or a far regency; only the latter says what it is.
  const isNear = areaKey(index.name(index.officeCode)).includes(areaKey(regency).slice(0, 5));
  return kind !== '' && !isNear ? { code: null } : null;
}

/** A dotted Kemendagri code, or ten digits without dots, still undecided between Kemendagri and BPS. */
function readableCode(text: string): string | null {
  const code = text.trim().replace(/\.0$/, '');
  return isAreaCode(code) || /^\d{4}$|^\d{6,7}$|^\d{10}$/.test(code) ? code : null;
}

/**
 * Kemendagri codes end in four digits that begin with 1 or 2; in BPS codes the seventh digit belongs to the
 * district and is nearly always 0. What the tables do not know is no code.
 */
function readCode(text: string, index: AreaIndex): AreaCode | null {
  const code = readableCode(text);
  if (code === null) return null;
  if (isAreaCode(code)) return index.has(code) || !contains(index.officeCode, code) ? code : null;
  const bps = index.byBpsCode(code);
  if (bps !== undefined) return bps;
  if (code.length === 10) {
    const dotted = `${code.slice(0, 2)}.${code.slice(2, 4)}.${code.slice(4, 6)}.${code.slice(6)}`;
    if (index.has(dotted)) return dotted;
    return index.byBpsCode(code.slice(0, 7)) ?? null;
  }
  const dotted = code.replace(/(?<=\d)(?=(\d{2})+$)/g, '.');
  return code.length === 6 && index.has(dotted) ? dotted : null;
}

/** A code whose name stands beside it must be that name: a BPS code read as Kemendagri would be another village. */
function checkedCode(code: AreaCode, village: string, index: AreaIndex): ResolvedPlace {
  const named = village === '' ? [] : index.villages(village);
  if (named.length === 0 || named.includes(code)) return { kind: 'village', code, note: null };
  return { kind: 'code_and_name_differ', options: [code, ...named].slice(0, mostOptions) };
}

function districtsOf(district: string, index: AreaIndex): readonly AreaCode[] {
  if (district === '') return [];
  const exact = index.districts(district);
  if (exact.length > 0) return exact;
  const near = index.nearDistricts(district);
  return near.length > 0
    ? near.filter(({ distance }) => distance === near[0]!.distance).map(({ code }) => code)
    : [];
}

function unnamed(district: string, index: AreaIndex): ResolvedPlace {
  const isElsewhere = district !== '' && districtsOf(district, index).length === 0;
  const other = isElsewhere ? index.districts(district, 'other') : [];
  return other.length === 1 ? { kind: 'other_area', code: other[0]! } : { kind: 'unstated' };
}

function byName(
  village: string,
  own: readonly AreaCode[],
  district: string,
  index: AreaIndex,
): ResolvedPlace {
  const isIn = (code: AreaCode) => own.some((one) => contains(one, code));
  const exact = index.villages(village);
  const inDistrict = exact.filter(isIn);
  if (inDistrict.length === 1) return { kind: 'village', code: inDistrict[0]!, note: null };
  const other = own.length === 0 ? otherVillage(village, district, index) : null;
  if (exact.length === 1 && other === null) {
    return { kind: 'village', code: exact[0]!, note: district === '' ? null : 'district_differs' };
  }
  if (other !== null && (exact.length === 0 || district !== '')) return { kind: 'other_area', code: other };
  if (exact.length > 1) return { kind: 'ambiguous', options: exact.slice(0, mostOptions) };

  const near = index.nearVillages(village);
  const nearHere = own.length > 0 ? near.filter(({ code }) => isIn(code)) : near;
  const oneOff = nearHere.filter(({ distance }) => distance === 1);
  if (oneOff.length === 1 && areaKey(village).length >= shortestForgiven) {
    return { kind: 'village', code: oneOff[0]!.code, note: 'respelled' };
  }
  const options = [...nearHere, ...near.filter(({ code }) => !isIn(code) && own.length > 0)];
  return { kind: 'unknown', options: options.slice(0, mostOptions).map(({ code }) => code) };
}

/**
 * The village or district of another office that is meant: by a district that only others have, or, where no
 * district is written, by a name that only one village around has and none here nearly has.
 */
function otherVillage(village: string, district: string, index: AreaIndex): AreaCode | null {
  const there = index.villages(village, 'other');
  if (district !== '') {
    const districts = index.districts(district, 'other');
    const inDistrict = there.filter((code) => districts.some((one) => contains(one, code)));
    return inDistrict[0] ?? districts[0] ?? null;
  }
  return there.length === 1 && index.nearVillages(village).length === 0 ? there[0]! : null;
}
