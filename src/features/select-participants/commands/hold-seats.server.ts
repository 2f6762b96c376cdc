import type { CommandContext } from '#platform/command.server.ts';
import { findIntake, type IntakeRow } from '../../plan-programme/index.server.ts';
import {
  holdsSeat,
  insertParticipants,
  listParticipants,
  type ParticipantRow,
  updateParticipant,
} from '../participant-store.server.ts';
import { type SeatAction, type SeatStatus, seatStatusAfter } from '../rules/seat-state.ts';
import { findSelection, findSelectionOf, type SelectionRow } from '../selection-store.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'now' | 'actor' | 'newId' | 'audit'>;

/** An intake with its seats, held until the transaction ends. @property selection null: it has none */
export type HeldSeats = {
  intake: IntakeRow;
  selection: SelectionRow | null;
  /** All who were ever offered a seat here. Kept up to date by `offerSeat` and `changeSeat`. */
  participants: ParticipantRow[];
};

/**
 * Holds the seats of an intake for writing; null where there is no such intake. The selection is held first: two of its
 * intakes may want the same person. Everything that changes seats begins here, so of many at once each sees what those
 * before did.
 */
export async function holdSeats({ trx, officeCode }: Context, intakeId: string): Promise<HeldSeats | null> {
  const known = await findSelectionOf(trx, officeCode, intakeId);
  const selection = known && (await findSelection(trx, officeCode, known.selectionId, true));
  const intake = await findIntake(trx, officeCode, intakeId, true);
  if (!intake) return null;
  return { intake, selection, participants: await listParticipants(trx, officeCode, intakeId) };
}

export const heldCount = ({ participants }: Pick<HeldSeats, 'participants'>): number =>
  participants.filter(holdsSeat).length;
export const freeSeats = (held: HeldSeats): number => held.intake.seats - heldCount(held);

type NewSeat = Pick<ParticipantRow, 'enterpriseId' | 'applicationId' | 'source'> &
  Partial<
    Pick<ParticipantRow, 'participantId' | 'status' | 'answerBy' | 'follows' | 'statusReason' | 'attendsAs'>
  >;

/** Offers seats, never more than there are. @throws where there are not so many: whoever asks has looked before */
export async function offerSeat(
  context: Context,
  held: HeldSeats,
  seats: readonly NewSeat[],
): Promise<ParticipantRow[]> {
  const { trx, officeCode, now, actor, newId } = context;
  if (seats.length > freeSeats(held)) throw new Error('more seats offered than the intake has');
  const rows = seats.map(
    (seat): ParticipantRow => ({
      participantId: newId(),
      intakeId: held.intake.intakeId,
      selectionId: held.selection?.selectionId ?? null,
      status: 'offered',
      attendsAs: null,
      offeredAt: now,
      answerBy: null,
      answeredAt: seat.status === 'confirmed' ? now : null,
      answeredBy: seat.status === 'confirmed' ? actor.name : null,
      statusReason: null,
      follows: null,
      codeHash: null,
      recordedBy: actor.name,
      revision: 1,
      ...seat,
    }),
  );
  await insertParticipants(trx, officeCode, rows);
  held.participants.push(...rows);
  return rows;
}

const deeds: Record<SeatAction, string> = {
  confirm: 'seat.confirmed',
  decline: 'seat.declined',
  leave: 'seat.left',
  silence: 'seat.silent',
  displace: 'seat.displaced',
};

/** Moves one seat on, with its line in the audit; null where that is not possible. `by`: who said so, unless the actor. */
export async function changeSeat(
  context: Context,
  held: HeldSeats,
  participant: ParticipantRow,
  action: SeatAction,
  { reason = null, by = context.actor.name }: { reason?: string | null; by?: string } = {},
): Promise<SeatStatus | null> {
  const { trx, officeCode, now } = context;
  const status = seatStatusAfter(participant.status, action);
  if (status === null) return null;
  const changes = {
    status,
    // Silence is no answer: it has no hour of its own.
    answeredAt: action === 'silence' ? null : now,
    answeredBy: action === 'silence' ? null : by,
    statusReason: reason,
  };
  await updateParticipant(trx, officeCode, participant.participantId, changes);
  held.participants = held.participants.map((one) =>
    one.participantId === participant.participantId ? { ...one, ...changes } : one,
  );
  await context.audit({
    action: deeds[action],
    subject: { kind: 'enterprise', id: participant.enterpriseId },
    ...(reason === null ? {} : { reason }),
    details: { intakeId: participant.intakeId, participantId: participant.participantId },
  });
  return status;
}
