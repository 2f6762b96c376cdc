import type { Locale } from './language.ts';

/** What an enterprise may be given (riwayat pembinaan). The first four are what programmes are as well. */
export const supportKinds = [
  'training',
  'facilitation',
  'mentoring',
  'coaching',
  'capital_aid',
  'equipment',
  'market',
  'other',
] as const;
export type SupportKind = (typeof supportKinds)[number];

/** What it is about. */
export const supportTopics = [
  'export',
  'halal',
  'pirt',
  'brand',
  'packaging',
  'branding',
  'qris',
  'marketplace',
  'finance',
  'production',
  'other',
] as const;
export type SupportTopic = (typeof supportTopics)[number];

type Word = Readonly<Record<Locale, string>>;

const kindWords: Record<SupportKind, Word> = {
  training: { id: 'pelatihan', en: 'training' },
  facilitation: { id: 'fasilitasi', en: 'facilitation' },
  mentoring: { id: 'pendampingan', en: 'mentoring' },
  coaching: { id: 'pembimbingan', en: 'coaching' },
  capital_aid: { id: 'bantuan modal', en: 'capital aid' },
  equipment: { id: 'bantuan alat', en: 'equipment' },
  market: { id: 'pameran', en: 'fair' },
  other: { id: 'pembinaan lain', en: 'other support' },
};

const topicWords: Record<SupportTopic, Word> = {
  export: { id: 'ekspor', en: 'export' },
  halal: { id: 'halal', en: 'halal' },
  pirt: { id: 'P-IRT', en: 'P-IRT' },
  brand: { id: 'merek', en: 'brand' },
  packaging: { id: 'kemasan', en: 'packaging' },
  branding: { id: 'branding', en: 'branding' },
  qris: { id: 'QRIS', en: 'QRIS' },
  marketplace: { id: 'lokapasar', en: 'marketplace' },
  finance: { id: 'keuangan', en: 'finance' },
  production: { id: 'produksi', en: 'production' },
  other: { id: 'lainnya', en: 'other' },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `Pelatihan`; what is not known by us stays as it is. */
export function kindWord(kind: string, locale: Locale): string {
  return capital(kindWords[kind as SupportKind]?.[locale] ?? kind);
}

/** `Kemasan` */
export function topicWord(topic: string, locale: Locale): string {
  return capital(topicWords[topic as SupportTopic]?.[locale] ?? topic);
}

/** Inside a sentence: `pelatihan kemasan`, `packaging training`; a topic without a name is left out. */
export function supportPhrase(kind: SupportKind, topic: SupportTopic, locale: Locale): string {
  const word = kindWords[kind][locale];
  if (topic === 'other') return word;
  const about = topicWords[topic][locale];
  return locale === 'id' ? `${word} ${about}` : `${about} ${word}`;
}
