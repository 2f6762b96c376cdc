import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { EnterpriseRedirects, OwnerRedirects } from '#platform/db/tables.ts';
import type { Own, Redirect } from './rules/merged-values.ts';

/** Enterprises and owners are led to one another in the same way, each in their own tables. */
export type Kind = 'enterprise' | 'owner';

const tables = {
  enterprise: { records: 'enterprises', id: 'enterprise_id', redirects: 'enterprise_redirects' },
  owner: { records: 'owners', id: 'owner_id', redirects: 'owner_redirects' },
} as const;

const names = (kind: Kind) => {
  const { records, id, redirects } = tables[kind];
  return { records: sql.table(records), id: sql.ref(id), redirects: sql.table(redirects) };
};

/**
 * For a query with a record under this alias: its id and those of all that are led to it, as an array. An index serves
 * `= any(…)` of it, and a record that stands alone costs nothing more.
 */
export function memberArray(kind: Kind, alias: string): RawBuilder<string[]> {
  const { records, id } = names(kind);
  const its = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`case when ${its('own')} is null then array[${its(tables[kind].id)}]
    else ${its(tables[kind].id)} || array(select led.${id} from ${records} led
      where led.office_code = ${its('office_code')} and led.merged_into = ${its(tables[kind].id)}) end`;
}

/** One merge of enterprises or owners at a time in an office: they would wait for each other's records crosswise. */
export async function lockMerges(trx: Trx, office: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`merges ${office}`}, 0))`.execute(trx);
}

/** The record that stands for each of these ids; ids that are none are left out. */
export async function listCanonicalIds(
  trx: Trx,
  office: string,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { records, id } = names(kind);
  const { rows } = await sql<{ id: string; canonical: string }>`
    select ${id} as id, coalesce(merged_into, ${id}) as canonical from ${records}
    where office_code = ${office} and ${id} = any(${[...ids]}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row.canonical]));
}

/** The record that stands for this one; undefined when there is none. */
export async function findCanonicalId(
  trx: Trx,
  office: string,
  kind: Kind,
  id: string,
): Promise<string | undefined> {
  return (await listCanonicalIds(trx, office, kind, [id])).get(id);
}

/** The record itself and all that are led to it. */
export async function listMemberIds(trx: Trx, office: string, kind: Kind, rootId: string): Promise<string[]> {
  const { records, id } = names(kind);
  const { rows } = await sql<{ id: string }>`select ${id} as id from ${records}
    where office_code = ${office} and merged_into = ${rootId} order by 1`.execute(trx);
  return [rootId, ...rows.map((row) => row.id)];
}

/** What each of the records shown as one says by itself; empty for a record that stands alone. */
export async function listOwn(
  trx: Trx,
  office: string,
  kind: Kind,
  rootId: string,
): Promise<Map<string, Own>> {
  const { records, id } = names(kind);
  const { rows } = await sql<{ id: string; own: Own }>`select ${id} as id, own from ${records}
    where office_code = ${office} and (${id} = ${rootId} or merged_into = ${rootId}) and own is not null`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.id, row.own]));
}

export async function updateOwn(
  trx: Trx,
  office: string,
  kind: Kind,
  recordId: string,
  { own, mergedInto }: { own: Own | null; mergedInto: string | null },
): Promise<void> {
  const { records, id } = names(kind);
  await sql`update ${records} set merged_into = ${mergedInto}, own = ${own === null ? null : JSON.stringify(own)}::jsonb
      ${kind === 'enterprise' ? sql`, touched = pg_current_xact_id()::text::bigint` : sql``}
    where office_code = ${office} and ${id} = ${recordId}`.execute(trx);
}

/** Redirects that stand among these records. */
export async function listRedirects(
  trx: Trx,
  office: string,
  kind: Kind,
  ids: readonly string[],
): Promise<Redirect[]> {
  const { redirects } = names(kind);
  const { rows } = await sql<Redirect>`select merge_id, merged_id, survivor_id, seq,
      ${kind === 'enterprise' ? sql`takes_owner` : sql`false`} as takes_owner
    from ${redirects} where office_code = ${office} and undone_at is null
      and merged_id = any(${[...ids]}::uuid[])`.execute(trx);
  return rows;
}

/** Merges that still stand and led one of these records to another, or another to it; the newest first. */
export async function listMergesTouching(
  trx: Trx,
  office: string,
  kind: Kind,
  ids: readonly string[],
): Promise<string[]> {
  const { redirects } = names(kind);
  const touched = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ mergeId: string }>`select merge_id from ${redirects}
    where office_code = ${office} and undone_at is null and (merged_id = ${touched} or survivor_id = ${touched})
    order by seq desc, merge_id`.execute(trx);
  return rows.map(({ mergeId }) => mergeId);
}

/** Of these merges those that were undone since, of enterprises and of owners. */
export async function listUndoneMerges(
  trx: Trx,
  office: string,
  mergeIds: readonly string[],
): Promise<string[]> {
  const undone = (kind: Kind) => sql`select merge_id from ${names(kind).redirects}
    where office_code = ${office} and undone_at is not null and merge_id = any(${[...mergeIds]}::uuid[])`;
  const { rows } = await sql<{
    mergeId: string;
  }>`${undone('enterprise')} union all ${undone('owner')}`.execute(trx);
  return rows.map(({ mergeId }) => mergeId);
}

export async function insertEnterpriseRedirect(
  trx: Trx,
  redirect: Insertable<EnterpriseRedirects>,
): Promise<void> {
  await trx.insertInto('enterpriseRedirects').values(redirect).execute();
}

export async function insertOwnerRedirect(trx: Trx, redirect: Insertable<OwnerRedirects>): Promise<void> {
  await trx.insertInto('ownerRedirects').values(redirect).execute();
}

export type MergeRow = {
  kind: Kind;
  mergeId: string;
  mergedId: string;
  survivorId: string;
  undoneAt: Date | null;
};

/** A merge of enterprises or of owners, standing or undone. */
export async function findMerge(trx: Trx, office: string, mergeId: string): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select 'enterprise' as kind, merge_id, merged_id, survivor_id, undone_at from enterprise_redirects
      where office_code = ${office} and merge_id = ${mergeId}
    union all
    select 'owner', merge_id, merged_id, survivor_id, undone_at from owner_redirects
      where office_code = ${office} and merge_id = ${mergeId}`.execute(trx);
  return rows[0];
}

export async function markUndone(
  trx: Trx,
  office: string,
  kind: Kind,
  mergeId: string,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const { redirects } = names(kind);
  await sql`update ${redirects} set undone_at = ${at}, undone_by = ${by}
    where office_code = ${office} and merge_id = ${mergeId} and undone_at is null`.execute(trx);
}

/** Merges of owners that came with a merge of enterprises and still stand. */
export async function listOwnerMergesWith(
  trx: Trx,
  office: string,
  enterpriseMergeId: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('ownerRedirects')
    .select('mergeId')
    .where('officeCode', '=', office)
    .where('enterpriseMergeId', '=', enterpriseMergeId)
    .where('undoneAt', 'is', null)
    .execute();
  return rows.map(({ mergeId }) => mergeId);
}

export type StandingMerge = {
  mergeId: string;
  mergedId: string;
  name: string;
  /** `owner`: only their owners are one. */
  of: Kind;
  kind: string;
  mergedAt: Date;
  mergedBy: string;
};

/** What stands behind a record: merges of these enterprises, and of these owners apart from them; newest first. */
export async function listStandingMerges(
  trx: Trx,
  office: string,
  { enterpriseIds, ownerIds }: { enterpriseIds: readonly string[]; ownerIds: readonly string[] },
): Promise<StandingMerge[]> {
  const { rows } = await sql<StandingMerge>`
    select r.merge_id, r.merged_id, e.name, 'enterprise' as of, r.kind, r.merged_at, r.merged_by
      from enterprise_redirects r
      join enterprises e on e.office_code = r.office_code and e.enterprise_id = r.merged_id
      where r.office_code = ${office} and r.undone_at is null and r.merged_id = any(${[...enterpriseIds]}::uuid[])
    union all
    select r.merge_id, r.merged_id, o.full_name, 'owner', r.kind, r.merged_at, r.merged_by
      from owner_redirects r join owners o on o.office_code = r.office_code and o.owner_id = r.merged_id
      where r.office_code = ${office} and r.undone_at is null and r.kind = 'same_owner'
        and r.merged_id = any(${[...ownerIds]}::uuid[])
    order by merged_at desc, merge_id desc`.execute(trx);
  return rows;
}

/** Tells the search index of all enterprises of these owners. */
export async function touchEnterprisesOf(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<void> {
  await sql`update enterprises set touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and owner_id = any(${[...ownerIds]}::uuid[])`.execute(trx);
}

/** Gives a record a revision that nobody can have read before. */
export async function raiseRevision(
  trx: Trx,
  office: string,
  kind: Kind,
  recordId: string,
  above: number,
): Promise<void> {
  const { records, id } = names(kind);
  await sql`update ${records} set revision = greatest(revision, ${above})
    where office_code = ${office} and ${id} = ${recordId}`.execute(trx);
}
