import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Form } from '#questionnaire/form.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { furtherBlockNames, withFurtherBlocks } from '#questionnaire/forms/further-blocks.ts';
import { readXlsForm } from '#questionnaire/xlsform/read-xlsform.ts';
import type { XlsFormProblem } from '#questionnaire/xlsform/xlsform-problem.ts';
import { censusPermissions } from '../permissions.ts';
import { insertQuestionnaire, latestVersion } from '../questionnaire-store.server.ts';
import { readFormSheets } from './read-form-sheets.server.ts';

const permission = censusPermissions['census.plan'];

/** Puts a form down as the next version of its name; versions that stand are never changed. */
async function addVersion(
  context: CommandContext,
  given: Form,
  { origin, originalName }: { origin: 'built_in' | 'xlsform'; originalName: string | null },
) {
  const { trx, officeCode, now, actor } = context;
  if (!isOfWholeOffice(context)) return refused('forbidden');
  const latest = await latestVersion(trx, officeCode, given.id);
  const own = given.id === coreQuestionnaire.id ? Math.max(latest, coreQuestionnaire.version) : latest;
  const form: Form = { ...given, version: Math.max(given.version, own + 1) };
  const { id: formId, version, title } = form;
  const row = { formId, version, title, form, origin, originalName, createdAt: now, createdBy: actor.name };
  if (!(await insertQuestionnaire(trx, officeCode, row))) return refused('conflict_stale');
  await context.audit({
    action: 'census.questionnaire_added',
    subject: { kind: 'questionnaire', id: `${formId}.${version}` },
    details: { origin, originalName },
  });
  return done({ formId, version });
}

/** The form itself was read and checked before; only the door below hands one in. */
const keepImported = defineCommand({
  name: 'census.add_questionnaire',
  permission,
  input: z.object({ form: z.custom<Form>(), originalName: z.string().max(200) }),
  run: (context, { form, originalName }) => addVersion(context, form, { origin: 'xlsform', originalName }),
});

/** The core questionnaire with further blocks, as a form of its own. */
export const chooseBlocks = defineCommand({
  name: 'census.choose_blocks',
  permission,
  input: z.object({ blocks: z.array(z.enum(furtherBlockNames)).min(1, 'not_a_choice') }),
  run: (context, { blocks }) => {
    const form = withFurtherBlocks(coreQuestionnaire, blocks);
    return addVersion(
      context,
      {
        ...form,
        id: `${coreQuestionnaire.id}_blok`,
        title: `${coreQuestionnaire.title} dengan blok tambahan`,
      },
      { origin: 'built_in', originalName: null },
    );
  },
});

const MEGABYTES = 10;

export type ImportRefusal = { refusal: Refusal; problems: readonly XlsFormProblem[] };

/**
 * Reads a questionnaire out of a spreadsheet (XLSForm). Refused whole when anything in it is not understood: each such
 * thing is named with its sheet, row and column.
 */
export async function importXlsForm(
  services: Services,
  actor: Actor,
  file: File,
): Promise<Outcome<{ formId: string; version: number }, ImportRefusal>> {
  const declined = (outcome: { refusal: Refusal }, problems: readonly XlsFormProblem[] = []) => ({
    ok: false as const,
    refusal: { refusal: outcome.refusal, problems },
  });
  if (file.size === 0)
    return declined(refused('invalid_input', { fields: [{ path: 'file', code: 'blank' }] }));
  if (file.size > MEGABYTES * 1024 * 1024)
    return declined(refused('file_too_large', { details: { megabytes: MEGABYTES } }));
  const sheets = await readFormSheets(file);
  if (sheets === null) return declined(refused('file_unreadable'));
  const read = readXlsForm(sheets);
  if (!read.ok) return declined(refused('invalid_input'), read.refusal);
  const kept = await execute(services, actor, keepImported, {
    form: read.value,
    originalName: file.name.slice(0, 200),
  });
  return kept.ok ? kept : declined(kept);
}
