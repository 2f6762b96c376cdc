import type { PlainDate } from '#kernel/calendar.ts';
import { takeRtRw } from '#kernel/naming/rt-rw.ts';
import { parseDate } from '#kernel/parse-date.ts';
import type { AreaIndex } from './area-index.ts';
import type { PresetKind } from './list-presets.ts';
import { nowhere, resolvePlace, type StatedPlace } from './resolve-place.ts';

/** Where the rows of a sheet are when they do not say so themselves. */
export type DefaultPlace = StatedPlace & { readonly rt: string | null; readonly rw: string | null };
export const noDefaultPlace: DefaultPlace = { ...nowhere, rt: null, rw: null };

/** What stands above the table, on the tab of the sheet, or in a heading between its rows. */
export type TitleFacts = {
  readonly place: DefaultPlace;
  /** The year that the title names; amounts and workers are of that year. */
  readonly year: number | null;
  /** "per 14 Maret 2022" */
  readonly asOf: PlainDate | null;
  readonly preset: PresetKind | null;
};

/** A name ends where the next mark, a number or a bracket begins. */
const upToNextMark = String.raw`\s*[.:]*\s*([\p{L}'’ ]+?)(?=\s*(?:[,;()/\d|–-]|$|\b(?:kec|kecamatan|kab|kabupaten|kota|prov|provinsi|propinsi|rt|rw|tahun|th|thn|dusun|dukuh|dk|dsn|se|periode|bulan|per)\b))`;
const villageMark = new RegExp(
  String.raw`\b(?:desa\s*/\s*kel(?:urahan)?|kel(?:urahan)?\s*/\s*desa|desa|ds|kelurahan|kel)\b${upToNextMark}`,
  'giu',
);
const districtMark = new RegExp(String.raw`\b(?:kecamatan|kec)\b${upToNextMark}`, 'iu');
const regencyMark = new RegExp(String.raw`\b(kabupaten|kab|kota)\b${upToNextMark}`, 'iu');

/** What one line tells. An area index keeps "DESA SE-KECAMATAN" from being taken for a village. */
export function readTitleLine(line: string, index?: AreaIndex): TitleFacts {
  const text = line.replace(/\s+/g, ' ').trim();
  const district = text.match(districtMark)?.[1]?.trim() ?? '';
  const regency = text.match(regencyMark);
  const { rt, rw } = takeRtRw(text.toUpperCase().replace(/\b(?:19|20)\d{2}\s*\/\s*(?:19|20)?\d{2}\b/g, ' '));
  const hasRtRw = /\bR[TW]\b/i.test(text);
  const place = {
    village: villageIn(text, district, index),
    villageCode: '',
    district,
    regency: regency?.[2] ? `${regency[1]} ${regency[2].trim()}` : '',
    rt: hasRtRw ? rt : null,
    rw: hasRtRw ? rw : null,
  };
  const years = text.match(/\b20[0-4]\d\b/g);
  const day = text.match(/\bper\s+(?:tanggal\s+|tgl\.?\s+)?(\d{1,2}[\s/-](?:\p{L}+|\d{1,2})[\s/-]\d{4})/iu);
  const asOf = day === null ? null : parseDate(day[1]!, '2100-01-01');
  return {
    place,
    year: years === null ? null : Number(years.at(-1)),
    asOf: asOf?.ok ? asOf.value : null,
    preset: /\bbpum\b/i.test(text)
      ? 'bpum'
      : /\bsidt\b/i.test(text)
        ? 'sidt'
        : /\boss\b/i.test(text)
          ? 'oss'
          : null,
  };
}

function villageIn(text: string, district: string, index: AreaIndex | undefined): string {
  for (const match of text.matchAll(villageMark)) {
    const name = match[1]!.trim();
    if (name !== '' && isPlausible(name, district, index)) return name;
  }
  return '';
}

function isPlausible(village: string, district: string, index: AreaIndex | undefined): boolean {
  if (index === undefined) return true;
  const { kind } = resolvePlace({ ...nowhere, village, district }, index);
  return kind === 'village' || kind === 'ambiguous' || kind === 'other_area';
}

/**
 * Facts of all title lines together, the lines nearer to the table last and heeded first, then the sheet's name:
 * "Ds. Kalipucang Wetan", "JENGGOT (2)".
 */
export function readTitle(lines: readonly string[], sheetName: string, index?: AreaIndex): TitleFacts {
  const tab = sheetName
    .replace(/[_]+/g, ' ')
    .replace(/\s*\(\d+\)$|\s+\d{1,2}$/, '')
    .trim();
  const facts = [...lines].reverse().map((line) => readTitleLine(line, index));
  facts.push(readTitleLine(tab, index));
  const named = facts.some(({ place }) => place.village !== '');
  // A tab that is nothing but a village's name.
  const tabVillage = !named && index !== undefined && index.villages(tab).length > 0 ? tab : '';
  return {
    place: {
      village: first(facts, ({ place }) => place.village) || tabVillage,
      villageCode: '',
      district: first(facts, ({ place }) => place.district),
      regency: first(facts, ({ place }) => place.regency),
      rt: first(facts, ({ place }) => place.rt) || null,
      rw: first(facts, ({ place }) => place.rw) || null,
    },
    year: first(facts, ({ year }) => year) || null,
    asOf: first(facts, ({ asOf }) => asOf) || null,
    preset: first(facts, ({ preset }) => preset) || null,
  };
}

function first<T>(facts: readonly TitleFacts[], pick: (facts: TitleFacts) => T): T {
  return facts.map(pick).find((value) => value) ?? pick(facts[0]!);
}

/** A heading between rows holds for the rows below it: its village replaces the title's, its RT adds to it. */
export function withSection(base: DefaultPlace, section: DefaultPlace): DefaultPlace {
  if (section.village !== '' || section.district !== '') {
    return {
      ...section,
      regency: section.regency || base.regency,
      district: section.district || base.district,
    };
  }
  return { ...base, rt: section.rt ?? base.rt, rw: section.rw ?? base.rw };
}
