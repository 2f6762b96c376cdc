import type { Trx } from '#platform/db/connect.server.ts';
import type { Form } from '#questionnaire/form.ts';

export type QuestionnaireLine = {
  formId: string;
  version: number;
  title: string;
  origin: 'built_in' | 'xlsform';
  originalName: string | null;
  createdAt: Date;
  createdBy: string | null;
};
export type QuestionnaireRow = QuestionnaireLine & { form: Form };

const columns = ['formId', 'version', 'title', 'origin', 'originalName', 'createdAt', 'createdBy'] as const;

/** Every version of every questionnaire, by name, newest version first. */
export async function listQuestionnaires(trx: Trx, office: string): Promise<QuestionnaireLine[]> {
  const rows = await trx
    .selectFrom('questionnaires')
    .select(columns)
    .where('officeCode', '=', office)
    .orderBy('formId')
    .orderBy('version', 'desc')
    .execute();
  return rows as QuestionnaireLine[];
}

export async function findQuestionnaire(
  trx: Trx,
  office: string,
  formId: string,
  version: number,
): Promise<QuestionnaireRow | null> {
  const row = await trx
    .selectFrom('questionnaires')
    .select([...columns, 'form'])
    .where('officeCode', '=', office)
    .where('formId', '=', formId)
    .where('version', '=', version)
    .executeTakeFirst();
  return (row as QuestionnaireRow | undefined) ?? null;
}

/** False where this version stands already: a version is never changed. */
export async function insertQuestionnaire(
  trx: Trx,
  office: string,
  { form, ...row }: QuestionnaireRow,
): Promise<boolean> {
  const answer = await trx
    .insertInto('questionnaires')
    .values({ officeCode: office, ...row, form: JSON.stringify(form) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return answer.numInsertedOrUpdatedRows === 1n;
}

/** Rounds that ask with each version. */
export async function countRoundsByForm(
  trx: Trx,
  office: string,
): Promise<{ formId: string; formVersion: number; rounds: number }[]> {
  const rows = await trx
    .selectFrom('censusRounds')
    .select((eb) => ['formId', 'formVersion', eb.fn.countAll<number>().as('rounds')])
    .where('officeCode', '=', office)
    .groupBy(['formId', 'formVersion'])
    .execute();
  return rows.map(({ rounds, ...row }) => ({ ...row, rounds: Number(rounds) }));
}

/** 0 where there is none yet. */
export async function latestVersion(trx: Trx, office: string, formId: string): Promise<number> {
  const { latest } = await trx
    .selectFrom('questionnaires')
    .select((eb) => eb.fn.max('version').as('latest'))
    .where('officeCode', '=', office)
    .where('formId', '=', formId)
    .executeTakeFirstOrThrow();
  return latest ?? 0;
}
