import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { currentFigureRows } from './figure-store.server.ts';
import { listCanonicalIds } from './merge-store.server.ts';
import type { Own } from './rules/merged-values.ts';

/** What the register holds of an enterprise, as far as a list can say something about it. */
export type RecordForLists = RecordParts & {
  /** As it was asked for: what is written goes to this record, also where another stands for it. */
  enterpriseId: string;
  /** The owner who stands for this enterprise's. */
  ownerId: string | null;
  /** The owner's record to which writing goes. */
  ownerSide: string | null;
  /** What the record says by itself, where it or its owner is one of several; else undefined. */
  own?: RecordParts;
  isMerged: boolean;
  isOwnerMerged: boolean;
  products: string[];
  figures: { kind: string; year: number; amount: number; amountUpper: number | null; observedOn: string }[];
  evidences: { kind: string; number: string | null }[];
};

export type RecordParts = {
  owner: {
    fullName: string;
    sex: string | null;
    birthDate: string | null;
    disability: string | null;
    homeAddress: string | null;
    nikAnswer: string;
    nikIndex: Buffer | null;
    noKkIndex: Buffer | null;
    emailIndex: Buffer | null;
    phoneIndexes: Buffer[];
  } | null;
  enterprise: {
    name: string;
    brand: string | null;
    activity: string | null;
    sector: string;
    kbliVersion: string | null;
    kbliCode: string | null;
    legalForm: string | null;
    nib: string | null;
    nibAnswer: string;
    reportedScale: string | null;
    startedOn: string | null;
    standing: string;
    verifiedOn: string | null;
    operation: string;
  };
  place: {
    villageCode: string | null;
    rt: string | null;
    rw: string | null;
    hamlet: string | null;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
  };
};

type OwnerRow = Omit<NonNullable<RecordForLists['owner']>, 'phoneIndexes'>;
type FlatRow = RecordForLists['enterprise'] &
  RecordForLists['place'] & {
    asked: string;
    enterpriseId: string;
    ownerId: string | null;
    ownerSide: string | null;
    own: Own | null;
    ownOfOwner: Own | null;
  } & { [Column in keyof OwnerRow]: OwnerRow[Column] | null };

/** Ids as asked, and those that stand for them; held against other writers if `lock`. */
async function standingFor(
  trx: Trx,
  office: string,
  ids: readonly string[],
  lock: boolean,
): Promise<Map<string, string>> {
  const standing = await listCanonicalIds(trx, office, 'enterprise', ids);
  if (!lock) return standing;
  // In one order for all, so that two lists never wait for each other.
  await sql`select 1 from enterprises where office_code = ${office}
    and enterprise_id = any(${[...new Set(standing.values())]}::uuid[]) order by enterprise_id for update`.execute(
    trx,
  );
  const now = await listCanonicalIds(trx, office, 'enterprise', ids);
  // Merged or parted while this waited.
  return [...now].every(([id, root]) => standing.get(id) === root)
    ? now
    : standingFor(trx, office, ids, lock);
}

/** By the ids as asked, each as the record that stands for it is shown. `lock`: held until the transaction ends. */
export async function listRecordsForLists(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  lock: boolean,
): Promise<Map<string, RecordForLists>> {
  if (enterpriseIds.length === 0) return new Map();
  const standing = await standingFor(trx, office, enterpriseIds, lock);
  const { rows } = await sql<FlatRow>`select a.enterprise_id as asked, e.enterprise_id, o.owner_id,
      case when s.owner_id = o.owner_id or s.merged_into = o.owner_id then s.owner_id else w.owner_id end as owner_side,
      a.own, case when s.owner_id = o.owner_id or s.merged_into = o.owner_id then s.own else w.own end as own_of_owner,
      e.name, e.brand, e.activity, e.sector,
      e.kbli_version, e.kbli_code, e.legal_form, e.nib, e.nib_answer, e.reported_scale, e.started_on,
      e.standing, e.verified_on, e.operation,
      o.full_name, o.sex, o.birth_date, o.disability, o.home_address, o.nik_answer, o.nik_index, o.no_kk_index, o.email_index,
      p.village_code, p.rt, p.rw, p.hamlet, p.address, p.latitude, p.longitude
    from enterprises a
    join enterprises e on e.office_code = a.office_code and e.enterprise_id = coalesce(a.merged_into, a.enterprise_id)
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join owners s on s.office_code = a.office_code and s.owner_id = a.owner_id
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where a.office_code = ${office} and a.enterprise_id = any(${[...standing.keys()]}::uuid[])
      and e.withdrawn_at is null`.execute(trx);
  const ids = rows.map(({ enterpriseId }) => enterpriseId);
  const phones = await grouped<{ ownerId: string; phoneIndex: Buffer }>(
    trx,
    sql`select coalesce(o.merged_into, o.owner_id) as owner_id, h.phone_index from owners o
      join owner_phones h on h.office_code = o.office_code and h.owner_id = o.owner_id
      where o.office_code = ${office} and (o.owner_id = any(${rows.flatMap(({ ownerId }) => ownerId ?? [])}::uuid[])
        or o.merged_into = any(${rows.flatMap(({ ownerId, ownOfOwner }) => (ownOfOwner && ownerId) || [])}::uuid[]))`,
    ({ ownerId }) => ownerId,
  );
  const led = rows.some(({ own }) => own !== null)
    ? await listLed(trx, office, ids)
    : new Map<string, string>();
  const byEnterprise = <Row extends { enterpriseId: string }>(query: RawBuilder<Row>) =>
    grouped(trx, query, ({ enterpriseId }) => led.get(enterpriseId) ?? enterpriseId);
  const all = [...ids, ...led.keys()];
  const products = await byEnterprise(
    sql<{ enterpriseId: string; name: string }>`select enterprise_id, name from products
      where office_code = ${office} and enterprise_id = any(${all}::uuid[]) and ended_on is null`,
  );
  const figures = await byEnterprise(
    sql<
      RecordForLists['figures'][number] & { enterpriseId: string }
    >`select f.enterprise_id, f.kind, f.year, f.amount,
        f.amount_upper, f.observed_on from enterprise_figures f
      where f.office_code = ${office} and f.enterprise_id = any(${all}::uuid[]) and ${currentFigureRows}`,
  );
  const evidences = await byEnterprise(
    sql<RecordForLists['evidences'][number] & { enterpriseId: string }>`select enterprise_id, kind, number
      from evidences
      where office_code = ${office} and enterprise_id = any(${all}::uuid[]) and withdrawn_at is null`,
  );
  return new Map(
    rows.map((row) => [
      row.asked,
      {
        enterpriseId: row.asked,
        ownerId: row.ownerId,
        ownerSide: row.ownerSide,
        isMerged: row.own !== null,
        isOwnerMerged: row.ownOfOwner !== null,
        ...(row.own || row.ownOfOwner ? { own: ownParts(row) } : {}),
        ...partsOf(
          row,
          (phones.get(row.ownerId ?? '') ?? []).map(({ phoneIndex }) => phoneIndex),
        ),
        products: (products.get(row.enterpriseId) ?? []).map(({ name }) => name),
        figures: figures.get(row.enterpriseId) ?? [],
        evidences: evidences.get(row.enterpriseId) ?? [],
      },
    ]),
  );
}

function partsOf(row: FlatRow, phoneIndexes: Buffer[]): RecordParts {
  return {
    owner: row.ownerId === null ? null : { ...(row as OwnerRow), phoneIndexes },
    enterprise: row,
    place: row,
  };
}

/** The parts as the record asked for, and its owner's record, say them by themselves. */
function ownParts(row: FlatRow): RecordParts {
  const ownOwner = row.ownOfOwner?.values;
  const index = (column: string) =>
    ownOwner?.[column] ? Buffer.from(String(ownOwner[column]), 'base64') : null;
  return partsOf(
    {
      ...row,
      ...row.own?.values,
      ...(ownOwner
        ? {
            ...ownOwner,
            nikIndex: index('nikIndex'),
            noKkIndex: index('noKkIndex'),
            emailIndex: index('emailIndex'),
          }
        : {}),
      ownerId: row.ownerId,
    } as FlatRow,
    [],
  );
}

/** Enterprises that are led to these → to which. */
async function listLed(trx: Trx, office: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ enterpriseId: string; mergedInto: string }>`
    select enterprise_id, merged_into from enterprises
    where office_code = ${office} and merged_into = any(${[...ids]}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.enterpriseId, row.mergedInto]));
}

async function grouped<Row>(
  trx: Trx,
  query: RawBuilder<Row>,
  keyOf: (row: Row) => string,
): Promise<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>();
  for (const row of (await query.execute(trx)).rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
