import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Spendings } from '#platform/db/tables.ts';

export type SpendingRow = Omit<Selectable<Spendings>, 'officeCode'>;

const columns = [
  'spendingId',
  'commitmentId',
  'amount',
  'spentOn',
  'documentNumber',
  'note',
  'takesBack',
  'recordedAt',
  'recordedBy',
] as const;

export async function insertSpending(trx: Trx, office: string, spending: SpendingRow): Promise<void> {
  await trx
    .insertInto('spendings')
    .values({ officeCode: office, ...spending })
    .execute();
}

export async function findSpending(
  trx: Trx,
  office: string,
  spendingId: string,
): Promise<SpendingRow | null> {
  const row = await trx
    .selectFrom('spendings')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('spendingId', '=', spendingId)
    .executeTakeFirst();
  return row ?? null;
}

/** Of these commitments, newest day first. */
export function listSpendings(
  trx: Trx,
  office: string,
  commitmentIds: readonly string[],
): Promise<SpendingRow[]> {
  return trx
    .selectFrom('spendings')
    .select([...columns])
    .where('officeCode', '=', office)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...commitmentIds]))))
    .orderBy('spentOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('spendingId', 'desc')
    .execute();
}
