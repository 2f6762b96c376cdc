import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { type ApplicationRow, findApplication } from '../../take-applications/index.server.ts';
import { type AppealRow, findAppeal, listAppeals } from '../appeal-store.server.ts';
import { lineStillMoves } from '../commands/line-of.server.ts';
import { holdsSeat, listParticipants } from '../participant-store.server.ts';
import type { AppealLine, AppealView, CounterAppealView } from '../rules/appeal-view.ts';
import { withoutPersonal } from '../rules/personal-tags.ts';
import type { ResultReason } from '../rules/result-reason.ts';
import { workingDaysLeft } from '../rules/working-days.ts';
import { findResult } from '../selection-store.server.ts';
import { selectionOf } from './official-run.server.ts';
import { peopleOf } from './people-of.server.ts';

/** As many as are looked back on. */
const ANSWERED = 50;

/** Questions that wait, the one due first at the top, and those answered last. */
export async function appealsPage(
  context: QueryContext,
): Promise<{ open: AppealLine[]; closed: AppealLine[] } | null> {
  if (!isOfWholeOffice(context)) return null;
  const { open, closed } = await listAppeals(context.trx, context.officeCode, { answered: ANSWERED });
  return { open: await linesOf(context, open), closed: await linesOf(context, closed) };
}

/** One question with all that is needed to answer it; null where there is none. */
export async function appealPage(context: QueryContext, appealId: string): Promise<AppealView | null> {
  const { trx, officeCode } = context;
  const appeal =
    isId(appealId) && isOfWholeOffice(context) ? await findAppeal(trx, officeCode, appealId) : null;
  const [line] = appeal ? await linesOf(context, [appeal]) : [];
  const intake = line && (await findIntake(trx, officeCode, line.intakeId));
  if (!line || !intake) return null;
  const selection = await selectionOf(trx, officeCode, intake.intakeId);
  const participants = await listParticipants(trx, officeCode, intake.intakeId);
  const held = participants.filter(holdsSeat);
  const named = await peopleOf(
    trx,
    officeCode,
    held.map(({ enterpriseId }) => enterpriseId),
  );
  return {
    ...line,
    reason: await reasonOf(context, line.applicationId),
    freeSeats: Math.max(0, intake.seats - held.length),
    lineMoves: lineStillMoves(context, { intake, selection, participants }),
    held: held
      .map(({ participantId, enterpriseId }) => ({ participantId, name: named(enterpriseId).name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

/** For writing a question down at the counter: first the reason, to be read out. Null where there is no such application. */
export async function counterAppeal(
  context: QueryContext,
  applicationId: string,
): Promise<CounterAppealView | null> {
  const { trx, officeCode } = context;
  const application =
    isId(applicationId) && isOfWholeOffice(context)
      ? await findApplication(trx, officeCode, applicationId)
      : null;
  if (!application) return null;
  const place = await placeOf(context, application);
  const named = await peopleOf(trx, officeCode, [application.enterpriseId]);
  return {
    ...place,
    applicationId,
    name: named(application.enterpriseId).name,
    reason: await reasonOf(context, applicationId),
  };
}

/** What the official run said of this application, without what is nobody's to tell; null before it. */
export async function reasonOf(
  { trx, officeCode }: Pick<QueryContext, 'trx' | 'officeCode'>,
  applicationId: string,
): Promise<ResultReason | null> {
  const result = await findResult(trx, officeCode, applicationId);
  return result && withoutPersonal(result.reason);
}

async function placeOf({ trx, officeCode }: QueryContext, { intakeId }: ApplicationRow) {
  const intake = await findIntake(trx, officeCode, intakeId);
  const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
  return { intakeId, intake: intake?.name ?? '', programme: programme?.name ?? '' };
}

async function linesOf(context: QueryContext, appeals: readonly AppealRow[]): Promise<AppealLine[]> {
  const { trx, officeCode, now } = context;
  const applications = new Map<string, ApplicationRow>();
  for (const { applicationId } of appeals) {
    const found = await findApplication(trx, officeCode, applicationId);
    if (found) applications.set(applicationId, found);
  }
  const named = await peopleOf(
    trx,
    officeCode,
    [...applications.values()].map(({ enterpriseId }) => enterpriseId),
  );
  const lines: AppealLine[] = [];
  for (const appeal of appeals) {
    const application = applications.get(appeal.applicationId);
    if (!application) continue;
    const { enterpriseId, name, village } = named(application.enterpriseId);
    lines.push({
      ...appeal,
      ...(await placeOf(context, application)),
      enterpriseId,
      name,
      village,
      left: workingDaysLeft(appeal.dueAt, now),
    });
  }
  return lines;
}
