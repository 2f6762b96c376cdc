import { type Actor, may } from '#kernel/actor.ts';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { submissionIdShape } from '../input.ts';
import { approveSubmission } from './approve-submission.server.ts';
import { checkThese } from './check-submissions.server.ts';

/**
 * Approves those of which there is nothing to look at; the others stay where they are. The quick checks run first: of
 * what came in a moment ago they have said nothing yet.
 */
export async function approveMany(
  services: Services,
  actor: Actor,
  submissionIds: readonly string[],
): Promise<{ approved: number; left: number; refusal: Refusal | null }> {
  if (!may(actor, approveSubmission.permission))
    return { approved: 0, left: submissionIds.length, refusal: { code: 'forbidden' } };
  await checkThese(
    services,
    actor.officeCode,
    submissionIds.filter((id) => submissionIdShape.safeParse(id).success),
  );
  const counts = { approved: 0, left: 0, refusal: null as Refusal | null };
  for (const submissionId of submissionIds) {
    const outcome: Outcome<unknown> = await execute(services, actor, approveSubmission, {
      submissionId,
      onlyPlain: true,
    });
    if (outcome.ok) counts.approved += 1;
    else {
      counts.left += 1;
      if (outcome.refusal.code === 'forbidden') counts.refusal = outcome.refusal;
    }
  }
  return counts;
}
