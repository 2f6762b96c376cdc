import { parseAddress } from '#kernel/naming/address.ts';
import { takeRtRw } from '#kernel/naming/rt-rw.ts';
import type { AreaCode } from '#kernel/statutory/area-code.ts';
import type { ListContext } from './list-context.ts';
import { readPosition } from './read-position.ts';
import type { DefaultPlace } from './read-title.ts';
import type { ResolvedPlace, StatedPlace } from './resolve-place.ts';
import type { RowReading } from './row-reading.ts';
import type { StagedRecord } from './staged-record.ts';

export type ReadPlace = {
  readonly place: StagedRecord['place'];
  /** The row belongs to another office, whose area this is as far as it is known. */
  readonly otherArea: { readonly code: AreaCode | null } | null;
};

/**
 * Reads where the business is. A village is taken from its column, from "Kel." or "Ds." in the address, from the
 * title of the sheet, and last from the unmarked words of the address.
 */
export function readPlace(reading: RowReading, base: DefaultPlace, context: ListContext): ReadPlace {
  const address = reading.shortText('address', 500);
  const written = address ?? reading.text('home_address');
  const stated = statedPlace(reading, written, base);
  const resolved = context.places.resolve(stated);
  const { rt, rw } = readRtRw(reading, written);
  return {
    place: {
      villageCode: villageOf(reading, resolved, stated, written, context),
      rt: rt ?? base.rt,
      rw: rw ?? base.rw,
      hamlet: reading.shortText('hamlet', 100) ?? hamletIn(written),
      address,
      ...readPosition(reading),
    },
    otherArea: resolved.kind === 'other_area' ? { code: resolved.code } : null,
  };
}

const villageInAddress = /\b(?:kel|ds|desa|kelurahan|kec|kecamatan)\b/i;

function statedPlace(reading: RowReading, address: string, base: DefaultPlace): StatedPlace {
  const own = {
    village: reading.text('village'),
    villageCode: reading.text('village_code'),
    district: reading.text('district'),
    regency: reading.text('regency') || base.regency,
  };
  if (own.village !== '' || own.villageCode !== '')
    return { ...own, district: own.district || base.district };
  const marked = villageInAddress.test(address) ? parseAddress(address) : null;
  if (marked?.village)
    return { ...own, village: marked.village, district: own.district || marked.district || base.district };
  return {
    ...own,
    village: base.village,
    villageCode: base.villageCode,
    district: own.district || base.district,
  };
}

function villageOf(
  reading: RowReading,
  resolved: ResolvedPlace,
  stated: StatedPlace,
  address: string,
  { places }: ListContext,
): AreaCode | null {
  const named = (codes: readonly AreaCode[]) =>
    codes.map((code) => ({ code, name: places.index.fullName(code) }));
  const field = reading.text('village') === '' && stated.villageCode !== '' ? 'village_code' : 'village';
  const value = stated.village || stated.villageCode;
  switch (resolved.kind) {
    case 'village':
      if (resolved.note === 'respelled')
        reading.report(field, 'village_respelled', { value, options: named([resolved.code]) });
      if (resolved.note === 'district_differs') {
        reading.report('district', 'district_differs', {
          value: stated.district,
          options: named([resolved.code]),
        });
      }
      return resolved.code;
    case 'other_area':
      reading.report(field, 'other_area', {
        value: value || stated.district || stated.regency,
        options: resolved.code === null ? [] : named([resolved.code]),
      });
      return null;
    case 'unknown':
      reading.report(field, 'village_unknown', { value, options: named(resolved.options) });
      return null;
    case 'ambiguous':
      reading.report(field, 'village_ambiguous', { value, options: named(resolved.options) });
      return null;
    case 'code_and_name_differ':
      reading.report(field, 'village_code_differs', { value, options: named(resolved.options) });
      return null;
    case 'unstated': {
      const found = villageInRest(address, stated.district, places);
      if (found === null) reading.report(field, 'village_missing', { value: '' });
      else reading.report(field, 'village_from_address', { value: '', options: named([found]) });
      return found;
    }
  }
}

/** "Jl. Jlamprang 12, Krapyak": the last one to three unmarked words, where they are exactly a village's name. */
function villageInRest(address: string, district: string, places: ListContext['places']): AreaCode | null {
  if (address === '') return null;
  const words = parseAddress(address)
    .rest.split(' ')
    .filter((word) => word !== '');
  for (const length of [3, 2, 1]) {
    const village = words.slice(-length).join(' ');
    if (words.length < length || village.length < 4 || places.index.villages(village).length === 0) continue;
    const resolved = places.resolve({ village, district, villageCode: '', regency: '' });
    if (resolved.kind === 'village' && resolved.note === null) return resolved.code;
  }
  return null;
}

function readRtRw(reading: RowReading, address: string): { rt: string | null; rw: string | null } {
  const both = reading.text('rt_rw');
  if (both !== '') {
    const found = takeRtRw(both.toUpperCase());
    // A sheet that made a date of 2/5 leaves nothing to go by.
    if (found.rt === null && found.rw === null && /[1-9]/.test(both)) reading.report('rt_rw', 'wrong_format');
    if (found.rt !== null || found.rw !== null) return found;
  }
  const [rt, rw] = [readNumber(reading, 'rt'), readNumber(reading, 'rw')];
  if (rt !== null || rw !== null) return { rt, rw };
  return takeRtRw(address.toUpperCase());
}

function readNumber(reading: RowReading, field: 'rt' | 'rw'): string | null {
  const text = reading.text(field).toUpperCase();
  if (text === '') return null;
  const mark = field.toUpperCase();
  const found = takeRtRw(text.includes(mark) ? text : `${mark} ${text.replace(/\.0$/, '')}`)[field];
  if (found === null && /[1-9]/.test(text)) reading.report(field, 'wrong_format');
  return found;
}

const hamletMark =
  /\b(?:dk|dkh|dsn|dukuh|dusun)\b[\s.:]*(\p{L}[\p{L}'’ ]*?)(?=\s*(?:[,.;()\d/]|$|\b(?:rt|rw|no|jl|jln|gg|kel|ds|desa|kec|kab)\b))/iu;

/** As written, unlike the parts of an address key. */
function hamletIn(address: string): string | null {
  return address.match(hamletMark)?.[1]?.trim().slice(0, 100) ?? null;
}
