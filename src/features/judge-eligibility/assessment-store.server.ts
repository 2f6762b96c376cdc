import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Assessments } from '#platform/db/tables.ts';
import type { Aspect, Rubric } from './rules/rubric.ts';

/** The newest version of each rubric of the office. */
export async function listRubrics(trx: Trx, office: string): Promise<Rubric[]> {
  const { rows } = await sql<{ rubricId: string; version: number; name: string; aspects: readonly Aspect[] }>`
    select distinct on (rubric_id) rubric_id, version, name, aspects from rubrics
    where office_code = ${office} order by rubric_id, version desc`.execute(trx);
  return rows.map((row) => ({ ...row, name: { id: row.name, en: row.name } }));
}

/** Writes a version down with the first assessment by it, so that what was judged by stays on record. */
export async function keepRubric(
  trx: Trx,
  office: string,
  { rubricId, version, name, aspects }: Rubric,
  { on, at, by }: { on: PlainDate; at: Date; by: string },
): Promise<void> {
  await trx
    .insertInto('rubrics')
    .values({
      officeCode: office,
      rubricId,
      version,
      name: name.id,
      aspects: JSON.stringify(aspects),
      effectiveOn: on,
      createdAt: at,
      createdBy: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type AssessmentRow = Omit<Selectable<Assessments>, 'levels' | 'notes' | 'touched' | 'officeCode'> & {
  levels: Record<string, number>;
  notes: Record<string, string>;
};

export async function insertAssessment(
  trx: Trx,
  office: string,
  row: Omit<AssessmentRow, 'withdrawnAt' | 'withdrawnBy'>,
): Promise<void> {
  const { levels, notes, ...columns } = row;
  await trx
    .insertInto('assessments')
    .values({
      officeCode: office,
      ...columns,
      levels: JSON.stringify(levels),
      notes: JSON.stringify(notes),
    })
    .execute();
}

export async function withdrawAssessmentRow(
  trx: Trx,
  office: string,
  assessmentId: string,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('assessments')
    .set({ withdrawnAt: at, withdrawnBy: by, touched: sql`pg_current_xact_id()::text::bigint` })
    .where('officeCode', '=', office)
    .where('assessmentId', '=', assessmentId)
    .execute();
}

export async function findAssessment(
  trx: Trx,
  office: string,
  assessmentId: string,
): Promise<AssessmentRow | undefined> {
  const row = await trx
    .selectFrom('assessments')
    .selectAll()
    .where('officeCode', '=', office)
    .where('assessmentId', '=', assessmentId)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as AssessmentRow | undefined;
}

/** Those that stand, of exactly these records; the newest first. */
export async function listAssessments(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<AssessmentRow[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await trx
    .selectFrom('assessments')
    .selectAll()
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .orderBy('assessedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('assessmentId', 'desc')
    .execute();
  return rows as unknown as AssessmentRow[];
}

/** Records whose assessments were written or withdrawn by the transaction `since` or a later one. */
export async function listTouchedAssessments(trx: Trx, office: string, since: number): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`select distinct enterprise_id from assessments
    where office_code = ${office} and touched >= ${since}
      and touched < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}
