import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SourceLists } from '#platform/db/tables.ts';

export type SourceListColumns = Omit<Selectable<SourceLists>, 'officeCode' | 'sourceListId'>;

export async function insertSourceList(
  trx: Trx,
  office: string,
  sourceListId: string,
  columns: SourceListColumns,
): Promise<void> {
  await trx
    .insertInto('sourceLists')
    .values({ officeCode: office, sourceListId, ...columns })
    .execute();
}

/** A list by its name, with the owner behind each of its rows; undefined when there is none. */
export async function findListWithOwners(
  trx: Trx,
  office: string,
  name: string,
): Promise<{ sourceListId: string; ownerOfRow: Map<number, string> } | undefined> {
  const list = await trx
    .selectFrom('sourceLists')
    .select('sourceListId')
    .where('officeCode', '=', office)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!list) return undefined;
  const rows = await trx
    .selectFrom('sourceEntries')
    .innerJoin('enterprises', (join) =>
      join
        .onRef('enterprises.officeCode', '=', 'sourceEntries.officeCode')
        .onRef('enterprises.enterpriseId', '=', 'sourceEntries.enterpriseId'),
    )
    .select(['sourceRow', 'ownerId'])
    .where('sourceEntries.officeCode', '=', office)
    .where('sourceListId', '=', list.sourceListId)
    .execute();
  const known = rows.flatMap(({ sourceRow, ownerId }): [number, string][] =>
    sourceRow === null || ownerId === null ? [] : [[sourceRow, ownerId]],
  );
  return { sourceListId: list.sourceListId, ownerOfRow: new Map(known) };
}

/** Records on a list, each with the one that now stands for it; those that were withdrawn are left out. */
export async function listOnList(
  trx: Trx,
  office: string,
  sourceListId: string,
): Promise<{ enterpriseId: string; standsFor: string }[]> {
  const { rows } = await sql<{ enterpriseId: string; standsFor: string }>`
    select s.enterprise_id, t.enterprise_id as stands_for from source_entries s
    join enterprises e on e.office_code = s.office_code and e.enterprise_id = s.enterprise_id
    join enterprises t on t.office_code = e.office_code and t.enterprise_id = coalesce(e.merged_into, e.enterprise_id)
    where s.office_code = ${office} and s.source_list_id = ${sourceListId} and t.withdrawn_at is null
    order by s.enterprise_id`.execute(trx);
  return rows;
}
