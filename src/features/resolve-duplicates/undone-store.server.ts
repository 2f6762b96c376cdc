import type { Trx } from '#platform/db/connect.server.ts';

export type MergedPair = { pairId: string; mergeId: string };

/** Pairs whose decision merged something, as it stands in the queue. */
export async function listMergedPairs(trx: Trx, office: string): Promise<MergedPair[]> {
  const rows = await trx
    .selectFrom('candidatePairs')
    .select(['pairId', 'mergeId'])
    .where('officeCode', '=', office)
    .where('status', '=', 'decided')
    .where('decision', 'in', ['same', 'same_owner', 'family_continues'])
    .where('mergeId', 'is not', null)
    .orderBy('pairId')
    .execute();
  return rows as MergedPair[];
}

/** The records of the pairs that this decision settled besides. */
export async function listSettledRecords(trx: Trx, office: string, settledBy: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('candidatePairs')
    .select(['leftId', 'rightId'])
    .where('officeCode', '=', office)
    .where('settledBy', '=', settledBy)
    .execute();
  return rows.flatMap(({ leftId, rightId }) => [leftId, rightId]);
}
