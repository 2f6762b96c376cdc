import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { isOwnEnterprise } from '../../register-enterprise/index.server.ts';
import { answerByLinkInput, answerSeatInput, leaveSeatInput } from '../input.ts';
import { findParticipant, findParticipantByCode, type ParticipantRow } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import type { SeatStatus } from '../rules/seat-state.ts';
import { expireSeats, fillSeats } from './fill-seats.server.ts';
import { changeSeat, holdSeats } from './hold-seats.server.ts';

type Given = { answer: 'confirm' | 'decline'; reason?: string | undefined };

/** By telephone or at the counter: an officer writes down what was said. */
export const answerSeat = defineCommand({
  name: 'seat.answer',
  permission: selectionPermissions['seat.keep'],
  input: answerSeatInput,
  async run(context, { participantId, ...given }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const found = await findParticipant(context.trx, context.officeCode, participantId);
    return found ? answer(context, found, given) : refused('not_found');
  },
});

/** The owner, signed in. */
export const answerOwnSeat = defineCommand({
  name: 'seat.answer_own',
  permission: selectionPermissions['seat.answer_own'],
  input: answerSeatInput,
  async run(context, { participantId, ...given }) {
    const found = await ownParticipant(context, participantId);
    return found ? answer(context, found, given) : refused('not_found');
  },
});

/** Whoever holds the link: run as the system in the office that the link is of. */
export const answerByLink = defineCommand({
  name: 'seat.answer_by_link',
  permission: selectionPermissions['seat.answer_by_link'],
  input: answerByLinkInput,
  async run(context, { codeHash, ...given }) {
    const found = await findParticipantByCode(context.trx, context.officeCode, Buffer.from(codeHash, 'hex'));
    return found ? answer(context, found, given) : refused('not_found');
  },
});

/**
 * Yes or no to an offered seat. The same answer again changes nothing. An answer after the last moment finds the offer
 * silent, and the value says so; no answers give the seat to the next in the same transaction.
 */
async function answer(
  context: CommandContext,
  { participantId, intakeId }: ParticipantRow,
  { answer, reason }: Given,
): Promise<Outcome<{ status: SeatStatus; late: boolean }>> {
  const held = await holdSeats(context, intakeId);
  if (!held) return refused('not_found');
  if (held.intake.status === 'finished' || held.intake.status === 'cancelled') return refused('wrong_state');
  await expireSeats(context, held);
  const now = held.participants.find((one) => one.participantId === participantId)!;
  const wanted = answer === 'confirm' ? 'confirmed' : 'declined';
  const late = now.status === 'silent';
  if (now.status !== wanted && !late) {
    const status = await changeSeat(context, held, now, answer, { reason: reason ?? null });
    if (status === null) return refused('wrong_state');
  }
  await fillSeats(context, held);
  return done({ status: late ? 'silent' : wanted, late });
}

/** Gives a seat up after all (mengundurkan diri), said to an officer. */
export const leaveSeat = defineCommand({
  name: 'seat.leave',
  permission: selectionPermissions['seat.keep'],
  input: leaveSeatInput,
  async run(context, { participantId, reason }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const found = await findParticipant(context.trx, context.officeCode, participantId);
    return found ? giveUp(context, found, 'leave', reason) : refused('not_found');
  },
});

/** The same by the owner, signed in. */
export const leaveOwnSeat = defineCommand({
  name: 'seat.leave_own',
  permission: selectionPermissions['seat.answer_own'],
  input: leaveSeatInput,
  async run(context, { participantId, reason }) {
    const found = await ownParticipant(context, participantId);
    return found ? giveUp(context, found, 'leave', reason) : refused('not_found');
  },
});

/** Takes a seat back without naming who gets it: the next on the waiting list does. The head decides, and says why. */
export const takeSeatBack = defineCommand({
  name: 'seat.take_back',
  permission: selectionPermissions['selection.override'],
  input: leaveSeatInput,
  async run(context, { participantId, reason }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const found = await findParticipant(context.trx, context.officeCode, participantId);
    return found ? giveUp(context, found, 'displace', reason) : refused('not_found');
  },
});

async function giveUp(
  context: CommandContext,
  { participantId, intakeId }: ParticipantRow,
  action: 'leave' | 'displace',
  reason: string,
): Promise<Outcome<{ status: SeatStatus }>> {
  const held = await holdSeats(context, intakeId);
  if (!held) return refused('not_found');
  // What has ended stays as it was: certificates and the ledger rest on it.
  if (held.intake.status === 'finished' || held.intake.status === 'cancelled') return refused('wrong_state');
  await expireSeats(context, held);
  const now = held.participants.find((one) => one.participantId === participantId)!;
  const wanted = action === 'leave' ? 'left' : 'displaced';
  if (now.status !== wanted) {
    const status = await changeSeat(context, held, now, action, { reason });
    if (status === null) return refused('wrong_state');
  }
  await fillSeats(context, held);
  return done({ status: wanted });
}

async function ownParticipant(
  context: CommandContext,
  participantId: string,
): Promise<ParticipantRow | null> {
  const found = await findParticipant(context.trx, context.officeCode, participantId);
  return found && (await isOwnEnterprise(context, found.enterpriseId)) ? found : null;
}
