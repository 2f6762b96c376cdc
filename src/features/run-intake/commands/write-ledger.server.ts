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
import { type NewSupport, recordSupport, type SupportOutcome } from '../../record-support/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { listCertificates } from '../certificate-store.server.ts';
import { closeLedgerInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import { attendedShare, outcomeOf } from '../rules/certificate.ts';
import { listSessions } from '../session-store.server.ts';

type Ended = { enterpriseId: string; outcome: SupportOutcome };

/** Writes into the ledger of support how an intake ended for these; what stands there already is passed over. */
export async function recordEnded(
  context: CommandContext,
  { intake, programme }: { intake: IntakeRow; programme: ProgrammeRow },
  ended: readonly Ended[],
): Promise<number> {
  const { trx, officeCode } = context;
  const partnerId = intake.partnerId ?? programme.partnerId;
  const partner = partnerId
    ? (await listPartnerChoices(trx)).find((one) => one.partnerId === partnerId)?.name
    : undefined;
  const provider = partner ?? (await getOfficeName(trx, officeCode));
  return recordSupport(
    context,
    ended.map(
      ({ enterpriseId, outcome }): NewSupport => ({
        enterpriseId,
        kind: programme.kind,
        topic: programme.topic,
        title: `${programme.name}, ${intake.name}`,
        provider,
        startedOn: intake.startsOn,
        endedOn: intake.endsOn,
        outcome,
        value: outcome === 'absent' || intake.costPerSeat === 0 ? null : intake.costPerSeat,
        sourceKind: 'intake',
        sourceId: intake.intakeId,
      }),
    ),
  );
}

/**
 * "Catat ke riwayat pembinaan": for everybody who had a seat to the end or left it, how it ended: saw it through, left halfway,
 * never came. Done twice it writes nothing twice. Refused: `wrong_state` before the last day, or as long as nobody's attendance
 * is marked.
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
    const sessions = await listSessions(trx, officeCode, intakeId);
    const marks = await listMarks(
      trx,
      officeCode,
      sessions.map(({ sessionId }) => sessionId),
    );
    if (!isOver || intake.status === 'cancelled' || marks.length === 0) return refused('wrong_state');
    const counting = marksThatCount(marks);
    const certified = new Set(
      (await listCertificates(trx, officeCode, intakeId))
        .filter(({ revokedAt }) => revokedAt === null)
        .map(({ participantId }) => participantId),
    );
    const ended = (await listParticipants(trx, officeCode, intakeId)).flatMap((row): Ended[] => {
      const share = attendedShare(row.participantId, sessions, counting);
      if (row.status === 'left')
        return share.there > 0 ? [{ enterpriseId: row.enterpriseId, outcome: 'left' }] : [];
      if (row.status !== 'confirmed' && share.there === 0) return [];
      return [
        {
          enterpriseId: row.enterpriseId,
          outcome: outcomeOf(share, percent, certified.has(row.participantId)),
        },
      ];
    });
    const written = await recordEnded(context, { intake, programme }, ended);
    await context.audit({
      action: 'intake.ledger_written',
      subject: { kind: 'intake', id: intakeId },
      details: { people: ended.length, written },
    });
    return done({ people: ended.length, written });
  },
});
