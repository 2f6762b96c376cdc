import type { QueryContext } from '#platform/command.server.ts';
import { listWithOwners } from '../../register-enterprise/index.server.ts';
import { findSubmission } from '../../survey-field/index.server.ts';
import { listDecisions } from '../decision-store.server.ts';
import { submissionIdShape } from '../input.ts';
import type { Happened } from '../rules/happened.ts';

/** The last decision on a submission of this round, where it was the person's own. */
export async function lastHappened(
  { trx, officeCode, actor }: QueryContext,
  roundId: string,
  submissionId: string,
): Promise<Happened | null> {
  if (!submissionIdShape.safeParse(submissionId).success) return null;
  const submission = await findSubmission(trx, officeCode, submissionId);
  const [last] = submission?.roundId === roundId ? await listDecisions(trx, officeCode, [submissionId]) : [];
  if (!submission || last?.decidedBy !== actor.id) return null;
  const [enterprise] = submission.enterpriseId
    ? await listWithOwners(trx, officeCode, { enterpriseIds: [submission.enterpriseId] })
    : [];
  return { submissionId, decision: last.decision as Happened['decision'], name: enterprise?.name ?? '' };
}
