import { gunzipSync } from 'node:zlib';
import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SelectionResults, SelectionRuns, Selections } from '#platform/db/tables.ts';
import type { ResultReason } from './rules/result-reason.ts';
import type { SelectionPlan } from './rules/selection-plan.ts';

export type SelectionStatus = 'draft' | 'locked' | 'decided' | 'dropped';

export type SelectionRow = Omit<Selectable<Selections>, 'officeCode' | 'plan' | 'status'> & {
  plan: SelectionPlan;
  status: SelectionStatus;
};

export type ResultRow = Omit<Selectable<SelectionResults>, 'officeCode' | 'reason'> & {
  reason: ResultReason;
};

export type RunRow = Omit<
  Selectable<SelectionRuns>,
  'officeCode' | 'file' | 'kind' | 'outcome' | 'whatIf' | 'clashes' | 'way' | 'proof'
> & {
  kind: 'trial' | 'official';
  outcome: 'selected' | 'clash' | 'faulty';
  way: 'rank_and_quota' | 'optimised' | null;
  proof: 'best' | 'within_gap' | 'wide' | null;
  whatIf: unknown;
  clashes: unknown;
};

export async function insertSelection(
  trx: Trx,
  office: string,
  { plan, ...row }: Omit<SelectionRow, 'revision'>,
  intakeIds: readonly string[],
): Promise<void> {
  await trx
    .insertInto('selections')
    .values({ officeCode: office, ...row, plan: JSON.stringify(plan) })
    .execute();
  await trx
    .insertInto('selectionIntakes')
    .values(intakeIds.map((intakeId) => ({ officeCode: office, selectionId: row.selectionId, intakeId })))
    .execute();
}

export async function updateSelection(
  trx: Trx,
  office: string,
  selectionId: string,
  { plan, ...changes }: Partial<Omit<SelectionRow, 'selectionId' | 'revision'>>,
): Promise<void> {
  await trx
    .updateTable('selections')
    .set((eb) => ({
      ...changes,
      ...(plan ? { plan: JSON.stringify(plan) } : {}),
      revision: eb('revision', '+', 1),
    }))
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .execute();
}

/** Frees its intakes for another selection. */
export async function dropIntakes(trx: Trx, office: string, selectionId: string): Promise<void> {
  await trx
    .updateTable('selectionIntakes')
    .set({ dropped: true })
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .execute();
}

/** Null where there is none. `lock`: held until the transaction ends. */
export async function findSelection(
  trx: Trx,
  office: string,
  selectionId: string,
  lock = false,
): Promise<SelectionRow | null> {
  const query = trx
    .selectFrom('selections')
    .selectAll()
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (row as SelectionRow | undefined) ?? null;
}

/** The one that is not dropped. */
export async function findSelectionOf(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<SelectionRow | null> {
  const row = await trx
    .selectFrom('selections as s')
    .innerJoin('selectionIntakes as i', (join) =>
      join.onRef('i.officeCode', '=', 's.officeCode').onRef('i.selectionId', '=', 's.selectionId'),
    )
    .selectAll('s')
    .where('s.officeCode', '=', office)
    .where('i.intakeId', '=', intakeId)
    .where('i.dropped', '=', false)
    .executeTakeFirst();
  return (row as SelectionRow | undefined) ?? null;
}

/** Intakes that a selection is for, in one order. */
export async function listIntakeIds(trx: Trx, office: string, selectionId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('selectionIntakes')
    .select('intakeId')
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .orderBy('intakeId')
    .execute();
  return rows.map(({ intakeId }) => intakeId);
}

/** Of these intakes, those that a selection has taken already. */
export async function listTakenIntakes(
  trx: Trx,
  office: string,
  intakeIds: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('selectionIntakes')
    .select('intakeId')
    .where('officeCode', '=', office)
    .where((eb) => eb('intakeId', '=', eb.fn.any(eb.val([...intakeIds]))))
    .where('dropped', '=', false)
    .execute();
  return rows.map(({ intakeId }) => intakeId);
}

export async function insertRun(
  trx: Trx,
  office: string,
  { whatIf, clashes, ...row }: RunRow & { file: Buffer | null },
): Promise<void> {
  await trx
    .insertInto('selectionRuns')
    .values({
      officeCode: office,
      ...row,
      whatIf: whatIf === null ? null : JSON.stringify(whatIf),
      clashes: clashes === null ? null : JSON.stringify(clashes),
    })
    .execute();
}

const runColumns = [
  'runId',
  'selectionId',
  'kind',
  'seed',
  'ranAt',
  'ranBy',
  'outcome',
  'whatIf',
  'applicants',
  'seats',
  'total',
  'way',
  'proof',
  'clashes',
] as const;

/** Newest first, without their files. */
export async function listRuns(trx: Trx, office: string, selectionId: string): Promise<RunRow[]> {
  const rows = await trx
    .selectFrom('selectionRuns')
    .select([...runColumns])
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .orderBy('ranAt', 'desc')
    .orderBy('runId', 'desc')
    .execute();
  return rows as RunRow[];
}

/** The official one, or one named; null where there is none. */
export async function findRun(
  trx: Trx,
  office: string,
  selectionId: string,
  of: 'official' | { runId: string },
): Promise<(RunRow & { fileText: string | null }) | null> {
  const query = trx
    .selectFrom('selectionRuns')
    .select([...runColumns, 'file'])
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId);
  const found =
    of === 'official'
      ? query.where('kind', '=', 'official').where('outcome', '=', 'selected')
      : query.where('runId', '=', of.runId);
  const row = await found.executeTakeFirst();
  if (!row) return null;
  const { file, ...run } = row;
  return { ...(run as RunRow), fileText: file === null ? null : gunzipSync(file).toString('utf8') };
}

export async function insertResults(trx: Trx, office: string, rows: readonly ResultRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2_000)
    await trx
      .insertInto('selectionResults')
      .values(
        rows
          .slice(at, at + 2_000)
          .map(({ reason, ...row }) => ({ officeCode: office, ...row, reason: JSON.stringify(reason) })),
      )
      .execute();
}

/** All of a run by intake and rank; those that did not take part last. */
export async function listResults(trx: Trx, office: string, runId: string): Promise<ResultRow[]> {
  const rows = await trx
    .selectFrom('selectionResults')
    .selectAll()
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .orderBy('intakeId')
    .orderBy('rank', (order) => order.asc().nullsLast())
    .orderBy('enterpriseId')
    .execute();
  return rows as unknown as ResultRow[];
}

/** What the official run says of one application; null where it was not run, or did not know of it. */
export async function findResult(trx: Trx, office: string, applicationId: string): Promise<ResultRow | null> {
  const row = await trx
    .selectFrom('selectionResults')
    .selectAll()
    .where('officeCode', '=', office)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return (row as unknown as ResultRow | undefined) ?? null;
}
