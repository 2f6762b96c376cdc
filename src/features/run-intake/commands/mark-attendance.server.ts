import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { intakeWithinReach } from '../../plan-programme/index.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import { insertMarks, listMarks } from '../attendance-store.server.ts';
import { recordMarksInput, saveSheetInput, scanInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { marksToWrite } from '../rules/attendance-sheet.ts';
import { type MarkedVia, marksThatCount, placeOf } from '../rules/attendance-state.ts';
import { participantOfCode } from '../rules/scanned-code.ts';
import { isMarkable } from '../rules/session.ts';
import { findSession } from '../session-store.server.ts';
import { keepMarks } from './keep-marks.server.ts';

const permission = runPermissions['intake.attend'];

/** The session held for marking, with everybody who was ever offered a seat. */
async function sessionToMark(context: CommandContext, sessionId: string) {
  const { trx, officeCode, now } = context;
  const session = await findSession(trx, officeCode, sessionId, true);
  if (!session || !(await intakeWithinReach(context, session.intakeId))) return refused('not_found');
  if (session.cancelledAt !== null || !isMarkable(session, now.getTime())) return refused('wrong_state');
  return done({ session, people: await listParticipants(trx, officeCode, session.intakeId) });
}

type Said = Parameters<typeof marksToWrite>[1][number];

async function writeMarks(
  context: CommandContext,
  session: { sessionId: string; intakeId: string },
  lines: readonly Pick<Said, 'participantId' | 'state' | 'reason'>[],
  via: MarkedVia,
): Promise<void> {
  const { trx, officeCode, now, actor, newId } = context;
  if (lines.length === 0) return;
  await insertMarks(
    trx,
    officeCode,
    lines.map(({ participantId, state, reason }) => ({
      markId: newId(),
      sessionId: session.sessionId,
      participantId,
      state,
      reason,
      via,
      markedAt: now,
      markedBy: actor.name,
      recordedAt: now,
    })),
  );
  await context.audit({
    action: 'attendance.marked',
    subject: { kind: 'intake', id: session.intakeId },
    details: { sessionId: session.sessionId, marks: lines.length, via },
  });
}

/** Saves "semua hadir, kecuali …": what is new or was touched becomes marks, all at once; a second click changes nothing. */
export const saveSheet = defineCommand({
  name: 'attendance.save_sheet',
  permission,
  input: saveSheetInput,
  async run(context, { sessionId, lines }) {
    const { trx, officeCode } = context;
    const found = await sessionToMark(context, sessionId);
    if (!found.ok) return found;
    const known = new Set(found.value.people.map(({ participantId }) => participantId));
    if (!lines.every(({ participantId }) => known.has(participantId)))
      return invalid([{ path: 'lines', code: 'not_a_choice' }]);
    const counting = marksThatCount(await listMarks(trx, officeCode, [sessionId]));
    const said = lines.map(({ reason, shown, ...line }) => ({
      ...line,
      reason: reason ?? null,
      shown: shown && { state: shown.state, reason: shown.reason ?? null },
    }));
    const fresh = marksToWrite(sessionId, said, counting);
    await writeMarks(context, found.value.session, fresh, 'office');
    return done({ written: fresh.length });
  },
});

/** Marks present whoever shows this code. Answers who it was, and whether they had been marked there before. */
export const scanPresent = defineCommand({
  name: 'attendance.scan',
  permission,
  input: scanInput,
  async run(context, { sessionId, code }) {
    const { trx, officeCode } = context;
    const found = await sessionToMark(context, sessionId);
    if (!found.ok) return found;
    const { session, people } = found.value;
    const who = participantOfCode(people, code);
    if (!who) return invalid([{ path: 'code', code: 'not_a_choice' }]);
    const { participantId, enterpriseId } = who;
    const now = marksThatCount(await listMarks(trx, officeCode, [sessionId])).get(
      placeOf({ sessionId, participantId }),
    );
    const again = now?.state === 'present' || now?.state === 'late';
    if (!again) await writeMarks(context, session, [{ participantId, state: 'present', reason: null }], 'qr');
    return done({ participantId, enterpriseId, again });
  },
});

/** Marks from another system. Sent twice each is kept once. */
export const recordMarks = defineCommand({
  name: 'attendance.record',
  permission,
  input: recordMarksInput,
  async run(context, { intakeId, marks }) {
    if (!(await intakeWithinReach(context, intakeId))) return refused('not_found');
    const { actor } = context;
    return keepMarks(context, { intakeId, marks, via: 'office', markedBy: actor.name, sentAt: null });
  },
});
