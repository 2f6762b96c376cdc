import type { CommandContext } from '#platform/command.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import type { ParticipantRow } from '../participant-store.server.ts';
import type { NextOnLine } from '../rules/next-on-line.ts';
import { answerBy, offersRunOut } from '../rules/seat-days.ts';
import { insertSeatMove, listSeatMoves, type SeatMoveRow } from '../seat-move-store.server.ts';
import { changeSeat, freeSeats, type HeldSeats, offerSeat } from './hold-seats.server.ts';
import { type LineOf, lineOf, lineStillMoves } from './line-of.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'now' | 'actor' | 'newId' | 'audit'>;

/** What the system writes where nobody decided anything: it followed the published order. */
const BY_ORDER = 'Sistem';

/** Offers that ran out become silent; seats whose application was taken back are left. */
export async function expireSeats(context: Context, held: HeldSeats): Promise<void> {
  const { trx, officeCode, now } = context;
  if (!offersRunOut(held.intake.status)) return;
  const applications = new Map(
    (await listApplications(trx, officeCode, held.intake.intakeId)).map((one) => [one.applicationId, one]),
  );
  for (const one of held.participants) {
    const application = one.applicationId === null ? undefined : applications.get(one.applicationId);
    if (application?.status === 'withdrawn')
      await changeSeat(context, held, one, 'leave', {
        reason: application.withdrawnReason,
        by: application.withdrawnBy ?? BY_ORDER,
      });
    else if (one.status === 'offered' && one.answerBy !== null && one.answerBy < now)
      await changeSeat(context, held, one, 'silence');
  }
}

/**
 * Gives every seat that was given up to the next on the waiting list, in the order in which the seats were given up. Nothing
 * is done where the intake has no selection, or the seat was taken over already. Each asking is kept with whom it passed over
 * and why.
 * @param again also seats for which nobody was found before: the list has grown, or may move once more
 * @param added also seats that nobody had before
 */
export async function fillSeats(
  context: Context,
  held: HeldSeats,
  { again = false, added = false }: { again?: boolean; added?: boolean } = {},
): Promise<{ movedUp: number }> {
  const { trx, officeCode } = context;
  const { intake, selection } = held;
  if (selection?.status !== 'decided') return { movedUp: 0 };
  const moves = await listSeatMoves(trx, officeCode, [intake.intakeId]);
  const lastMove = new Map(moves.map((move) => [move.vacated, move]));
  const vacancies = openVacancies(held).filter(({ participantId }) => again || !lastMove.has(participantId));
  let line: LineOf | null | undefined;
  let movedUp = 0;
  for (const vacated of vacancies) {
    if (freeSeats(held) <= 0) break;
    if (!lineStillMoves(context, held)) {
      await noteNobody(vacated, 'line_ended', { next: null, skipped: [], instead: null });
      continue;
    }
    line ??= await lineOf(context, { intake, selection });
    if (!line) return { movedUp };
    const answer = line.nextFor(vacated, held.participants);
    if (answer.next !== null) await moveUp(vacated, answer.next, answer, line);
    else await noteNobody(vacated, answer.instead ? 'only_without_reserve' : 'nobody', answer);
  }
  const unfilled = openVacancies(held).length;
  while (added && freeSeats(held) > unfilled && lineStillMoves(context, held)) {
    line ??= await lineOf(context, { intake, selection });
    const answer = line?.nextFor(null, held.participants);
    if (!line || !answer?.next) break;
    await moveUp(null, answer.next, answer, line);
  }
  return { movedUp };

  async function moveUp(
    vacated: ParticipantRow | null,
    enterpriseId: string,
    { skipped }: NextOnLine,
    from: LineOf,
  ): Promise<void> {
    const applicationId = from.applicationOf(enterpriseId);
    const next = await offerFromLine(context, held, { enterpriseId, applicationId, vacated });
    await keepMove({ vacated, nextId: next.participantId, skipped, instead: null, whyNone: null });
    await context.audit({
      action: 'seat.moved_up',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: {
        intakeId: intake.intakeId,
        participantId: next.participantId,
        follows: vacated?.participantId ?? null,
        passedOver: skipped.length,
      },
    });
    movedUp++;
  }

  async function noteNobody(
    vacated: ParticipantRow,
    whyNone: NonNullable<SeatMoveRow['whyNone']>,
    { skipped, instead }: NextOnLine,
  ): Promise<void> {
    // Asked again with the same answer there is nothing new to keep.
    const before = lastMove.get(vacated.participantId);
    if (before?.whyNone === whyNone && before.instead?.enterpriseId === instead?.enterpriseId) return;
    await keepMove({ vacated, nextId: null, skipped, instead, whyNone });
    await context.audit({
      action: 'seat.not_filled',
      subject: { kind: 'intake', id: intake.intakeId },
      details: { vacated: vacated.participantId, why: whyNone },
    });
  }

  async function keepMove({
    vacated,
    ...move
  }: Pick<SeatMoveRow, 'nextId' | 'skipped' | 'instead' | 'whyNone'> & {
    vacated: ParticipantRow | null;
  }): Promise<void> {
    await insertSeatMove(trx, officeCode, {
      moveId: context.newId(),
      intakeId: intake.intakeId,
      vacated: vacated?.participantId ?? null,
      ...move,
      reason: null,
      decidedAt: context.now,
      decidedBy: BY_ORDER,
    });
  }
}

/** Seats that were given up and nobody took over yet, in the order in which they were given up. */
export function openVacancies({ participants }: Pick<HeldSeats, 'participants'>): ParticipantRow[] {
  const followed = new Set(participants.map(({ follows }) => follows));
  const since = ({ answeredAt, answerBy, offeredAt }: ParticipantRow) =>
    (answeredAt ?? answerBy ?? offeredAt).getTime();
  return participants
    .filter(
      ({ status, participantId }) =>
        status !== 'offered' && status !== 'confirmed' && !followed.has(participantId),
    )
    .sort((a, b) => since(a) - since(b) || (a.participantId < b.participantId ? -1 : 1));
}

/** Offers a seat to somebody on the waiting list, to be answered within the days that the plan says. */
export async function offerFromLine(
  context: Context,
  held: HeldSeats,
  given: { enterpriseId: string; applicationId: string | null; vacated: ParticipantRow | null },
): Promise<ParticipantRow> {
  const [next] = await offerSeat(context, held, [
    {
      enterpriseId: given.enterpriseId,
      applicationId: given.applicationId,
      source: 'waiting_list',
      follows: given.vacated?.participantId ?? null,
      answerBy: answerBy(context.now, held.selection?.plan.answerDays ?? 0, held.intake.startsOn),
    },
  ]);
  return next!;
}
