import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Commitment } from './rules/budget.ts';

export type CommitmentRow = Commitment & { budgetLineId: string; committedAt: Date; committedBy: string };

/** Rows with what was paid of each, paid lines and those that take them back summed. */
function commitments(trx: Trx, office: string) {
  return trx
    .selectFrom('commitments as c')
    .select((eb) => [
      'c.commitmentId',
      'c.budgetLineId',
      'c.intakeId',
      'c.amount',
      'c.status',
      'c.committedAt',
      'c.committedBy',
      eb
        .selectFrom('spendings as s')
        .select(sql<number>`coalesce(sum(s.amount), 0)::bigint`.as('paid'))
        .whereRef('s.officeCode', '=', 'c.officeCode')
        .whereRef('s.commitmentId', '=', 'c.commitmentId')
        .as('paid'),
    ])
    .where('c.officeCode', '=', office);
}

/** The one that stands for an intake, active or waiting; what was given back is history. */
export async function findCommitmentOf(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<CommitmentRow | null> {
  const row = await commitments(trx, office)
    .where('c.intakeId', '=', intakeId)
    .where('c.status', '<>', 'released')
    .executeTakeFirst();
  return (row as CommitmentRow | undefined) ?? null;
}

export async function findCommitment(
  trx: Trx,
  office: string,
  commitmentId: string,
): Promise<CommitmentRow | null> {
  const row = await commitments(trx, office).where('c.commitmentId', '=', commitmentId).executeTakeFirst();
  return (row as CommitmentRow | undefined) ?? null;
}

/** Of a line or of an intake, in the order in which they were made. */
export async function listCommitments(
  trx: Trx,
  office: string,
  of: { budgetLineId: string } | { intakeId: string },
): Promise<CommitmentRow[]> {
  const query = commitments(trx, office);
  const narrowed =
    'intakeId' in of
      ? query.where('c.intakeId', '=', of.intakeId)
      : query.where('c.budgetLineId', '=', of.budgetLineId);
  return (await narrowed.orderBy('c.commitmentId').execute()) as CommitmentRow[];
}

/** What is committed and paid of each of these lines: of what waits or was given back only what was paid counts. */
export async function sumByLine(
  trx: Trx,
  office: string,
  budgetLineIds: readonly string[],
): Promise<Map<string, { committed: number; spent: number }>> {
  if (budgetLineIds.length === 0) return new Map();
  const { rows } = await sql<{ budgetLineId: string; committed: number; spent: number }>`
    with paid as (select s.commitment_id, sum(s.amount) as paid from spendings s
      where s.office_code = ${office} group by 1)
    select c.budget_line_id,
      sum(case when c.status = 'active' then c.amount else coalesce(paid.paid, 0) end)::bigint as committed,
      coalesce(sum(paid.paid), 0)::bigint as spent
    from commitments c left join paid on paid.commitment_id = c.commitment_id
    where c.office_code = ${office} and c.budget_line_id = any(${[...budgetLineIds]}::uuid[])
    group by 1`.execute(trx);
  return new Map(rows.map(({ budgetLineId, ...sums }) => [budgetLineId, sums]));
}

export async function insertCommitment(
  trx: Trx,
  office: string,
  row: { commitmentId: string; budgetLineId: string; intakeId: string; amount: number },
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .insertInto('commitments')
    .values({
      officeCode: office,
      ...row,
      status: 'active',
      committedAt: at,
      committedBy: by,
      changedAt: null,
      changedBy: null,
    })
    .execute();
}

export async function updateCommitment(
  trx: Trx,
  office: string,
  commitmentId: string,
  changes: Partial<Pick<Commitment, 'amount' | 'status'>>,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('commitments')
    .set({ ...changes, changedAt: at, changedBy: by })
    .where('officeCode', '=', office)
    .where('commitmentId', '=', commitmentId)
    .execute();
}
