import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SupportBatches } from '#platform/db/tables.ts';

export type BatchRow = Omit<Selectable<SupportBatches>, 'officeCode'>;

const columns = [
  'batchId',
  'sourceListId',
  'kind',
  'topic',
  'title',
  'provider',
  'startedOn',
  'endedOn',
  'outcome',
  'records',
  'recordedAt',
  'recordedBy',
  'withdrawnAt',
  'withdrawnBy',
] as const;

export async function insertBatch(trx: Trx, office: string, batch: BatchRow): Promise<void> {
  await trx
    .insertInto('supportBatches')
    .values({ officeCode: office, ...batch })
    .execute();
}

/** Held until the transaction ends. */
export async function findBatchForUpdate(
  trx: Trx,
  office: string,
  batchId: string,
): Promise<BatchRow | null> {
  const row = await trx
    .selectFrom('supportBatches')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('batchId', '=', batchId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function markBatchWithdrawn(
  trx: Trx,
  office: string,
  batchId: string,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('supportBatches')
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where('officeCode', '=', office)
    .where('batchId', '=', batchId)
    .execute();
}

/** Newest first; those taken back too. */
export function listBatches(trx: Trx, office: string): Promise<BatchRow[]> {
  return trx
    .selectFrom('supportBatches')
    .select([...columns])
    .where('officeCode', '=', office)
    .orderBy('recordedAt', 'desc')
    .orderBy('batchId', 'desc')
    .limit(200)
    .execute();
}
