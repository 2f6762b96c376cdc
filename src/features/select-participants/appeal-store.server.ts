import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Appeals } from '#platform/db/tables.ts';

export type AppealRow = Omit<Selectable<Appeals>, 'officeCode' | 'via' | 'status' | 'outcome'> & {
  via: 'owner' | 'counter';
  status: 'open' | 'upheld' | 'rejected' | 'withdrawn';
  outcome: 'seat' | 'waiting_list' | 'none' | null;
};

export async function insertAppeal(trx: Trx, office: string, row: AppealRow): Promise<void> {
  await trx
    .insertInto('appeals')
    .values({ officeCode: office, ...row })
    .execute();
}

/** Answers one that is open. False: somebody was quicker, and theirs stands. */
export async function answerOpenAppeal(
  trx: Trx,
  office: string,
  appealId: string,
  answer: Pick<AppealRow, 'status' | 'answer' | 'answeredAt' | 'answeredBy' | 'outcome'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('appeals')
    .set(answer)
    .where('officeCode', '=', office)
    .where('appealId', '=', appealId)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Null where there is none. */
export async function findAppeal(trx: Trx, office: string, appealId: string): Promise<AppealRow | null> {
  const row = await trx
    .selectFrom('appeals')
    .selectAll()
    .where('officeCode', '=', office)
    .where('appealId', '=', appealId)
    .executeTakeFirst();
  return (row as AppealRow | undefined) ?? null;
}

/** Of these applications, the oldest first. */
export async function listAppealsOf(
  trx: Trx,
  office: string,
  applicationIds: readonly string[],
): Promise<AppealRow[]> {
  if (applicationIds.length === 0) return [];
  const rows = await trx
    .selectFrom('appeals')
    .selectAll()
    .where('officeCode', '=', office)
    .where('applicationId', 'in', [...applicationIds])
    .orderBy('askedAt')
    .orderBy('appealId')
    .execute();
  return rows as AppealRow[];
}

/** All that wait for an answer, the one due first at the top; then those answered last. */
export async function listAppeals(
  trx: Trx,
  office: string,
  { answered }: { answered: number },
): Promise<{ open: AppealRow[]; closed: AppealRow[] }> {
  const all = trx.selectFrom('appeals').selectAll().where('officeCode', '=', office);
  const open = await all.where('status', '=', 'open').orderBy('dueAt').orderBy('appealId').execute();
  const closed = await all
    .where('status', '!=', 'open')
    .orderBy('answeredAt', 'desc')
    .orderBy('appealId')
    .limit(answered)
    .execute();
  return { open: open as AppealRow[], closed: closed as AppealRow[] };
}
