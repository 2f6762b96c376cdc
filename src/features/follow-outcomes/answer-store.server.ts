import type { Trx } from '#platform/db/connect.server.ts';
import type { KeptAnswer } from './rules/counting-answer.ts';

export type AnswerRow = KeptAnswer & { askId: string };

/** All answers to these asks, the newest first. */
export async function listAnswers(
  trx: Trx,
  office: string,
  askIds: readonly string[],
): Promise<Map<string, AnswerRow[]>> {
  if (askIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('outcomeAnswers')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('askId', '=', eb.fn.any(eb.val([...askIds]))))
    .orderBy('recordedAt', 'desc')
    .orderBy('answerId', 'desc')
    .execute();
  return Map.groupBy(rows as unknown as AnswerRow[], ({ askId }) => askId);
}

export async function findAnswer(trx: Trx, office: string, answerId: string): Promise<AnswerRow | null> {
  const row = await trx
    .selectFrom('outcomeAnswers')
    .selectAll()
    .where('officeCode', '=', office)
    .where('answerId', '=', answerId)
    .executeTakeFirst();
  return (row as unknown as AnswerRow | undefined) ?? null;
}

export async function insertAnswer(trx: Trx, office: string, answer: AnswerRow): Promise<void> {
  await trx
    .insertInto('outcomeAnswers')
    .values({ officeCode: office, ...answer, answers: JSON.stringify(answer.answers) })
    .execute();
}

/** What the owner says of what others recorded. */
export async function updateAnswer(
  trx: Trx,
  office: string,
  answerId: string,
  word: { confirmedAt: Date } | { disputedAt: Date; disputeNote: string | null },
): Promise<void> {
  await trx
    .updateTable('outcomeAnswers')
    .set(word)
    .where('officeCode', '=', office)
    .where('answerId', '=', answerId)
    .execute();
}
