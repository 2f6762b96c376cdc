import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { CaseStep, FacilitationCase } from './rules/case.ts';

const columns = [
  'caseId',
  'kind',
  'title',
  'enterpriseId',
  'intakeId',
  'participantId',
  'status',
  'stoppedReason',
  'evidenceId',
  'openedAt',
  'openedBy',
  'closedAt',
  'closedBy',
  'revision',
] as const;
const stepColumns = [
  'step',
  'name',
  'source',
  'needsFile',
  'dueOn',
  'doneOn',
  'doneBy',
  'note',
  'fileId',
] as const;

export type CaseWithSteps = FacilitationCase & { steps: CaseStep[] };

/** Cases with their steps in order: those of one intake, of some enterprises (ids as written), or all of the office. */
export async function listCases(
  trx: Trx,
  office: string,
  of: { intakeId?: string; enterpriseIds?: readonly string[]; openOnly?: boolean } = {},
): Promise<CaseWithSteps[]> {
  let query = trx
    .selectFrom('facilitationCases')
    .select([...columns])
    .where('officeCode', '=', office);
  if (of.intakeId !== undefined) query = query.where('intakeId', '=', of.intakeId);
  if (of.enterpriseIds !== undefined)
    query = query.where(sql<boolean>`enterprise_id = any(${[...of.enterpriseIds]}::uuid[])`);
  if (of.openOnly) query = query.where('status', '=', 'open');
  const cases = (await query.orderBy('openedAt').orderBy('caseId').execute()) as FacilitationCase[];
  const steps = await listSteps(
    trx,
    office,
    cases.map(({ caseId }) => caseId),
  );
  return cases.map((one) => ({ ...one, steps: steps.get(one.caseId) ?? [] }));
}

async function listSteps(
  trx: Trx,
  office: string,
  caseIds: readonly string[],
): Promise<Map<string, CaseStep[]>> {
  const of = new Map<string, CaseStep[]>();
  if (caseIds.length === 0) return of;
  const rows = await trx
    .selectFrom('caseSteps')
    .select(['caseId', ...stepColumns])
    .where('officeCode', '=', office)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .orderBy('step')
    .execute();
  for (const { caseId, ...step } of rows) {
    const known = of.get(caseId);
    if (known) known.push(step);
    else of.set(caseId, [step]);
  }
  return of;
}

/** Null where there is none. `lock`: the case is held until the transaction ends, and its steps with it. */
export async function findCase(
  trx: Trx,
  office: string,
  caseId: string,
  lock = false,
): Promise<CaseWithSteps | null> {
  const query = trx
    .selectFrom('facilitationCases')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('caseId', '=', caseId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  const steps = await listSteps(trx, office, [caseId]);
  return { ...(row as FacilitationCase), steps: steps.get(caseId) ?? [] };
}

export async function insertCases(trx: Trx, office: string, cases: readonly CaseWithSteps[]): Promise<void> {
  if (cases.length === 0) return;
  await trx
    .insertInto('facilitationCases')
    .values(cases.map(({ steps: _steps, ...one }) => ({ officeCode: office, ...one })))
    .execute();
  await trx
    .insertInto('caseSteps')
    .values(
      cases.flatMap(({ caseId, steps }) => steps.map((step) => ({ officeCode: office, caseId, ...step }))),
    )
    .execute();
}

export async function insertStep(trx: Trx, office: string, caseId: string, step: CaseStep): Promise<void> {
  await trx
    .insertInto('caseSteps')
    .values({ officeCode: office, caseId, ...step })
    .execute();
}

export async function updateCase(
  trx: Trx,
  office: string,
  caseId: string,
  changes: Partial<
    Pick<FacilitationCase, 'status' | 'stoppedReason' | 'evidenceId' | 'closedAt' | 'closedBy'>
  >,
): Promise<void> {
  await trx
    .updateTable('facilitationCases')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('caseId', '=', caseId)
    .execute();
}

export async function updateStep(
  trx: Trx,
  office: string,
  { caseId, step }: { caseId: string; step: number },
  changes: Partial<Omit<CaseStep, 'step'>>,
): Promise<void> {
  await trx
    .updateTable('caseSteps')
    .set(changes)
    .where('officeCode', '=', office)
    .where('caseId', '=', caseId)
    .where('step', '=', step)
    .execute();
}
