import { plainDateInWib } from '#kernel/calendar.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { recordVisits, type Visit } from '../../plan-census/index.server.ts';
import {
  addConflict,
  insertSubmissions,
  listVillagesAmong,
  markReplaced,
  type NewSubmission,
  type StandingAnswer,
  type WrappedKey,
} from '../delivery-store.server.ts';
import type { OpenedEnvelope, OpenedSubmission } from '../input.ts';
import { clockOff } from '../rules/clock-off.ts';
import type { ConflictKind } from '../rules/delivery-states.ts';
import { questionName, splitAnswers } from '../rules/split-answers.ts';
import type { BatchFacts } from './delivery-facts.server.ts';
import { formKey } from './form-reading.server.ts';
import { type FoundInField, registerFound } from './register-found.server.ts';
import type { SealedPart } from './sealed-part.ts';

export type ToApply = { content: OpenedEnvelope; conflicts: readonly ConflictKind[] };

/** Puts submissions in: one statement a table. Those that the caller let through are right; nothing is asked here. */
export async function applySubmissions(
  context: CommandContext,
  facts: BatchFacts,
  taken: readonly ToApply[],
): Promise<void> {
  if (taken.length === 0) return;
  const { trx, officeCode } = context;
  const keys: WrappedKey[] = [];
  const submissions: NewSubmission[] = [];
  const conflicts = new Map<ConflictKind, string[]>();
  const visits = new Map<string, Visit>();
  const found: FoundInField[] = [];
  const replaced: string[] = [];
  const villages = await listVillagesAmong(
    trx,
    taken.flatMap(({ content }) => content.submission.villageCode ?? []),
  );
  const addTo = (kind: ConflictKind, id: string) => conflicts.set(kind, [...(conflicts.get(kind) ?? []), id]);
  for (const { content, conflicts: own } of taken) {
    const { submission } = content;
    const row = facts.row(submission);
    submissions.push(sealedSubmission(context, facts, content, keys, villages));
    for (const kind of own) addTo(kind, submission.id);
    if (row && submission.isFinished && !facts.isRecheck(submission)) {
      const standing = facts.standing.get(row.rowId) ?? [];
      for (const earlier of standing) {
        if (submission.verdict === null) break;
        if (!earlier.hasVerdict || earlier.status === 'sent_back') replaced.push(earlier.submissionId);
        else {
          addTo('answered_twice', earlier.submissionId);
          // The earlier one may have come in this very batch.
          addTo('answered_twice', submission.id);
        }
      }
      facts.standing.set(row.rowId, [...standing.filter(isAnswer), standingOf(content, row.rowId)]);
      // Of two visits in one batch the one with a verdict hands the row in, and neither is lost.
      if (submission.verdict !== null || !visits.has(row.rowId))
        visits.set(row.rowId, {
          rowId: row.rowId,
          verdict: submission.verdict,
          visitedOn: visitedOn(submission, context.now),
        });
    }
    if (submission.newEnterpriseId !== undefined && row === undefined) {
      const form = facts.forms.get(formKey(submission))?.form;
      found.push({
        submission,
        form,
        enterpriseId: submission.newEnterpriseId,
        sourceListId: facts.round(submission)?.sourceListId ?? null,
        villageCode: villages.has(submission.villageCode ?? '') ? (submission.villageCode ?? null) : null,
        foundBy: { id: submission.userId, name: facts.names.get(submission.userId) ?? context.actor.name },
      });
    }
  }
  await registerFound(context, found);
  await insertSubmissions(trx, submissions, keys);
  for (const [kind, ids] of conflicts) await addConflict(trx, officeCode, [...new Set(ids)], kind);
  await markReplaced(trx, officeCode, [...new Set(replaced)]);
  await recordVisits(trx, officeCode, [...visits.values()]);
}

const isAnswer = ({ hasVerdict, status }: StandingAnswer) => hasVerdict && status !== 'sent_back';

function standingOf({ submission }: OpenedEnvelope, rowId: string): StandingAnswer {
  return {
    submissionId: submission.id,
    rowId,
    userId: submission.userId,
    status: 'received',
    hasVerdict: submission.verdict !== null,
  };
}

/** The day of a visit by the office's clock. */
function visitedOn(submission: OpenedSubmission, now: Date): string {
  return plainDateInWib(Date.parse(submission.finishedAt) - (clockOff(submission, now) ?? 0) * 1_000);
}

const knownFields = new Set(
  [
    'id',
    'roundId',
    'rowId',
    'newEnterpriseId',
    'recheckId',
    'userId',
    'formId',
    'formVersion',
    'appVersion',
  ].concat(
    [
      'isFinished',
      'verdict',
      'startedAt',
      'finishedAt',
      'activeS',
      'clockOffS',
      'position',
      'answers',
      'preloaded',
    ],
    ['photos', 'baseRevision', 'villageCode'],
  ),
);

function sealedSubmission(
  { officeCode, vault, now }: CommandContext,
  facts: BatchFacts,
  { submission, phoneId }: OpenedEnvelope,
  keys: WrappedKey[],
  villages: ReadonlySet<string>,
): NewSubmission {
  const reading = facts.forms.get(formKey(submission));
  const open = reading?.openNames ?? new Set<string>();
  const answers = splitAnswers(open, submission.answers);
  const preloaded = splitAnswers(open, submission.preloaded ?? {});
  const more = Object.fromEntries(Object.entries(submission).filter(([field]) => !knownFields.has(field)));
  const part: SealedPart = { answers: answers.personal, preloaded: preloaded.personal, more };
  let personal: Buffer | null = null;
  if (Object.values(part).some((fields) => Object.keys(fields).length > 0)) {
    const { personKey, wrapped } = vault.makePersonKey(officeCode, submission.id);
    keys.push({ officeCode, personId: submission.id, wrappedKey: wrapped });
    personal = vault.encrypt(personKey, 'answers', JSON.stringify(part));
  }
  const phone = Object.entries(answers.personal).flatMap(([path, answer]) => {
    if (typeof answer !== 'string' || !reading?.phoneNames.includes(questionName(path))) return [];
    const parsed = parsePhone(answer);
    return parsed.ok ? [parsed.value.e164] : [];
  })[0];
  const { position, activeS } = submission;
  return {
    officeCode,
    submissionId: submission.id,
    roundId: submission.roundId,
    rowId: submission.rowId,
    enterpriseId: facts.row(submission)?.enterpriseId ?? submission.newEnterpriseId ?? null,
    recheckOf: facts.isRecheck(submission) ? (submission.recheckId ?? null) : null,
    phoneId,
    userId: submission.userId,
    formId: submission.formId,
    formVersion: submission.formVersion,
    appVersion: submission.appVersion,
    isFinished: submission.isFinished,
    verdict: submission.verdict,
    startedAt: new Date(submission.startedAt),
    finishedAt: new Date(submission.finishedAt),
    receivedAt: now,
    clockOffS: clockOff(submission, now),
    activeS: Math.round(activeS),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    accuracyM: position?.accuracyM ?? null,
    answers: JSON.stringify(answers.open),
    preloaded: JSON.stringify(preloaded.open),
    personal,
    phoneIndex: phone === undefined ? null : vault.blindIndex('phone', phone),
    photoNotes: JSON.stringify(submission.photos),
    villageCode: villages.has(submission.villageCode ?? '') ? (submission.villageCode ?? null) : null,
    baseRevision: submission.baseRevision ?? null,
  };
}
