import type { Trx } from '#platform/db/connect.server.ts';
import { settleRows } from '../commands/settle-rows.server.ts';
import { type AssignedRow, listAssignedRows } from '../field-store.server.ts';

/**
 * Rows that this person has in rounds that run, and those of `besides`, whoever has them. Whose enterprise became one
 * with another, or was withdrawn, since the round looked last is set aside first: nobody is sent twice or in vain.
 */
export async function assignedRows(
  trx: Trx,
  office: string,
  userId: string,
  besides: readonly string[],
): Promise<AssignedRow[]> {
  const rows = await listAssignedRows(trx, office, userId, besides);
  let changed = 0;
  for (const [roundId, own] of Map.groupBy(rows, (row) => row.roundId))
    changed += await settleRows(trx, { office, roundId }, own);
  return changed === 0 ? rows : listAssignedRows(trx, office, userId, besides);
}
