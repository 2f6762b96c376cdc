import { done, type Refused, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { type SubmissionRow, updateSubmissionStatus } from '../../survey-field/index.server.ts';
import { insertDecision } from '../decision-store.server.ts';
import { noteInput } from '../input.ts';
import { reviewPermissions } from '../permissions.ts';
import { lockSubmission } from './lock-submission.server.ts';
import { settleRow } from './settle-row.server.ts';

/** Held for writing, where it still waits. */
async function lockWaiting(context: CommandContext, submissionId: string): Promise<SubmissionRow | Refused> {
  const locked = await lockSubmission(context, submissionId);
  if (!locked) return refused('not_found');
  return locked.submission.status === 'received' ? locked.submission : refused('wrong_state');
}

async function record(
  context: CommandContext,
  { submissionId, userId }: SubmissionRow,
  decision: 'send_back' | 'set_aside',
  note: string,
): Promise<void> {
  await insertDecision(context.trx, context.officeCode, {
    decisionId: context.newId(),
    submissionId,
    decision,
    note,
    answersKept: null,
    undo: null,
    isOwnWork: userId === context.actor.id,
    decidedBy: context.actor.id,
    decidedByName: context.actor.name,
    decidedAt: context.now,
  });
  await context.audit({
    action: decision === 'send_back' ? 'review.sent_back' : 'review.set_aside',
    subject: { kind: 'submission', id: submissionId },
    reason: note,
  });
}

/** The row goes to the phone again, with the note. What was found without a list has no row to go back to. */
export const sendBack = defineCommand({
  name: 'review.send_back',
  permission: reviewPermissions['review.decide'],
  input: noteInput,
  async run(context, { submissionId, note }) {
    const { trx, officeCode } = context;
    const submission = await lockWaiting(context, submissionId);
    if ('ok' in submission) return submission;
    if (submission.rowId === null || submission.recheckOf !== null) return refused('wrong_state');
    await updateSubmissionStatus(trx, officeCode, [submissionId], 'sent_back');
    await settleRow(context, submission.rowId);
    await record(context, submission, 'send_back', note);
    return done({ submissionId });
  },
});

/** It counts for nothing; its row is to be visited unless another answer stands. */
export const setAside = defineCommand({
  name: 'review.set_aside',
  permission: reviewPermissions['review.decide'],
  input: noteInput,
  async run(context, { submissionId, note }) {
    const { trx, officeCode } = context;
    const submission = await lockWaiting(context, submissionId);
    if ('ok' in submission) return submission;
    await updateSubmissionStatus(trx, officeCode, [submissionId], 'set_aside');
    if (submission.recheckOf === null) await settleRow(context, submission.rowId);
    await record(context, submission, 'set_aside', note);
    return done({ submissionId });
  },
});
