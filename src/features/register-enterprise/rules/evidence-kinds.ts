import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { done, type Parsed } from '#kernel/refusal.ts';
import { parseBpom } from '#kernel/statutory/bpom.ts';
import { parseHalalCertificate } from '#kernel/statutory/halal-certificate.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNpwp } from '#kernel/statutory/npwp.ts';
import { parsePirt } from '#kernel/statutory/pirt.ts';

export const evidenceKinds = [
  'nib',
  'npwp',
  'pirt',
  'halal',
  'bpom',
  'brand',
  'sni',
  'haccp',
  'iso',
  'batikmark',
  'skp',
  'kusuka',
  'local_id',
  'award',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const labels = defineMessages({
  id: {
    nib: 'NIB',
    npwp: 'NPWP',
    pirt: 'P-IRT',
    halal: 'Sertifikat halal',
    bpom: 'Izin edar BPOM',
    brand: 'Merek terdaftar',
    sni: 'SNI',
    haccp: 'HACCP',
    iso: 'ISO',
    batikmark: 'Batikmark',
    skp: 'SKP ikan',
    kusuka: 'KUSUKA',
    local_id: 'KTP setempat',
    award: 'Penghargaan',
    other: 'Berkas lain',
  },
  en: {
    nib: 'NIB (business number)',
    npwp: 'NPWP (tax number)',
    pirt: 'P-IRT (home food permit)',
    halal: 'Halal certificate',
    bpom: 'BPOM permit',
    brand: 'Registered brand',
    sni: 'SNI',
    haccp: 'HACCP',
    iso: 'ISO',
    batikmark: 'Batikmark',
    skp: 'Fish processing certificate',
    kusuka: 'KUSUKA card',
    local_id: 'Local ID card',
    award: 'Award',
    other: 'Other document',
  },
});
export const evidenceKindLabel = (kind: EvidenceKind, locale: Locale): string =>
  messagesFor(labels, locale)[kind];

/** Of an ID card only that it was seen is kept: its number is the owner's NIK, which stands sealed with the owner. */
export const keepsNumber = (kind: EvidenceKind): boolean => kind !== 'local_id';

/** The number as it is kept: checked where the kind has a rule, as written otherwise. */
export function parseEvidenceNumber(kind: EvidenceKind, text: string): Parsed<string> {
  switch (kind) {
    case 'nib':
      return parseNib(text);
    case 'npwp': {
      const parsed = parseNpwp(text);
      return parsed.ok ? done(parsed.value.number) : parsed;
    }
    case 'pirt':
      return parsePirt(text);
    case 'bpom':
      return parseBpom(text);
    case 'halal': {
      const parsed = parseHalalCertificate(text);
      return parsed.ok ? done(parsed.value.number) : parsed;
    }
    default:
      return done(text);
  }
}
