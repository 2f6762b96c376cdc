import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** Which enterprise stands on the list, at which row, with the number that the source gave it. */
export type SourceEntry = { enterpriseId: string; sourceRow: number; sourceKey: string | null };

/** Notes that enterprises of the register stand on a list; a second row of the same enterprise changes nothing. */
export async function addSourceEntries(
  trx: Trx,
  office: string,
  sourceListId: string,
  entries: readonly SourceEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`insert into source_entries (office_code, source_list_id, enterprise_id, source_row, source_key)
    select ${office}, ${sourceListId}, given.* from unnest(
      ${entries.map(({ enterpriseId }) => enterpriseId)}::uuid[],
      ${entries.map(({ sourceRow }) => sourceRow)}::int[],
      ${entries.map(({ sourceKey }) => sourceKey)}::text[]) as given
    on conflict do nothing`.execute(trx);
  await sql`update enterprises set touched = pg_current_xact_id()::text::bigint where office_code = ${office}
    and enterprise_id = any(${entries.map(({ enterpriseId }) => enterpriseId)}::uuid[])`.execute(trx);
}

export async function markListWithdrawn(
  trx: Trx,
  office: string,
  sourceListId: string,
  at: Date,
): Promise<void> {
  await sql`update source_lists set withdrawn_at = coalesce(withdrawn_at, ${at})
    where office_code = ${office} and source_list_id = ${sourceListId}`.execute(trx);
  // Its figures count no longer, also where the enterprise itself stays.
  await sql`update enterprises set touched = pg_current_xact_id()::text::bigint where office_code = ${office}
    and enterprise_id in (select f.enterprise_id from enterprise_figures f
      where f.office_code = ${office} and f.source_id = ${sourceListId})`.execute(trx);
}

/**
 * Of these enterprises, made by the list, those that nobody worked on since: no change of theirs or their owner's
 * that is not the list's own, and on no other list. What the machine joined or took apart is nobody's work.
 */
export async function listUntouched(
  trx: Trx,
  office: string,
  { sourceListId, enterpriseIds }: { sourceListId: string; enterpriseIds: readonly string[] },
): Promise<string[]> {
  const ids = [...enterpriseIds];
  const isWork = sql`not (c.via = 'system' and c.kind in ('merged', 'unmerged'))`;
  const { rows } = await sql<{ id: string }>`select e.enterprise_id as id from enterprises e
    where e.office_code = ${office} and e.enterprise_id = any(${ids}::uuid[]) and e.withdrawn_at is null
      and not exists (select 1 from record_changes c where c.office_code = e.office_code
        and c.enterprise_id = e.enterprise_id and c.source_list_id is distinct from ${sourceListId}::uuid
        and ${isWork}
        and not exists (select 1 from source_lists w where w.office_code = c.office_code
          and w.source_list_id = c.source_list_id and w.withdrawn_at is not null))
      and not exists (select 1 from record_changes c where c.office_code = e.office_code
        and c.owner_id = e.owner_id and c.enterprise_id is null and ${isWork})
      and not exists (select 1 from source_entries s join source_lists l on l.office_code = s.office_code
          and l.source_list_id = s.source_list_id and l.withdrawn_at is null
        where s.office_code = e.office_code and s.enterprise_id = e.enterprise_id
          and s.source_list_id <> ${sourceListId}::uuid)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Takes enterprises out of sight, with the list that they came with. */
export async function markWithdrawn(
  trx: Trx,
  office: string,
  { sourceListId, enterpriseIds, at }: { sourceListId: string; enterpriseIds: readonly string[]; at: Date },
): Promise<void> {
  await sql`update enterprises
    set withdrawn_at = ${at}, withdrawn_with = ${sourceListId}, touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and withdrawn_at is null`.execute(trx);
}

/** Owners of these enterprises, by their own records, who have no other enterprise in sight. */
export async function listOwnersLeft(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ ownerId: string }>`select distinct e.owner_id from enterprises e
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and e.owner_id is not null and not exists (select 1 from enterprises o
        where o.office_code = e.office_code and o.owner_id = e.owner_id and o.withdrawn_at is null)`.execute(
    trx,
  );
  return rows.map(({ ownerId }) => ownerId);
}

/** How many of these enterprises are still in sight. */
export async function countStaying(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ stay: number }>`select count(*)::int as stay from enterprises
    where office_code = ${office} and enterprise_id = any(${[...enterpriseIds]}::uuid[]) and withdrawn_at is null`.execute(
    trx,
  );
  return rows[0]?.stay ?? 0;
}

/** What the list added to enterprises that were there before, where nobody worked on it since. */
export async function removeAdded(
  trx: Trx,
  office: string,
  added: { phoneIds: readonly string[]; productIds: readonly string[]; evidenceIds: readonly string[] },
  at: Date,
  today: string,
): Promise<void> {
  await sql`delete from owner_phones where office_code = ${office}
    and phone_id = any(${[...added.phoneIds]}::uuid[]) and whose = 'own'`.execute(trx);
  await sql`update products set ended_on = ${today} where office_code = ${office} and ended_on is null
    and unit is null and price is null and monthly_capacity is null
    and product_id = any(${[...added.productIds]}::uuid[])`.execute(trx);
  await sql`update evidences set withdrawn_at = ${at} where office_code = ${office} and withdrawn_at is null
    and grade = 'declared' and file_id is null
    and evidence_id = any(${[...added.evidenceIds]}::uuid[])`.execute(trx);
}

/** Enterprises that were there before no longer stand on the list. */
export async function removeSourceEntries(
  trx: Trx,
  office: string,
  sourceListId: string,
  enterpriseIds: readonly string[],
): Promise<void> {
  await sql`delete from source_entries where office_code = ${office} and source_list_id = ${sourceListId}
    and enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
  await sql`update enterprises set touched = pg_current_xact_id()::text::bigint where office_code = ${office}
    and enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
}

/** Enterprises on one list and not on another; those that are one count once. */
export async function listMissing(
  trx: Trx,
  office: string,
  { on, notOn, limit }: { on: string; notOn: readonly string[]; limit: number },
): Promise<{ total: number; first: { enterpriseId: string; name: string }[] }> {
  const missing = sql`from enterprises e where e.office_code = ${office} and e.withdrawn_at is null
    and e.enterprise_id in (select coalesce(x.merged_into, x.enterprise_id) from source_entries s
      join enterprises x on x.office_code = s.office_code and x.enterprise_id = s.enterprise_id
      where s.office_code = ${office} and s.source_list_id = ${on})
    and e.enterprise_id not in (select coalesce(x.merged_into, x.enterprise_id) from enterprises x
      where x.office_code = ${office} and x.enterprise_id = any(${[...notOn]}::uuid[]))`;
  const counted = await sql<{ total: number }>`select count(*)::int as total ${missing}`.execute(trx);
  const { rows } = await sql<{ enterpriseId: string; name: string }>`select e.enterprise_id, e.name ${missing}
    order by e.name, e.enterprise_id limit ${limit}`.execute(trx);
  return { total: counted.rows[0]?.total ?? 0, first: rows };
}
