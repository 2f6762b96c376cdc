import { done, type Outcome } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import { insertMarks } from '../attendance-store.server.ts';
import type { Mark, MarkedVia } from '../rules/attendance-state.ts';
import { markedAtByOffice } from '../rules/attendance-state.ts';
import type { MarkFault, MarksAnswer, WireMark } from '../rules/attendance-wire.ts';
import { isMarkable } from '../rules/session.ts';
import { listSessions } from '../session-store.server.ts';

type Given = {
  intakeId: string;
  marks: readonly WireMark[];
  via: MarkedVia;
  /** Who says so, by name. */
  markedBy: string;
  /** The sender's clock at the sending, in milliseconds since 1970 UTC; null: it keeps the right time. */
  sentAt: number | null;
};

/**
 * Keeps marks that were made elsewhere: on a trainer's phone, by another program. Late ones, repeated ones and those in any
 * order are welcome; each answers for itself. The caller has checked that the sender may.
 */
export async function keepMarks(context: CommandContext, given: Given): Promise<Outcome<MarksAnswer>> {
  const { trx, officeCode, now } = context;
  const { intakeId, via, markedBy, sentAt } = given;
  const sessions = new Map(
    (await listSessions(trx, officeCode, intakeId)).map((one) => [one.sessionId, one]),
  );
  const people = new Set(
    (await listParticipants(trx, officeCode, intakeId)).map(({ participantId }) => participantId),
  );
  const receivedAt = now.getTime();
  const faultOf = ({ sessionId, participantId }: WireMark): MarkFault | null => {
    const session = sessions.get(sessionId);
    if (!session) return 'no_session';
    if (!people.has(participantId)) return 'no_participant';
    return isMarkable(session, receivedAt) ? null : 'too_early';
  };
  const refused = given.marks.flatMap((mark) => {
    const code = faultOf(mark);
    return code ? [{ markId: mark.markId, code }] : [];
  });
  const bad = new Set(refused.map(({ markId }) => markId));
  const rows = given.marks
    .filter(({ markId }) => !bad.has(markId))
    .map(
      ({ markId, sessionId, participantId, state, reason, markedAt }): Mark => ({
        markId,
        sessionId,
        participantId,
        state,
        reason: state === 'present' ? null : reason?.trim() || null,
        via,
        markedAt: new Date(markedAtByOffice({ markedAt: Date.parse(markedAt), sentAt, receivedAt })),
        markedBy,
        recordedAt: now,
      }),
    );
  const added = await insertMarks(trx, officeCode, rows);
  if (added > 0)
    await context.audit({
      action: 'attendance.marked',
      subject: { kind: 'intake', id: intakeId },
      details: { marks: added, via, by: markedBy },
    });
  return done({ kept: rows.map(({ markId }) => markId), refused });
}
