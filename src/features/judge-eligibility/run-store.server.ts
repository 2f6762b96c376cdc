import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { EligibilityRuns } from '#platform/db/tables.ts';

export type RunRow = Selectable<EligibilityRuns>;

export async function insertRun(
  trx: Trx,
  run: Pick<
    RunRow,
    'officeCode' | 'runId' | 'ruleSetIds' | 'countedOn' | 'fromHorizon' | 'taskId' | 'startedAt'
  >,
): Promise<void> {
  await trx.insertInto('eligibilityRuns').values(run).execute();
}

/** The count that is not finished; of one office at most one. `lock`: held until the transaction ends. */
export function findOpenRun(trx: Trx, office: string, lock = false): Promise<RunRow | undefined> {
  const query = trx
    .selectFrom('eligibilityRuns')
    .selectAll()
    .where('officeCode', '=', office)
    .where('finishedAt', 'is', null);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function updateRun(
  trx: Trx,
  { officeCode, runId }: Pick<RunRow, 'officeCode' | 'runId'>,
  changes: { countedAfter?: string | null; finishedAt?: Date },
): Promise<void> {
  await trx
    .updateTable('eligibilityRuns')
    .set(changes)
    .where('officeCode', '=', officeCode)
    .where('runId', '=', runId)
    .execute();
}
