import { formatLongDate, type PlainDate } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { scaleLabel, type UmkmScale } from '#kernel/statutory/scale.ts';
import type { RegisterNames } from './register-facets.ts';
import type { FacetFilter } from './register-index.ts';
import { wordFor } from './register-words.ts';
import { type Sector, sectorLabel } from './sectors.ts';

export type LeaderFigures = {
  /** Enterprises that match as written, and their distinct owners. */
  enterprises: number;
  owners: number;
  on: PlainDate;
  text: string;
  filter: FacetFilter;
  /** Where the figures come from: "Data UMKM Dinas …", or the chosen lists. */
  source: string;
};

/**
 * The sentence an officer sends to the head of office: figures with unit, the filter in words, day and source, so
 * that no number travels without them.
 */
export function leaderSentence(figures: LeaderFigures, names: RegisterNames, locale: Locale): string {
  return locale === 'id' ? inIndonesian(figures, names) : inEnglish(figures, names);
}

function inIndonesian(
  { enterprises, owners, on, text, filter, source }: LeaderFigures,
  names: RegisterNames,
): string {
  const list = (values: readonly string[] | undefined, word: (value: string) => string) =>
    joined((values ?? []).map(word), 'dan');
  const number = (value: number) => value.toLocaleString('id-ID');
  const words = [
    list(filter.sector, (one) => sectorLabel(one as Sector, 'id').toLowerCase()),
    prefixed(
      'berskala',
      list(filter.scale, (one) => scaleLabel(one as UmkmScale, 'id').toLowerCase()),
    ),
    prefixed(
      'yang',
      list(filter.standing, (one) => wordFor('standing', one, 'id').toLowerCase()),
    ),
    prefixed(
      'dengan hasil cek',
      list(filter.operation, (one) => wordFor('operation', one, 'id').toLowerCase()),
    ),
    prefixed(
      'anggota',
      list(filter.groups, (one) => groupName(one, names)),
    ),
    text.trim() === '' ? '' : `dengan kata “${text.trim()}”`,
    prefixed(
      'di',
      list(filter.village, (one) => areaName(one, names, 'id')),
    ),
  ];
  const what = ['usaha', ...words].filter(Boolean).join(' ');
  const begin = `Per ${formatLongDate(on, 'id')}`;
  if (enterprises === 0) return `${begin} belum tercatat ${what} (sumber: ${source}).`;
  return `${begin} tercatat ${number(enterprises)} ${what}, milik ${number(owners)} orang (sumber: ${source}).`;
}

function inEnglish(
  { enterprises, owners, on, text, filter, source }: LeaderFigures,
  names: RegisterNames,
): string {
  const list = (values: readonly string[] | undefined, word: (value: string) => string) =>
    joined((values ?? []).map(word), 'and');
  const number = (value: number) => value.toLocaleString('en-GB');
  const before = [
    list(filter.standing, (one) => wordFor('standing', one, 'en').toLowerCase()),
    list(filter.scale, (one) => scaleLabel(one as UmkmScale, 'en').toLowerCase()),
    list(filter.sector, (one) => sectorLabel(one as Sector, 'en').toLowerCase()),
    enterprises === 1 ? 'enterprise' : 'enterprises',
  ];
  const after = [
    prefixed(
      'checked as',
      list(filter.operation, (one) => `“${wordFor('operation', one, 'en').toLowerCase()}”`),
    ),
    prefixed(
      'in the group',
      list(filter.groups, (one) => groupName(one, names)),
    ),
    text.trim() === '' ? '' : `matching “${text.trim()}”`,
    prefixed(
      'in',
      list(filter.village, (one) => areaName(one, names, 'en')),
    ),
  ];
  const what = [...before, ...after].filter(Boolean).join(' ');
  const begin = `As of ${formatLongDate(on, 'en')}`;
  if (enterprises === 0) return `${begin} no ${what} are on record (source: ${source}).`;
  const people = owners === 1 ? '1 person' : `${number(owners)} people`;
  return `${begin}, ${number(enterprises)} ${what} ${enterprises === 1 ? 'is' : 'are'} on record, owned by ${people} (source: ${source}).`;
}

const prefixed = (prefix: string, words: string) => (words === '' ? '' : `${prefix} ${words}`);

function joined(words: readonly string[], and: string): string {
  if (words.length <= 1) return words[0] ?? '';
  const before = words.slice(0, -1).join(', ');
  return `${before}${words.length > 2 ? ',' : ''} ${and} ${words.at(-1)}`;
}

function areaName(code: string, names: RegisterNames, locale: Locale): string {
  const area = names.areas.find((one) => one.areaCode === code);
  if (!area) return code;
  if (locale === 'en') return area.level === 'district' ? `${area.name} district` : area.name;
  if (area.level === 'district') return `Kecamatan ${area.name}`;
  // The fourth digit from the end tells an appointed from an elected village head.
  return `${code.at(-4) === '1' ? 'Kelurahan' : 'Desa'} ${area.name}`;
}

function groupName(groupId: string, names: RegisterNames): string {
  return names.groups.find((one) => one.groupId === groupId)?.name ?? groupId;
}
