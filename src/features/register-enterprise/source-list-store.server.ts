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
