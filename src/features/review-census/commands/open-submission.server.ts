import { plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import type { Form } from '#questionnaire/form.ts';
import { findQuestionnaire } from '../../plan-census/index.server.ts';
import {
  findSubmissionKey,
  insertSubmissionKey,
  officeTime,
  type SubmissionRow,
} from '../../survey-field/index.server.ts';

type Context = Pick<CommandContext | QueryContext, 'trx' | 'officeCode' | 'vault'>;

/** What survey-field seals of a submission. */
type SealedPart = { answers: Answers; preloaded: Answers };

export type OpenedSubmission = {
  submission: SubmissionRow;
  form: Form;
  /** Personal ones among them: never to be shown as they stand. */
  answers: Answers;
  preloaded: Answers;
  /** Paths of personal answers. */
  personal: ReadonlySet<string>;
  visitedOn: string;
};

const noForm = (id: string, version: number): Form => ({
  id,
  version,
  title: id,
  defaultLanguage: 'id',
  items: [],
  lists: {},
});

/** A submission with its sealed answers opened, and the questionnaire it answers. */
export async function openSubmission(context: Context, submission: SubmissionRow): Promise<OpenedSubmission> {
  const { trx, officeCode, vault } = context;
  const { formId, formVersion, submissionId } = submission;
  const questionnaire = await findQuestionnaire(trx, officeCode, formId, formVersion);
  const sealed = submission.personal;
  const key = sealed && (await existingKey(context, submissionId));
  const part: SealedPart =
    sealed && key
      ? (JSON.parse(vault.decrypt(key, 'answers', sealed)) as SealedPart)
      : { answers: {}, preloaded: {} };
  return {
    submission,
    form: (questionnaire?.form as Form | undefined) ?? noForm(formId, formVersion),
    answers: { ...(submission.answers as Answers), ...part.answers },
    preloaded: { ...(submission.preloaded as Answers), ...part.preloaded },
    personal: new Set([...Object.keys(part.answers), ...Object.keys(part.preloaded)]),
    visitedOn: visitedOn(submission),
  };
}

/** The day (WIB) of a visit, by the office's clock. */
export function visitedOn({
  finishedAt,
  clockOffS,
}: Pick<SubmissionRow, 'finishedAt' | 'clockOffS'>): string {
  return plainDateInWib(officeTime(finishedAt, clockOffS));
}

async function existingKey(
  { trx, officeCode, vault }: Context,
  submissionId: string,
): Promise<PersonKey | null> {
  const wrapped = await findSubmissionKey(trx, officeCode, submissionId);
  return wrapped && vault.openPersonKey(officeCode, submissionId, wrapped);
}

/** The submission's own key, made where nothing personal was answered. */
export async function keyOfSubmission(context: CommandContext, submissionId: string): Promise<PersonKey> {
  const known = await existingKey(context, submissionId);
  if (known) return known;
  const { trx, officeCode, vault } = context;
  const { personKey, wrapped } = vault.makePersonKey(officeCode, submissionId);
  await insertSubmissionKey(trx, officeCode, submissionId, wrapped);
  return personKey;
}

export async function findUndo<Undo>(
  context: CommandContext,
  submissionId: string,
  sealed: Buffer,
): Promise<Undo> {
  const key = await keyOfSubmission(context, submissionId);
  return JSON.parse(context.vault.decrypt(key, 'undo', sealed)) as Undo;
}
