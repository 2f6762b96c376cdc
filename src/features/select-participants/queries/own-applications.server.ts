import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { standingsOf } from '../../judge-eligibility/index.server.ts';
import { findIntake, findProgramme, type IntakeRow } from '../../plan-programme/index.server.ts';
import { canonicalIds, getOfficeName, ownEnterprises } from '../../register-enterprise/index.server.ts';
import {
  type ApplicationRow,
  listApplications,
  listApplicationsOf,
} from '../../take-applications/index.server.ts';
import { listAppealsOf } from '../appeal-store.server.ts';
import { lineStillMoves } from '../commands/line-of.server.ts';
import { holdsSeat, listParticipants, type ParticipantRow } from '../participant-store.server.ts';
import type { OwnApplication, OwnLine, OwnState } from '../rules/own-view.ts';
import { findResult, listResults } from '../selection-store.server.ts';
import { selectionOf } from './official-run.server.ts';

/** All applications of the person's enterprises in this office, the newest first. */
export async function ownApplications(context: QueryContext): Promise<OwnLine[]> {
  const { trx, officeCode } = context;
  const own = await ownEnterprises(context);
  const applications = await listApplicationsOf(
    trx,
    officeCode,
    own.map(({ enterpriseId }) => enterpriseId),
  );
  const lines: OwnLine[] = [];
  // One that was joined to an earlier one is answered as that one.
  for (const application of applications.filter(({ status }) => status !== 'joined')) {
    const found = await lineOf(context, application);
    if (found) lines.push(found.line);
  }
  return lines;
}

/** One of them with its reason and what is lacking; null where it is not the person's own. */
export async function ownApplication(
  context: QueryContext,
  applicationId: string,
  locale: Locale,
): Promise<OwnApplication | null> {
  const { trx, officeCode } = context;
  const own = await ownEnterprises(context);
  const all = await listApplicationsOf(
    trx,
    officeCode,
    own.map(({ enterpriseId }) => enterpriseId),
  );
  const application = all.find((one) => one.applicationId === applicationId);
  const found = application && (await lineOf(context, application));
  if (!found) return null;
  const { line, intake, decided, enterpriseId } = found;
  const { standings } = await standingsOf(context, intake.programmeId, [enterpriseId], locale);
  const standing = standings.get(enterpriseId);
  const appeals = await listAppealsOf(trx, officeCode, [applicationId]);
  const seated = line.state.kind === 'seat' && holdsSeat(line.state);
  const isOver = intake.status === 'finished' || intake.status === 'cancelled';
  const received = application.status === 'received';
  return {
    ...line,
    receivedAt: application.receivedAt,
    reason: (await findResult(trx, officeCode, applicationId))?.reason ?? null,
    lacking: standing?.lacking ?? [],
    unknown: standing?.unknown ?? [],
    appeals: appeals.toReversed(),
    mayWithdraw: received && !seated && (intake.status === 'open' || intake.status === 'closed'),
    mayAsk: received && decided && !seated && !isOver && appeals.every(({ status }) => status !== 'open'),
  };
}

async function lineOf(
  context: QueryContext,
  application: ApplicationRow,
): Promise<{ line: OwnLine; intake: IntakeRow; decided: boolean; enterpriseId: string } | null> {
  const { trx, officeCode } = context;
  const intake = await findIntake(trx, officeCode, application.intakeId);
  if (!intake) return null;
  const programme = await findProgramme(trx, officeCode, intake.programmeId);
  const selection = await selectionOf(trx, officeCode, intake.intakeId);
  const participants = await listParticipants(trx, officeCode, intake.intakeId);
  const standsFor = await canonicalIds(trx, officeCode, [
    application.enterpriseId,
    ...participants.map(({ enterpriseId }) => enterpriseId),
  ]);
  const enterpriseId = standsFor.get(application.enterpriseId) ?? application.enterpriseId;
  const own = participants.findLast((one) => standsFor.get(one.enterpriseId) === enterpriseId);
  const named = (await ownEnterprises(context)).find((one) => one.enterpriseId === enterpriseId);
  const moves = lineStillMoves(context, { intake, selection, participants });
  const line: OwnLine = {
    officeCode,
    officeName: await getOfficeName(trx, officeCode),
    applicationId: application.applicationId,
    enterprise: named?.name ?? '',
    programme: programme?.name ?? '',
    intake: intake.name,
    intakeStatus: intake.status,
    startsOn: intake.startsOn,
    endsOn: intake.endsOn,
    place: intake.place,
    state: await stateOf(context, application, { own, participants, moves }),
  };
  return { line, intake, decided: selection?.status === 'decided', enterpriseId };
}

async function stateOf(
  { trx, officeCode, now }: QueryContext,
  { applicationId, intakeId, status }: ApplicationRow,
  {
    own,
    participants,
    moves,
  }: { own: ParticipantRow | undefined; participants: readonly ParticipantRow[]; moves: boolean },
): Promise<OwnState> {
  const result = await findResult(trx, officeCode, applicationId);
  if (own) {
    const ranOut = own.status === 'offered' && own.answerBy !== null && own.answerBy < now;
    const { participantId, answerBy } = own;
    return { kind: 'seat', participantId, status: ranOut ? 'silent' : own.status, answerBy };
  }
  if (status === 'withdrawn') return { kind: 'withdrawn' };
  const applications = await listApplications(trx, officeCode, intakeId);
  if (!result) {
    const received = applications.filter((one) => one.status === 'received');
    const at = received.findIndex((one) => one.applicationId === applicationId);
    return { kind: 'received', number: at + 1, of: received.length };
  }
  if (result.waitingPlace === null) return { kind: 'not_chosen' };
  const gone = new Set([
    ...participants.map(({ enterpriseId }) => enterpriseId),
    ...applications.filter((one) => one.status === 'withdrawn').map(({ enterpriseId }) => enterpriseId),
  ]);
  const before = (await listResults(trx, officeCode, result.runId)).filter(
    (one) =>
      one.intakeId === intakeId &&
      one.waitingPlace !== null &&
      one.waitingPlace < result.waitingPlace! &&
      !gone.has(one.enterpriseId),
  );
  return { kind: 'waiting', place: before.length + 1, moves };
}

/** The office by its full name. */
export const officeOf = async ({
  trx,
  officeCode,
}: QueryContext): Promise<{ officeCode: string; name: string }> => ({
  officeCode,
  name: await getOfficeName(trx, officeCode),
});
