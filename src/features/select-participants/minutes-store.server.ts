import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SelectionMinutes } from '#platform/db/tables.ts';
import type { MinutesContent } from './rules/minutes-content.ts';

export type MinutesRow = Omit<Selectable<SelectionMinutes>, 'officeCode' | 'content'> & {
  content: MinutesContent;
};

export async function insertMinutes(
  trx: Trx,
  office: string,
  { content, ...row }: MinutesRow,
): Promise<void> {
  await trx
    .insertInto('selectionMinutes')
    .values({ officeCode: office, ...row, content: JSON.stringify(content) })
    .execute();
}

export async function updateMinutes(
  trx: Trx,
  office: string,
  minutesId: string,
  changes: Partial<
    Pick<MinutesRow, 'signedKey' | 'signedName' | 'signedMediaType' | 'signedAt' | 'signedBy' | 'replacedAt'>
  >,
): Promise<void> {
  await trx
    .updateTable('selectionMinutes')
    .set(changes)
    .where('officeCode', '=', office)
    .where('minutesId', '=', minutesId)
    .execute();
}

/** Those of a selection, the newest first; one at most stands (`replacedAt` null). */
export async function listMinutes(trx: Trx, office: string, selectionId: string): Promise<MinutesRow[]> {
  const rows = await trx
    .selectFrom('selectionMinutes')
    .selectAll()
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .orderBy('madeAt', 'desc')
    .orderBy('minutesId', 'desc')
    .execute();
  return rows as unknown as MinutesRow[];
}
