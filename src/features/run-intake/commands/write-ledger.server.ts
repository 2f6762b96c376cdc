import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import {
  findIntake,
  findProgramme,
  type IntakeRow,
  listPartnerChoices,
  type ProgrammeRow,
} from '../../plan-programme/index.server.ts';
import { recordIntake } from '../../record-support/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { listCases } from '../case-store.server.ts';
import { listCertificates } from '../certificate-store.server.ts';
import { closeLedgerInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import { type Ended, howItEnded } from '../rules/how-it-ended.ts';
import { listSessions } from '../session-store.server.ts';

/** Sessions of an intake and, of each participant and session, the mark that counts. */
export async function attendanceNow({ trx, officeCode }: CommandContext, intakeId: string) {
  const sessions = await listSessions(trx, officeCode, intakeId);
  const ids = sessions.map(({ sessionId }) => sessionId);
  return { sessions, counting: marksThatCount(await listMarks(trx, officeCode, ids)) };
}

/**
 * Writes into the ledger of support how an intake ended for these, and brings up to date what stands there and says otherwise.
 * The caller holds the intake, so that of two who write one sees what the other wrote.
 */
export async function recordEnded(
  context: CommandContext,
  { intake, programme }: { intake: IntakeRow; programme: ProgrammeRow },
  ended: readonly Ended[],
): Promise<{ written: number; updated: number }> {
  const { trx, officeCode } = context;
  const partnerId = intake.partnerId ?? programme.partnerId;
  const partner = partnerId
    ? (await listPartnerChoices(trx)).find((one) => one.partnerId === partnerId)?.name
    : undefined;
  const provider = partner ?? (await getOfficeName(trx, officeCode));
  return recordIntake(
    context,
    intake.intakeId,
    ended.map(({ enterpriseId, outcome, absence }) => ({
      enterpriseId,
      kind: programme.kind,
      topic: programme.topic,
      title: `${programme.name}, ${intake.name}`,
      provider,
      startedOn: intake.startsOn,
      endedOn: intake.endsOn,
      outcome,
      absence,
      value: outcome === 'absent' || intake.costPerSeat === 0 ? null : intake.costPerSeat,
    })),
  );
}

/**
 * "Catat ke riwayat pembinaan": for everybody who had a seat to the end or left it, how it ended (saw it through, left halfway,
 * never came), what was missed and why. Done again after more marks or certificates it brings the lines up to date; without
 * news it changes nothing. Refused: `wrong_state` before the last day, or as long as nobody's attendance is marked.
 */
export const closeIntakeLedger = defineCommand({
  name: 'intake.write_ledger',
  permission: runPermissions['intake.run'],
  input: closeLedgerInput,
  async run(context, { intakeId, percent }) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId, true);
    const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
    if (!intake || !programme) return refused('not_found');
    const isOver = intake.status === 'finished' || intake.endsOn <= plainDateInWib(now.getTime());
    const attendance = await attendanceNow(context, intakeId);
    if (!isOver || intake.status === 'cancelled' || attendance.counting.size === 0)
      return refused('wrong_state');
    const certificates = await listCertificates(trx, officeCode, intakeId);
    const cases = await listCases(trx, officeCode, { intakeId });
    const proven = new Set([
      ...certificates.filter(({ revokedAt }) => revokedAt === null).map((one) => one.participantId),
      ...cases.flatMap((one) => (one.status === 'done' && one.participantId ? [one.participantId] : [])),
    ]);
    const seats = await listParticipants(trx, officeCode, intakeId);
    const ended = howItEnded(seats, { ...attendance, percent, proven });
    const counts = { people: ended.length, ...(await recordEnded(context, { intake, programme }, ended)) };
    await context.audit({
      action: 'intake.ledger_written',
      subject: { kind: 'intake', id: intakeId },
      details: counts,
    });
    return done(counts);
  },
});
