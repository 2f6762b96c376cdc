import type { Locale } from '#kernel/language.ts';
import { formatRtRw } from '#kernel/naming/rt-rw.ts';
import type { ComparedRecord } from './compared-record.ts';
import type { Comparison, Step } from './evidence.ts';

export const comparedFields = [
  'business',
  'owner',
  'nik',
  'nib',
  'phone',
  'age',
  'sex',
  'village',
  'rt_rw',
  'address',
  'activity',
  'products',
  'sources',
  'standing',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** `alike`: neither the same nor another; `only_left`: the other says nothing. */
export type Verdict = 'same' | 'alike' | 'different' | 'only_left' | 'only_right';

export type FieldRow = {
  field: ComparedField;
  left: string | null;
  right: string | null;
  /** Null: shown for what it is, and speaks neither for nor against. */
  verdict: Verdict | null;
  comparison: Comparison | null;
  /** As linkage compared it, where it did. */
  level: string | null;
  /** Whether the values themselves are there to be compared letter by letter: not behind a mask, nor words of ours. */
  inLetters: boolean;
};

/** The comparison behind a field; fields without one are shown, and weigh nothing. */
const comparisonOf: Partial<Record<ComparedField, Comparison>> = {
  business: 'business_name',
  owner: 'person_name',
  nik: 'nik',
  nib: 'nib',
  phone: 'phone',
  age: 'birth_date',
  sex: 'sex',
  village: 'village',
  rt_rw: 'rt_rw',
  address: 'address',
  activity: 'category',
};

const lettered = new Set<ComparedField>(['business', 'owner', 'nib', 'village', 'rt_rw', 'address']);

const joined = (parts: readonly (string | null)[], between: string): string | null =>
  parts.filter(Boolean).join(between) || null;

function shownValue(record: ComparedRecord, field: ComparedField, locale: Locale): string | null {
  switch (field) {
    case 'business':
      return joined(
        [record.name, record.brand && record.brand !== record.name ? `(${record.brand})` : null],
        ' ',
      );
    case 'owner':
      return record.ownerName;
    case 'nik':
      return record.nikMasked;
    case 'nib':
      return record.nib;
    case 'phone':
      return joined(record.phones, ', ');
    case 'age':
      return record.ageBand;
    case 'sex':
      return record.sex;
    case 'village':
      return joined([record.village, record.district], ', ');
    case 'rt_rw':
      return record.rt === null && record.rw === null ? null : formatRtRw(record);
    case 'address':
      return joined([record.hamlet, record.address], ', ');
    case 'activity':
      return joined([record.activity ?? record.kbliTitle ?? record.sector[locale]], '');
    case 'products':
      return joined(record.products, ', ');
    case 'sources':
      return joined(
        record.sources.map(({ name }) => name),
        ', ',
      );
    case 'standing':
      return record.standing;
  }
}

const sameLevels = new Set(['exact', 'same', 'same_words']);

function verdictOf(left: string | null, right: string | null, level: string | undefined): Verdict {
  if (right === null) return 'only_left';
  if (left === null) return 'only_right';
  if (level !== undefined && level !== 'missing') {
    if (sameLevels.has(level)) return 'same';
    return level === 'different' ? 'different' : 'alike';
  }
  return left.toLowerCase() === right.toLowerCase() ? 'same' : 'different';
}

/** Two records field by field; what neither says is left out. */
export function fieldRows(
  { left, right, steps }: { left: ComparedRecord; right: ComparedRecord; steps: readonly Step[] },
  locale: Locale,
): FieldRow[] {
  return comparedFields.flatMap((field) => {
    const [a, b] = [shownValue(left, field, locale), shownValue(right, field, locale)];
    if (a === null && b === null) return [];
    const level = steps.find(({ comparison }) => comparison === comparisonOf[field])?.level;
    return {
      field,
      left: a,
      right: b,
      verdict: comparisonOf[field] ? verdictOf(a, b, level) : null,
      comparison: comparisonOf[field] ?? null,
      level: level === 'missing' || a === null || b === null ? null : (level ?? null),
      inLetters: lettered.has(field),
    };
  });
}
