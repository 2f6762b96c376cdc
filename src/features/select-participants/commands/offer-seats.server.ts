import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { officialRun } from '../queries/official-run.server.ts';
import { answerBy } from '../rules/seat-days.ts';
import { freeSeats, holdSeats, offerSeat } from './hold-seats.server.ts';

/**
 * Offers a seat to everybody whom the official run chose, in the transaction of the caller, who has checked that the actor
 * may. They answer within the days that the plan says, by 23.59 WIB. Refused `quota_full` where an intake has fewer seats
 * than the run gave, `wrong_state` before the run.
 */
export async function offerSeats(
  context: CommandContext,
  { selectionId }: { selectionId: string },
): Promise<Outcome<{ offered: number }>> {
  const run = await officialRun(context.trx, context.officeCode, selectionId);
  if (!run) return refused('wrong_state');
  let offered = 0;
  for (const intakeId of run.intakeIds) {
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    const there = new Set(held.participants.map(({ enterpriseId }) => enterpriseId));
    const chosen = run.results.filter(
      (one) =>
        one.intakeId === intakeId &&
        one.seated &&
        one.reason.outcome === 'seated' &&
        !there.has(one.enterpriseId),
    );
    if (chosen.length > freeSeats(held))
      return refused('quota_full', { details: { seats: held.intake.seats } });
    const by = answerBy(context.now, run.plan.answerDays, held.intake.startsOn);
    await offerSeat(
      context,
      held,
      chosen.map(({ enterpriseId, applicationId }) => ({
        enterpriseId,
        applicationId,
        source: 'selection' as const,
        answerBy: by,
      })),
    );
    offered += chosen.length;
    await context.audit({
      action: 'seat.offered',
      subject: { kind: 'intake', id: intakeId },
      details: { selectionId, seats: chosen.length, answerBy: by.toISOString() },
    });
  }
  return done({ offered });
}
