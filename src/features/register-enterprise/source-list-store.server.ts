import type { Selectable } from 'kysely';
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
