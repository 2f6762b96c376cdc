import type { Readable } from 'node:stream';
import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { writeXlsForm } from '#questionnaire/xlsform/write-xlsform.ts';
import { builtIn } from '../commands/questionnaires.server.ts';
import {
  countRoundsByForm,
  findQuestionnaire,
  listQuestionnaires,
  type QuestionnaireRow,
} from '../questionnaire-store.server.ts';
import type { QuestionnaireLine } from '../rules/questionnaire-view.ts';

/** Versions of all questionnaires; the one that comes with the house stands first. */
export async function questionnaireLines(context: QueryContext): Promise<QuestionnaireLine[]> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context)) return [];
  const kept = await listQuestionnaires(trx, officeCode);
  const core = builtIn(now);
  const isKept = kept.some(({ formId, version }) => formId === core.formId && version === core.version);
  const used = await countRoundsByForm(trx, officeCode);
  return [...(isKept ? [] : [core]), ...kept].map(({ createdAt, ...line }) => ({
    formId: line.formId,
    version: line.version,
    title: line.title,
    origin: line.origin,
    originalName: line.originalName,
    createdBy: line.createdBy,
    createdAt: line.createdBy === null ? null : createdAt.toISOString(),
    rounds: used.find((one) => one.formId === line.formId && one.formVersion === line.version)?.rounds ?? 0,
  }));
}

/** One version with its form; null where there is none. */
export async function questionnairePage(
  context: QueryContext,
  formId: string,
  version: number,
): Promise<QuestionnaireRow | null> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context) || !Number.isSafeInteger(version) || version > 2 ** 31 - 1) return null;
  const kept = await findQuestionnaire(trx, officeCode, formId, version);
  if (kept) return kept;
  const core = builtIn(now);
  return core.formId === formId && core.version === version ? core : null;
}

/** The form as XLSForm: a workbook with the sheets survey, choices and settings. */
export function questionnaireWorkbook({ form }: QuestionnaireRow): Readable {
  const sheets = writeXlsForm(form);
  return workbookStream(
    (['survey', 'choices', 'settings'] as const).map((name) => {
      const [heading = [], ...rows] = sheets[name];
      return { name, columns: heading.map((title) => ({ title, width: 24 })), rows };
    }),
  );
}
