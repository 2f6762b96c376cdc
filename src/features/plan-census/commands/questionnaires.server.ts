import type { CommandContext } from '#platform/command.server.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import {
  findQuestionnaire,
  insertQuestionnaire,
  type QuestionnaireRow,
} from '../questionnaire-store.server.ts';

/** The questionnaire that comes with the house, as an office keeps it. */
export const builtIn = (createdAt: Date): QuestionnaireRow => ({
  formId: coreQuestionnaire.id,
  version: coreQuestionnaire.version,
  title: coreQuestionnaire.title,
  form: coreQuestionnaire,
  origin: 'built_in',
  originalName: null,
  createdAt,
  createdBy: null,
});

/** Whether the office has this version; the one that comes with the house is put down when it is first asked for. */
export async function ensureQuestionnaire(
  { trx, officeCode, now }: Pick<CommandContext, 'trx' | 'officeCode' | 'now'>,
  formId: string,
  version: number,
): Promise<boolean> {
  if (await findQuestionnaire(trx, officeCode, formId, version)) return true;
  const core = builtIn(now);
  if (formId !== core.formId || version !== core.version) return false;
  await insertQuestionnaire(trx, officeCode, core);
  return true;
}
