import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { canonicalIds } from '../../register-enterprise/index.server.ts';
import { giveInsteadInput, intakeOfSeatsInput, overrideSeatInput } from '../input.ts';
import { holdsSeat, type ParticipantRow } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { answerBy, USUAL_ANSWER_DAYS } from '../rules/seat-days.ts';
import { insertOverride, insertSeatMove, listOverrides } from '../seat-move-store.server.ts';
import { expireSeats, fillSeats, offerFromLine, openVacancies } from './fill-seats.server.ts';
import { changeSeat, freeSeats, type HeldSeats, holdSeats, offerSeat } from './hold-seats.server.ts';
import { lineOf, lineStillMoves } from './line-of.server.ts';
import { isSeated, receivedApplication } from './seat-directly.server.ts';

/**
 * A decision against the list: names who gets a seat, who gives it up (or a free seat), and why. Kept for ever and printed
 * on the berita acara. Refused `wrong_state` before the official run, `quota_full` without a free seat, `already_done` for
 * who has one.
 */
export const overrideSeat = defineCommand({
  name: 'selection.override',
  permission: selectionPermissions['selection.override'],
  input: overrideSeatInput,
  async run(context, { overrideId, intakeId, enterpriseId, displacedId, reason }) {
    const { trx, officeCode, actor, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    if (held.selection?.status !== 'decided') return refused('wrong_state');
    const { selectionId } = held.selection;
    if ((await listOverrides(trx, officeCode, selectionId)).some((one) => one.overrideId === overrideId))
      return done({ overrideId });
    await expireSeats(context, held);
    const seated = await seatByDecision(context, held, {
      enterpriseId,
      displacedId,
      reason,
      source: 'override',
    });
    if (!seated.ok) return seated;
    const { participant, displaced } = seated.value;
    await insertOverride(trx, officeCode, {
      overrideId,
      selectionId,
      intakeId,
      enterpriseId: participant.enterpriseId,
      displacedId: displaced?.enterpriseId ?? null,
      reason,
      decidedAt: now,
      decidedBy: actor.name,
    });
    await context.audit({
      action: 'selection.overridden',
      subject: { kind: 'enterprise', id: participant.enterpriseId },
      reason,
      details: { overrideId, intakeId, displaced: displaced?.enterpriseId ?? null },
    });
    await fillSeats(context, held);
    return done({ overrideId });
  },
});

/**
 * Seats somebody by a decision: on the seat of who is displaced, or on a free one, a given-up one first.
 * Refused `not_found`, `already_done`, `quota_full`.
 */
export async function seatByDecision(
  context: CommandContext,
  held: HeldSeats,
  given: {
    enterpriseId: string;
    displacedId?: string | undefined;
    reason: string;
    source: 'override' | 'appeal';
  },
): Promise<Outcome<{ participant: ParticipantRow; displaced: ParticipantRow | null }>> {
  const { trx, officeCode, now } = context;
  const { intake, selection } = held;
  const { enterpriseId, displacedId, reason, source } = given;
  if (!['open', 'closed', 'running'].includes(intake.status)) return refused('wrong_state');
  const standing = (await canonicalIds(trx, officeCode, [enterpriseId])).get(enterpriseId);
  if (standing === undefined) return refused('not_found');
  if (await isSeated(context, held, standing)) return refused('already_done');
  let displaced: ParticipantRow | null = null;
  if (displacedId !== undefined) {
    displaced = held.participants.find((one) => one.participantId === displacedId && holdsSeat(one)) ?? null;
    if (!displaced) return refused('not_found');
    await changeSeat(context, held, displaced, 'displace', { reason });
  }
  if (freeSeats(held) <= 0) return refused('quota_full', { details: { seats: intake.seats } });
  const [participant] = await offerSeat(context, held, [
    {
      enterpriseId: standing,
      applicationId: await receivedApplication(context, intake.intakeId, standing),
      source,
      statusReason: reason,
      follows: displaced?.participantId ?? openVacancies(held)[0]?.participantId ?? null,
      answerBy: answerBy(now, selection?.plan.answerDays ?? USUAL_ANSWER_DAYS, intake.startsOn),
    },
  ]);
  return done({ participant: participant!, displaced });
}

/**
 * Where only reserves keep the next on the list from a seat that was given up: an officer gives it to them all the same, and
 * says why. Refused `wrong_state` where that is not, or no longer, the case.
 */
export const giveInstead = defineCommand({
  name: 'seat.give_instead',
  permission: selectionPermissions['seat.keep'],
  input: giveInsteadInput,
  async run(context, { intakeId, vacated: vacatedId, enterpriseId, reason }) {
    const { trx, officeCode, actor, now, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    await expireSeats(context, held);
    await fillSeats(context, held, { again: true });
    const vacated = openVacancies(held).find(({ participantId }) => participantId === vacatedId);
    if (held.selection?.status !== 'decided' || !vacated) return refused('wrong_state');
    const line = lineStillMoves(context, held)
      ? await lineOf(context, { intake: held.intake, selection: held.selection })
      : null;
    const answer = line?.nextFor(vacated, held.participants);
    if (!line || answer?.instead?.enterpriseId !== enterpriseId || freeSeats(held) <= 0)
      return refused('wrong_state');
    const applicationId = line.applicationOf(enterpriseId);
    const next = await offerFromLine(context, held, { enterpriseId, applicationId, vacated });
    await insertSeatMove(trx, officeCode, {
      moveId: newId(),
      intakeId,
      vacated: vacatedId,
      nextId: next.participantId,
      skipped: answer.skipped.filter((one) => one.enterpriseId !== enterpriseId),
      instead: answer.instead,
      whyNone: null,
      reason,
      decidedAt: now,
      decidedBy: actor.name,
    });
    await context.audit({
      action: 'seat.given_without_reserve',
      subject: { kind: 'enterprise', id: enterpriseId },
      reason,
      details: { intakeId, participantId: next.participantId, short: answer.instead.limits },
    });
    return done({ participantId: next.participantId });
  },
});

/** Asks the waiting list for every seat that stands empty, those that were added among them. */
export const askLine = defineCommand({
  name: 'seat.ask_line',
  permission: selectionPermissions['seat.keep'],
  input: intakeOfSeatsInput,
  async run(context, { intakeId }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    if (held.selection?.status !== 'decided') return refused('wrong_state');
    await expireSeats(context, held);
    return done(await fillSeats(context, held, { again: true, added: true }));
  },
});
