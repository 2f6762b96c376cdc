import { parseBusinessName } from '#kernel/naming/business-name.ts';
import { parsePersonName } from '#kernel/naming/person-name.ts';
import type { StagedRecord } from './staged-record.ts';

/**
 * By what a row of one list is found again in the next, strongest first. The business belongs to the key, since one
 * owner (and one NIB) may hold several; the person or NIB alone serves where the business was renamed.
 */
export const keyLevels = [
  'source',
  'nib_and_business',
  'nik_and_business',
  'nib',
  'nik',
  'names_and_village',
] as const;
export type KeyLevel = (typeof keyLevels)[number];

/** One text for each level, null where the row lacks what it takes. They hold NIK: keep them only as blind indexes. */
export type RowKeys = Readonly<Record<KeyLevel, string | null>>;

/** Two rows of one list that share one of these are the same row written twice. */
const identifying: readonly KeyLevel[] = ['source', 'nib_and_business', 'nik_and_business'];

/** What a row can be found again with; names folded as names are compared. */
export type KeyParts = {
  readonly sourceKey: string | null;
  readonly nib: string | null;
  readonly nik: string | null;
  readonly businessKey: string | null;
  /** '' for an owner whom nobody names; null where there is no owner at all. */
  readonly personKey: string | null;
  readonly namesKey: string | null;
};

/** Folded, with what kind of business it is: Batik Siti and Warung Siti are two. */
export function businessKeyOf(name: string): string {
  const { categories, sortedKey } = parseBusinessName(name);
  return [...categories.toSorted(), sortedKey].join(' ');
}

export function keyPartsOf({ owner, enterprise, place, sourceKey }: StagedRecord): KeyParts {
  const named = enterprise.isNameMade
    ? (enterprise.activity ?? enterprise.products[0] ?? '')
    : enterprise.name;
  const businessKey = businessKeyOf(named);
  const person = owner.fullName === null ? '' : parsePersonName(owner.fullName).key;
  const hasOwner = person !== '' || owner.nik !== null || owner.phones.length > 0;
  return {
    sourceKey,
    nib: enterprise.nib,
    nik: owner.nik,
    businessKey,
    personKey: hasOwner ? person : null,
    namesKey:
      person === '' && enterprise.isNameMade ? null : `${person}|${businessKey}|${place.villageCode ?? ''}`,
  };
}

export function keysOf({ sourceKey, nib, nik, businessKey, namesKey }: Omit<KeyParts, 'personKey'>): RowKeys {
  const withBusiness = (first: string | null) => (first === null ? null : `${first}|${businessKey ?? ''}`);
  return {
    source: sourceKey,
    nib_and_business: withBusiness(nib),
    nik_and_business: withBusiness(nik),
    nib,
    nik,
    names_and_village: namesKey,
  };
}

export const rowKeys = (record: StagedRecord): RowKeys => keysOf(keyPartsOf(record));

export type KeyedRow<Id> = { readonly id: Id; readonly keys: RowKeys };

export type MatchedRows<Before, After> = {
  readonly same: readonly { readonly before: Before; readonly after: After; readonly by: KeyLevel }[];
  readonly new: readonly After[];
  /** On the earlier list and not on this one: reported, never removed. */
  readonly missingNow: readonly Before[];
  /** Rows of the new list that repeat an earlier row of it. */
  readonly repeated: readonly { readonly row: After; readonly of: After }[];
};

/**
 * Finds the rows of a list in the one that came before. Level by level, and beyond the identifying keys only where
 * one row on each side has the key: two Siti Aminah in one village are not guessed at.
 */
export function matchRows<Before, After>(
  before: readonly KeyedRow<Before>[],
  after: readonly KeyedRow<After>[],
): MatchedRows<Before, After> {
  const { kept, repeated } = withoutRepeated(after);
  const same: { before: Before; after: After; by: KeyLevel }[] = [];
  let leftBefore = [...before];
  let leftAfter = kept;
  for (const by of keyLevels) {
    const there = uniqueBy(leftBefore, by);
    const here = uniqueBy(leftAfter, by);
    const matched = new Set<unknown>();
    for (const [key, row] of here) {
      const earlier = there.get(key);
      if (!row || !earlier) continue;
      same.push({ before: earlier.id, after: row.id, by });
      matched.add(row).add(earlier);
    }
    leftBefore = leftBefore.filter((row) => !matched.has(row));
    leftAfter = leftAfter.filter((row) => !matched.has(row));
  }
  return { same, new: leftAfter.map(({ id }) => id), missingNow: leftBefore.map(({ id }) => id), repeated };
}

function withoutRepeated<Id>(rows: readonly KeyedRow<Id>[]): {
  kept: KeyedRow<Id>[];
  repeated: { row: Id; of: Id }[];
} {
  const first = new Map<string, Id>();
  const kept: KeyedRow<Id>[] = [];
  const repeated: { row: Id; of: Id }[] = [];
  for (const row of rows) {
    const keys = identifying.flatMap((level) =>
      row.keys[level] === null ? [] : [`${level}|${row.keys[level]}`],
    );
    const known = keys.find((key) => first.has(key));
    if (known !== undefined) repeated.push({ row: row.id, of: first.get(known)! });
    else {
      kept.push(row);
      for (const key of keys) first.set(key, row.id);
    }
  }
  return { kept, repeated };
}

/** Key → its row, or null where several rows have it. */
function uniqueBy<Id>(rows: readonly KeyedRow<Id>[], level: KeyLevel): Map<string, KeyedRow<Id> | null> {
  const found = new Map<string, KeyedRow<Id> | null>();
  for (const row of rows) {
    const key = row.keys[level];
    if (key !== null) found.set(key, found.has(key) ? null : row);
  }
  return found;
}

/** A value that differs: `owner.phones`, `figures.sales.2021` …; lists as one text joined by "; ". */
export type RecordChange = { readonly field: string; readonly before: string | null; readonly after: string };

/**
 * What a new list says otherwise than the earlier one. A cell left empty says nothing: it neither changes nor erases
 * what was known. Guesses and made names are no statements.
 */
export function compareRecords(before: StagedRecord, after: StagedRecord): RecordChange[] {
  const old = statements(before);
  const changes: RecordChange[] = [];
  for (const [field, value] of statements(after)) {
    const known = old.get(field) ?? null;
    if (known !== value) changes.push({ field, before: known, after: value });
  }
  return changes;
}

function statements({
  owner,
  enterprise,
  place,
  figures,
  evidences,
  notes,
}: StagedRecord): Map<string, string> {
  const stated = new Map<string, string>();
  const say = (field: string, value: unknown) => {
    if (Array.isArray(value) ? value.length > 0 : value !== null && value !== '') {
      stated.set(field, Array.isArray(value) ? [...value].sort().join('; ') : String(value));
    }
  };
  for (const [field, value] of Object.entries(owner)) say(`owner.${field}`, value);
  const { name, isNameMade, sector: _sector, kbli, ...rest } = enterprise;
  if (!isNameMade) say('enterprise.name', name);
  if (kbli !== null && !kbli.isGuessed) say('enterprise.kbli', `${kbli.version}:${kbli.code}`);
  for (const [field, value] of Object.entries(rest)) say(`enterprise.${field}`, value);
  for (const [field, value] of Object.entries(place)) say(`place.${field}`, value);
  for (const { kind, year, amount, amountUpper } of figures) {
    say(`figures.${kind}.${year}`, amountUpper === null ? amount : `${amount}-${amountUpper}`);
  }
  for (const { kind, number } of evidences)
    say(`evidences.${kind}`, [...(stated.get(`evidences.${kind}`)?.split('; ') ?? []), number]);
  say('notes', notes);
  return stated;
}
