import type { StagedEvidence, StagedFigure, StagedRecord } from './staged-record.ts';

/** What the register holds, as far as a list can speak of it. */
export type KnownRecord = {
  readonly owner: {
    readonly fullName: string;
    readonly sex: string | null;
    readonly birthDate: string | null;
    readonly disability: string | null;
    readonly homeAddress: string | null;
  } | null;
  readonly enterprise: {
    readonly name: string;
    readonly brand: string | null;
    readonly activity: string | null;
    readonly kbliVersion: string | null;
    readonly kbliCode: string | null;
    readonly legalForm: string | null;
    readonly nib: string | null;
    readonly reportedScale: string | null;
    readonly startedOn: string | null;
  };
  readonly place: StagedRecord['place'];
  readonly products: readonly string[];
  readonly figures: readonly { readonly kind: string; readonly year: number; readonly amount: number }[];
  readonly evidences: readonly { readonly kind: string; readonly number: string | null }[];
  /** How the row's numbers stand to those on record, which are encrypted. */
  readonly nik: 'none' | 'same' | 'other';
  readonly noKk: 'none' | 'same' | 'other';
  readonly email: 'none' | 'same' | 'other';
  /** Phones of the row that are not on record. */
  readonly newPhones: readonly string[];
};

type Values = Readonly<Record<string, string | number>>;

/** What a row brings to an enterprise that is on the register; empty parts where it brings nothing. */
export type Merged = {
  readonly owner: Values;
  readonly enterprise: Values;
  readonly place: Values;
  readonly phones: readonly string[];
  readonly products: readonly string[];
  readonly figures: readonly StagedFigure[];
  readonly evidences: readonly StagedEvidence[];
  /** Fields that the list says otherwise and that stay as they are on record. */
  readonly kept: readonly string[];
};

/**
 * How far a row may overrule the register. `sheet`: our own sheet came back, whoever filled it in meant it. `list`:
 * another source, `before` being what it said the last time. A field that is empty on record is filled; one that is
 * filled changes only where the source now says something else than before and nobody changed it in between.
 */
export type MergeMode =
  | { readonly kind: 'sheet' }
  | { readonly kind: 'list'; readonly before: StagedRecord | null };

export function mergeRecord(known: KnownRecord, row: StagedRecord, mode: MergeMode): Merged {
  const before = mode.kind === 'list' ? mode.before : null;
  const kept: string[] = [];
  const part = (stated: Fields, onRecord: Fields, saidBefore: Fields | null): Values => {
    const set: Record<string, string | number> = {};
    for (const [field, value] of Object.entries(stated)) {
      if (value === null || value === undefined || value === '') continue;
      const current = onRecord[field] ?? null;
      if (current === value) continue;
      if (current === null || mode.kind === 'sheet') set[field] = value;
      else if (saidBefore && saidBefore[field] === current && saidBefore[field] !== value) set[field] = value;
      else kept.push(field);
    }
    return set;
  };
  // A NIK that is not the one on record speaks of another person: of the owner nothing is taken over.
  const isSameOwner = known.owner !== null && known.nik !== 'other';
  if (known.nik === 'other') kept.push('nik');
  const owner = isSameOwner ? part(ownerFields(row), known.owner ?? {}, before && ownerFields(before)) : {};
  const secret = {
    ...(isSameOwner && row.owner.nik !== null && known.nik === 'none' ? { nik: row.owner.nik } : {}),
    ...(isSameOwner && row.owner.noKk !== null && known.noKk === 'none' ? { noKk: row.owner.noKk } : {}),
    ...(isSameOwner && row.owner.email && known.email === 'none' ? { email: row.owner.email } : {}),
  };
  const enterprise = part(
    enterpriseFields(row),
    { ...known.enterprise, kbli: kbliText(known.enterprise.kbliVersion, known.enterprise.kbliCode) },
    before && enterpriseFields(before),
  );
  return {
    owner: { ...owner, ...secret },
    enterprise: withKbliColumns(enterprise),
    place: placeChanges(row, known, part, before),
    phones: isSameOwner ? known.newPhones : [],
    products: row.enterprise.products.filter((name) => !holds(known.products, name)),
    figures: row.figures.filter(
      ({ kind, year, amount }) =>
        !known.figures.some((one) => one.kind === kind && one.year === year && one.amount === amount),
    ),
    evidences: row.evidences.filter(
      ({ kind, number }) => !known.evidences.some((one) => one.kind === kind && one.number === number),
    ),
    kept,
  };
}

/** Whether the row brings nothing new at all. */
export function isUnchanged(merged: Merged): boolean {
  const { owner, enterprise, place, phones, products, figures, evidences } = merged;
  return (
    [owner, enterprise, place].every((values) => Object.keys(values).length === 0) &&
    [phones, products, figures, evidences].every((values) => values.length === 0)
  );
}

type Fields = Readonly<Record<string, string | number | null | undefined>>;

const ownerFields = ({ owner }: StagedRecord): Fields => ({
  fullName: owner.fullName,
  sex: owner.sex,
  birthDate: owner.birthDate,
  disability: owner.disability,
  homeAddress: owner.homeAddress,
});

/** Guesses and made names are no statements. */
const enterpriseFields = ({ enterprise }: StagedRecord): Fields => ({
  name: enterprise.isNameMade ? null : enterprise.name,
  brand: enterprise.brand,
  activity: enterprise.activity,
  kbli:
    enterprise.kbli && !enterprise.kbli.isGuessed
      ? kbliText(enterprise.kbli.version, enterprise.kbli.code)
      : null,
  legalForm: enterprise.legalForm,
  nib: enterprise.nib,
  reportedScale: enterprise.reportedScale,
  startedOn: enterprise.startedOn,
});

const kbliText = (version: string | null, code: string | null) =>
  version === null || code === null ? null : `${version}:${code}`;

function withKbliColumns({ kbli, ...values }: Values): Values {
  if (kbli === undefined) return values;
  const [version = '', code = ''] = String(kbli).split(':');
  return { ...values, kbliVersion: version, kbliCode: code };
}

/** A position is one thing: both numbers or none. RT and RW belong to the village they were written for. */
function placeChanges(
  row: StagedRecord,
  known: KnownRecord,
  part: (stated: Fields, onRecord: Fields, before: Fields | null) => Values,
  before: StagedRecord | null,
): Values {
  const { latitude, longitude, ...stated } = row.place;
  const elsewhere =
    stated.villageCode !== null &&
    known.place.villageCode !== null &&
    stated.villageCode !== known.place.villageCode;
  const set = part(stated, known.place, before === null ? null : before.place);
  const positioned: Values =
    latitude !== null && longitude !== null && known.place.latitude === null ? { latitude, longitude } : {};
  if (elsewhere && set.villageCode === undefined) return {};
  return { ...set, ...positioned };
}

const folded = (text: string) => text.trim().toLowerCase();
const holds = (names: readonly string[], name: string) => names.some((one) => folded(one) === folded(name));
