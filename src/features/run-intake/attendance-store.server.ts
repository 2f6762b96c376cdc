import type { Trx } from '#platform/db/connect.server.ts';
import type { Mark } from './rules/attendance-state.ts';

/** Every mark of these sessions, in the order in which they were said. */
export async function listMarks(trx: Trx, office: string, sessionIds: readonly string[]): Promise<Mark[]> {
  if (sessionIds.length === 0) return [];
  const rows = await trx
    .selectFrom('attendanceMarks')
    .select([
      'markId',
      'sessionId',
      'participantId',
      'state',
      'reason',
      'via',
      'markedAt',
      'markedBy',
      'recordedAt',
    ])
    .where('officeCode', '=', office)
    .where('sessionId', 'in', [...sessionIds])
    .orderBy('markedAt')
    .orderBy('markId')
    .execute();
  return rows as Mark[];
}

/** Keeps marks; those whose id is kept already are passed over. Answers how many were new. */
export async function insertMarks(trx: Trx, office: string, marks: readonly Mark[]): Promise<number> {
  if (marks.length === 0) return 0;
  const inserted = await trx
    .insertInto('attendanceMarks')
    .values(marks.map((mark) => ({ officeCode: office, ...mark })))
    .onConflict((conflict) => conflict.columns(['officeCode', 'markId']).doNothing())
    .returning('markId')
    .execute();
  return inserted.length;
}
