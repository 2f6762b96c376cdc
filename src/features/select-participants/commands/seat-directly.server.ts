import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { canonicalIds } from '../../register-enterprise/index.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { seatDirectlyInput } from '../input.ts';
import { findParticipant, holdsSeat } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { answerBy, USUAL_ANSWER_DAYS } from '../rules/seat-days.ts';
import { fillSeats } from './fill-seats.server.ts';
import { freeSeats, type HeldSeats, holdSeats, offerSeat } from './hold-seats.server.ts';
import { lineOf, lineStillMoves } from './line-of.server.ts';

/**
 * Seats somebody without a selection: in an intake that has none, or on a seat that nobody on the waiting list takes any
 * more. Refused `wrong_state` while a selection decides, or somebody waits; `quota_full`; `already_done` for who has a seat.
 */
export const seatDirectly = defineCommand({
  name: 'seat.give_directly',
  permission: selectionPermissions['seat.keep'],
  input: seatDirectlyInput,
  async run(context, { participantId, intakeId, enterpriseId, reason, answered }) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    const standing = (await canonicalIds(trx, officeCode, [enterpriseId])).get(enterpriseId);
    if (!held || standing === undefined) return refused('not_found');
    // Sent a second time, or an id that is another's.
    const before = await findParticipant(trx, officeCode, participantId);
    if (before)
      return before.intakeId === intakeId && before.enterpriseId === standing
        ? done({ participantId })
        : refused('not_found');
    if (!['planned', 'open', 'closed', 'running'].includes(held.intake.status)) return refused('wrong_state');
    if (await someoneWaits(held)) return refused('wrong_state');
    if (await isSeated(context, held, standing)) return refused('already_done');
    if (freeSeats(held) <= 0) return refused('quota_full');
    const applicationId = await receivedApplication(context, intakeId, standing);
    await offerSeat(context, held, [
      {
        participantId,
        enterpriseId: standing,
        applicationId,
        source: 'direct',
        statusReason: reason,
        ...(answered
          ? { status: 'confirmed' as const }
          : {
              answerBy: answerBy(
                now,
                held.selection?.plan.answerDays ?? USUAL_ANSWER_DAYS,
                held.intake.startsOn,
              ),
            }),
      },
    ]);
    await context.audit({
      action: 'seat.given_directly',
      subject: { kind: 'enterprise', id: standing },
      reason,
      details: { intakeId, participantId },
    });
    return done({ participantId });

    async function someoneWaits({ selection, participants }: HeldSeats): Promise<boolean> {
      if (!selection) return false;
      if (selection.status !== 'decided') return true;
      if (!lineStillMoves(context, held!)) return false;
      // Seats that were given up go first; then whoever would take an added one.
      await fillSeats(context, held!);
      const line = await lineOf(context, { intake: held!.intake, selection });
      return line?.nextFor(null, participants).next != null;
    }
  },
});

type Context = Parameters<typeof holdSeats>[0];

/** Whether an enterprise, by whichever of its records, holds a seat here. */
export async function isSeated(
  { trx, officeCode }: Context,
  held: HeldSeats,
  enterpriseId: string,
): Promise<boolean> {
  const seated = held.participants.filter(holdsSeat).map((one) => one.enterpriseId);
  const standsFor = await canonicalIds(trx, officeCode, [...seated, enterpriseId]);
  const standing = standsFor.get(enterpriseId) ?? enterpriseId;
  return seated.some((id) => (standsFor.get(id) ?? id) === standing);
}

/** The application of this enterprise that counts; null: it did not apply. */
export async function receivedApplication(
  { trx, officeCode }: Context,
  intakeId: string,
  standing: string,
): Promise<string | null> {
  const applications = (await listApplications(trx, officeCode, intakeId)).filter(
    ({ status }) => status === 'received',
  );
  const standsFor = await canonicalIds(
    trx,
    officeCode,
    applications.map(({ enterpriseId }) => enterpriseId),
  );
  const own = applications.find(({ enterpriseId }) => standsFor.get(enterpriseId) === standing);
  return own?.applicationId ?? null;
}
