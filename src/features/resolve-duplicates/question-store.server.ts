import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { VillageQuestions } from '#platform/db/tables.ts';

export type QuestionRow = Selectable<VillageQuestions>;

export async function insertQuestion(
  trx: Trx,
  office: string,
  question: {
    questionId: string;
    pairId: string;
    villageCode: string | null;
    kind: 'same_enterprise' | 'same_owner';
    askedAt: Date;
    askedBy: string;
  },
): Promise<void> {
  await trx
    .insertInto('villageQuestions')
    .values({ officeCode: office, ...question })
    .execute();
}

export async function lockQuestion(
  trx: Trx,
  office: string,
  questionId: string,
): Promise<QuestionRow | undefined> {
  return trx
    .selectFrom('villageQuestions')
    .selectAll()
    .where('officeCode', '=', office)
    .where('questionId', '=', questionId)
    .forUpdate()
    .executeTakeFirst();
}

/** Questions that wait for an answer, oldest first. */
export function listOpenQuestions(trx: Trx, office: string): Promise<QuestionRow[]> {
  return trx
    .selectFrom('villageQuestions')
    .selectAll()
    .where('officeCode', '=', office)
    .where('answeredAt', 'is', null)
    .orderBy('askedAt')
    .orderBy('questionId')
    .execute();
}

/** Closes the question of a pair, where one is open. */
export async function closeQuestion(
  trx: Trx,
  office: string,
  pairId: string,
  { answer, at, by }: { answer: string; at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('villageQuestions')
    .set({ answer, answeredAt: at, answeredBy: by })
    .where('officeCode', '=', office)
    .where('pairId', '=', pairId)
    .where('answeredAt', 'is', null)
    .execute();
}

/** Names of villages by code. */
export async function listVillageNames(
  trx: Trx,
  codes: readonly string[],
): Promise<{ areaCode: string; name: string }[]> {
  if (codes.length === 0) return [];
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'name'])
    .where('areaCode', 'in', [...codes])
    .execute();
}
