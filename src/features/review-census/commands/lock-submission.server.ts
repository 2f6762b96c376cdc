import { isOfWholeOffice } from '#kernel/actor.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { type FrameRow, findFrameRow } from '../../plan-census/index.server.ts';
import { findSubmission, type SubmissionRow } from '../../survey-field/index.server.ts';

/**
 * A submission and its row, held for writing; null where the person sees none. The row comes first, as where phones
 * deliver: two who decide on two answers to one row, or one who decides while the phone answers anew, would otherwise
 * wait for each other.
 */
export async function lockSubmission(
  context: CommandContext,
  submissionId: string,
): Promise<{ submission: SubmissionRow; row: FrameRow | null } | null> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context)) return null;
  const found = await findSubmission(trx, officeCode, submissionId);
  if (!found) return null;
  const row = found.rowId === null ? null : await findFrameRow(trx, officeCode, found.rowId, true);
  const submission = await findSubmission(trx, officeCode, submissionId, true);
  return submission && { submission, row };
}
