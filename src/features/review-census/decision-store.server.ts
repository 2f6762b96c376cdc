import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { ReviewDecisions } from '#platform/db/tables.ts';

export type DecisionRow = Selectable<ReviewDecisions>;
export type Decision = 'approve' | 'send_back' | 'set_aside' | 'undo';

export type NewDecision = {
  decisionId: string;
  submissionId: string;
  decision: Decision;
  note: string | null;
  answersKept: string | null;
  undo: Buffer | null;
  isOwnWork: boolean;
  decidedBy: string;
  decidedByName: string;
  decidedAt: Date;
};

export async function insertDecision(trx: Trx, office: string, decision: NewDecision): Promise<void> {
  await trx
    .insertInto('reviewDecisions')
    .values({ officeCode: office, ...decision })
    .execute();
}

/** What was decided of these submissions, the last first. */
export function listDecisions(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<DecisionRow[]> {
  return trx
    .selectFrom('reviewDecisions')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .orderBy('decidedAt', 'desc')
    .orderBy('decisionId', 'desc')
    .execute();
}

export type Approval = Pick<DecisionRow, 'submissionId' | 'decidedAt' | 'isOwnWork'>;

/** When each of these was approved last, and whether by whom collected it. */
export async function listApprovals(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select distinct on (submission_id) submission_id, decided_at, is_own_work from review_decisions
    where office_code = ${office} and submission_id = any(${[...submissionIds]}::uuid[]) and decision = 'approve'
    order by submission_id, decided_at desc, decision_id desc`.execute(trx);
  return rows;
}
