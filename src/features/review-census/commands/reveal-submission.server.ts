import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findSubmission } from '../../survey-field/index.server.ts';
import { revealInput } from '../input.ts';
import { reviewPermissions } from '../permissions.ts';

/** Personal answers in the clear, for a stated reason: written into the audit, or not shown (UU 27/2022 art. 32). */
export const revealSubmission = defineCommand({
  name: 'review.reveal',
  permission: reviewPermissions['review.reveal'],
  input: revealInput,
  async run(context, { submissionId, reason }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('not_found');
    const submission = await findSubmission(trx, officeCode, submissionId);
    if (!submission) return refused('not_found');
    await context.audit({
      action: 'review.revealed',
      subject: { kind: 'submission', id: submissionId },
      reason,
    });
    return done({ submissionId });
  },
});
