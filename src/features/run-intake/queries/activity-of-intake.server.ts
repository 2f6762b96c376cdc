import { isOfWholeOffice } from '#kernel/actor.ts';
import type { PlainDate } from '#kernel/calendar.ts';
import type { Signatory } from '#papers/paper.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { cityOn, letterheadOn, type SignatoryDuty, signatoriesOn } from '../../run-office/index.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { findPaperSettings } from '../paper-store.server.ts';
import { type Activity, activityDays, type Dress, thereByDay } from '../rules/activity.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import { firstSettings, type PaperSettings, settingsOver } from '../rules/paper-settings.ts';
import { nobodyYet } from '../rules/paper-words.ts';
import type { Session } from '../rules/session.ts';
import { listSessions } from '../session-store.server.ts';
import { intakeHead } from './intake-head.server.ts';
import { peopleOfIntake } from './people-of-intake.server.ts';

export type ActivityOfIntake = {
  head: NonNullable<Awaited<ReturnType<typeof intakeHead>>>['head'];
  activity: Activity;
  sessions: Session[];
  settings: PaperSettings;
  /** Of the settings; 0: nothing is kept yet. */
  revision: number;
};

/** All that the papers of an intake tell, of people from all over the office; null where there is none within reach. */
export async function activityOfIntake(
  context: QueryContext,
  intakeId: string,
): Promise<ActivityOfIntake | null> {
  const { trx, officeCode } = context;
  const found = isOfWholeOffice(context) ? await intakeHead(context, intakeId) : null;
  if (!found) return null;
  const { head, intake } = found;
  const sessions = await listSessions(trx, officeCode, intakeId);
  const days = activityDays(intake, sessions);
  const people = (await peopleOfIntake(trx, officeCode, intakeId))
    .filter(({ isSeated }) => isSeated)
    .map(({ participantId, name, enterprise, village }) => ({ participantId, name, enterprise, village }));
  const marks = await listMarks(
    trx,
    officeCode,
    sessions.map(({ sessionId }) => sessionId),
  );
  const kept = await findPaperSettings(trx, officeCode, intakeId);
  return {
    head,
    sessions,
    activity: {
      programme: head.programme,
      intake: intake.name,
      startsOn: intake.startsOn,
      endsOn: intake.endsOn,
      place: intake.place,
      days,
      people,
      there: thereByDay(days, people, marksThatCount(marks)),
    },
    settings: settingsOver(firstSettings(intake, head.programme), kept?.settings),
    revision: kept?.revision ?? 0,
  };
}

/** Whose duty stands in for one that nobody has. */
const standsFor: Record<'head' | 'organiser' | 'treasurer', { duties: SignatoryDuty[]; position: string }> = {
  head: { duties: ['head'], position: 'Kepala Dinas' },
  organiser: {
    duties: ['organiser', 'technical_officer', 'commitment_officer'],
    position: 'Pejabat Pelaksana Teknis Kegiatan',
  },
  treasurer: { duties: ['treasurer'], position: 'Bendahara Pengeluaran' },
};

/** Letterhead, place and names of a paper of that day. Who is chosen in the settings signs while they sign at all. */
export async function dressOf(
  { trx, officeCode }: { trx: Trx; officeCode: string },
  settings: Pick<PaperSettings, 'headId' | 'organiserId' | 'treasurerId'>,
  day: PlainDate,
): Promise<Dress> {
  const signatories = await signatoriesOn(trx, officeCode, day);
  const who = (as: keyof typeof standsFor, chosen: string | null): Signatory => {
    const { duties, position } = standsFor[as];
    const found =
      signatories.find((one) => one.signatoryId === chosen) ??
      duties.flatMap((duty) => signatories.filter((one) => one.duty === duty))[0];
    return found ?? nobodyYet(position);
  };
  return {
    letterhead: await letterheadOn(trx, officeCode, day),
    city: await cityOn(trx, officeCode, day),
    day,
    head: who('head', settings.headId),
    organiser: who('organiser', settings.organiserId),
    treasurer: who('treasurer', settings.treasurerId),
  };
}
