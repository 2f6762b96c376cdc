import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { takeBackVisit } from '../../register-enterprise/index.server.ts';
import { withdrawPair } from '../../resolve-duplicates/index.server.ts';
import {
  listSubmissionsOfRow,
  type SubmissionRow,
  updateSubmissionStatus,
} from '../../survey-field/index.server.ts';
import { type DecisionRow, insertDecision, listDecisions } from '../decision-store.server.ts';
import { undoInput } from '../input.ts';
import { reviewPermissions } from '../permissions.ts';
import { removeOpenRecheck } from '../recheck-store.server.ts';
import type { ApprovalUndo } from './approve-submission.server.ts';
import { lockSubmission } from './lock-submission.server.ts';
import { findUndo } from './open-submission.server.ts';
import { settleRow } from './settle-row.server.ts';

const statusAfter = { approve: 'approved', send_back: 'sent_back', set_aside: 'set_aside' } as const;

/**
 * Takes the last decision on a submission back: it waits again, and what approving changed in the register goes back,
 * but for values that somebody changed since (`kept`).
 */
export const undoReview = defineCommand({
  name: 'review.undo',
  permission: reviewPermissions['review.decide'],
  input: undoInput,
  async run(context, { submissionId }) {
    const { trx, officeCode } = context;
    const locked = await lockSubmission(context, submissionId);
    if (!locked) return refused('not_found');
    const { submission } = locked;
    const [last] = await listDecisions(trx, officeCode, [submissionId]);
    if (!last || last.decision === 'undo') return refused('already_done');
    if (submission.status !== statusAfter[last.decision as keyof typeof statusAfter])
      return refused('wrong_state');
    if (last.decision !== 'approve' && (await isAnsweredSince(context, submission, last.decidedAt)))
      return refused('wrong_state');
    const kept = last.undo ? await takeBack(context, submission, last.undo) : false;
    await updateSubmissionStatus(trx, officeCode, [submissionId], 'received');
    await settleRow(context, submission.rowId);
    await insertDecision(trx, officeCode, {
      decisionId: context.newId(),
      submissionId,
      decision: 'undo',
      note: null,
      answersKept: null,
      undo: null,
      isOwnWork: submission.userId === context.actor.id,
      decidedBy: context.actor.id,
      decidedByName: context.actor.name,
      decidedAt: context.now,
    });
    await context.audit({
      action: 'review.undone',
      subject: { kind: 'submission', id: submissionId },
      details: { decision: last.decision, kept },
    });
    return done({ submissionId, decision: last.decision, kept });
  },
});

async function takeBack(
  context: CommandContext,
  submission: SubmissionRow,
  sealed: NonNullable<DecisionRow['undo']>,
): Promise<boolean> {
  const { trx, officeCode } = context;
  const { submissionId, rowId, enterpriseId } = submission;
  const undo = await findUndo<ApprovalUndo>(context, submissionId, sealed);
  const { register, sourceListId, replaced, pairedWith } = undo;
  const kept = await takeBackVisit(context, { visitId: submissionId, sourceListId, undo: register });
  const standing = new Map(
    (rowId === null ? [] : await listSubmissionsOfRow(trx, officeCode, rowId)).map((other) => [
      other.submissionId,
      other.status,
    ]),
  );
  for (const other of replaced)
    if (standing.get(other.submissionId) === 'replaced')
      await updateSubmissionStatus(trx, officeCode, [other.submissionId], other.status);
  await removeOpenRecheck(trx, officeCode, submissionId);
  if (pairedWith !== null && enterpriseId !== null) await withdrawPair(context, enterpriseId, pairedWith);
  return kept;
}

/** The phone has answered anew: then there is nothing left to take back. */
async function isAnsweredSince(
  { trx, officeCode }: CommandContext,
  { rowId, submissionId }: SubmissionRow,
  decidedAt: Date,
): Promise<boolean> {
  if (rowId === null) return false;
  return (await listSubmissionsOfRow(trx, officeCode, rowId)).some(
    (other) =>
      other.submissionId !== submissionId && other.receivedAt > decidedAt && other.recheckOf === null,
  );
}
