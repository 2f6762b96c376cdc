import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { LinkageRuns } from '#platform/db/tables.ts';
import type { RunCounts, RunStatus } from './rules/linkage-run.ts';

export type RunRow = Omit<Selectable<LinkageRuns>, 'status' | 'kind' | 'counts'> & {
  status: RunStatus;
  kind: 'register' | 'list' | 'arrival';
  counts: RunCounts | null;
};

export async function insertRun(
  trx: Trx,
  office: string,
  run: { runId: string; kind: RunRow['kind']; taskId: string | null; startedAt: Date; foundBy: string },
): Promise<void> {
  await trx
    .insertInto('linkageRuns')
    .values({ officeCode: office, ...run })
    .execute();
}

export async function findRun(trx: Trx, office: string, runId: string): Promise<RunRow | null> {
  const row = await trx
    .selectFrom('linkageRuns')
    .selectAll()
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .executeTakeFirst();
  return (row as RunRow | undefined) ?? null;
}

/** The run, held until the transaction ends. */
export async function lockRun(trx: Trx, office: string, runId: string): Promise<RunRow | null> {
  const row = await trx
    .selectFrom('linkageRuns')
    .selectAll()
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  return (row as RunRow | undefined) ?? null;
}

/** The latest search over the whole register. */
export async function findLatestRun(trx: Trx, office: string): Promise<RunRow | null> {
  const row = await trx
    .selectFrom('linkageRuns')
    .selectAll()
    .where('officeCode', '=', office)
    .where('kind', '=', 'register')
    .orderBy('startedAt', 'desc')
    .orderBy('runId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row as RunRow | undefined) ?? null;
}

export async function updateRun(
  trx: Trx,
  office: string,
  runId: string,
  changes: {
    status?: RunStatus;
    counts?: RunCounts;
    asOf?: number | null;
    finishedAt?: Date;
    taskId?: string;
  },
): Promise<void> {
  const { counts, ...rest } = changes;
  await trx
    .updateTable('linkageRuns')
    .set({ ...rest, ...(counts ? { counts: JSON.stringify(counts) } : {}) })
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .execute();
}
