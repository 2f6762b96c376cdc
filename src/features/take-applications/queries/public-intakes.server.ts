import { systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { done, type Outcome } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import { inOneTransaction, type QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { standingsOf } from '../../judge-eligibility/index.server.ts';
import {
  findIntakeByCode,
  findProgramme,
  type IntakeRow,
  listIntakes,
  listPartnerChoices,
  listStages,
} from '../../plan-programme/index.server.ts';
import { findOfficeName } from '../../register-enterprise/index.server.ts';
import { applicationWindow } from '../rules/application-window.ts';
import type { PublicIntake, PublicIntakePage, PublicOffice } from '../rules/public-view.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'now'>;

/** For so long what is over is still shown, so that who comes late reads that it has closed. */
const SHOWN_AFTER_DAYS = 60;

const OFFICE_CODE = /^\d{2}\.\d{2}$/;

/** In the name of the office's public door; null where no office has this code. */
async function atOffice<Value>(
  services: Services,
  officeCode: string,
  work: (context: Context & { officeName: string }) => Promise<Value>,
): Promise<Value | null> {
  if (!OFFICE_CODE.test(officeCode)) return null;
  return inOneTransaction(services, systemActor(officeCode, 'Halaman umum'), async (context) => {
    const officeName = await findOfficeName(context.trx, officeCode);
    return officeName === null ? null : work({ ...context, officeName });
  });
}

/** What is planned only is nobody's yet. */
const isPublic = ({ status }: IntakeRow) => status !== 'planned';

/** Intakes of an office that take applications or soon will, and those that closed lately; null: no such office. */
export function publicIntakes(services: Services, officeCode: string): Promise<PublicOffice | null> {
  return atOffice(services, officeCode, async (context) => {
    const since = addDays(plainDateInWib(context.now.getTime()), -SHOWN_AFTER_DAYS);
    const shown = (await listIntakes(context.trx, officeCode)).filter(
      (one) => isPublic(one) && one.endsOn >= since && one.status !== 'cancelled',
    );
    const views: PublicIntake[] = [];
    for (const intake of shown) views.push(await publicIntakeView(context, intake));
    const isWaited = ({ window }: PublicIntake) => window.state === 'open' || window.state === 'not_yet';
    return {
      officeCode,
      officeName: context.officeName,
      open: views.filter(isWaited).toSorted((a, b) => closing(a) - closing(b)),
      closed: views.filter((one) => !isWaited(one)),
    };
  });
}

/** What closes first stands first. */
const closing = ({ window }: PublicIntake) =>
  window.state === 'open' ? (window.closesAt ?? Number.MAX_SAFE_INTEGER - 1) : Number.MAX_SAFE_INTEGER;

/** One intake with its conditions as they are in force today; null: none with this address. */
export function publicIntake(
  services: Services,
  officeCode: string,
  code: string,
  locale: Locale,
): Promise<PublicIntakePage | null> {
  return atOffice(services, officeCode, async (context) => {
    const intake = await findIntakeByCode(context.trx, officeCode, code);
    if (!intake || !isPublic(intake)) return null;
    const { conditions } = await standingsOf(context, intake.programmeId, [], locale);
    return { intake: await publicIntakeView(context, intake), conditions: conditions ?? [] };
  });
}

/** Drawing one takes the processor a sixth of a second; a whole village may stand behind one address. */
const posterLimit = { name: 'poster', attempts: 30, seconds: 600 };

/** What stands on the poster of an intake; null: none with this address. Refused: `rate_limited`. */
export async function posterFacts(
  services: Services,
  clientAddress: string,
  { officeCode, code }: { officeCode: string; code: string },
): Promise<Outcome<PublicIntakePage | null>> {
  const counted = await countAttempt(services.db, posterLimit, clientAddress);
  return counted.ok ? done(await publicIntake(services, officeCode, code, 'id')) : counted;
}

/** An intake as anybody may see it. */
export async function publicIntakeView(
  { trx, officeCode, now }: Context,
  intake: IntakeRow,
): Promise<PublicIntake> {
  const programme = await findProgramme(trx, officeCode, intake.programmeId);
  const stages = await listStages(trx, officeCode, intake.programmeId);
  const partnerId = intake.partnerId ?? programme?.partnerId;
  const partners = partnerId ? await listPartnerChoices(trx) : [];
  return {
    officeCode,
    officeName: (await findOfficeName(trx, officeCode)) ?? '',
    code: intake.code,
    programme: programme?.name ?? '',
    summary: programme?.summary ?? null,
    name: intake.name,
    stage: stages.length > 1 ? (stages.find(({ stage }) => stage === intake.stage)?.name ?? null) : null,
    partner: partners.find((one) => one.partnerId === partnerId)?.name ?? null,
    place: intake.place,
    startsOn: intake.startsOn,
    endsOn: intake.endsOn,
    seats: intake.seats,
    window: applicationWindow(intake, now.getTime()),
  };
}
