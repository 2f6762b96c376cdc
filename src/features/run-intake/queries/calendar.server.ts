import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { systemActor } from '#kernel/actor.ts';
import { addDays } from '#kernel/calendar.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { isAreaCode } from '#kernel/statutory/area-code.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import { type QueryContext, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntakeByCode, findProgramme, type IntakeRow } from '../../plan-programme/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { runPermissions } from '../permissions.ts';
import type { Session } from '../rules/session.ts';
import { listSessions } from '../session-store.server.ts';
import { intakeHead } from './intake-head.server.ts';

/**
 * Sessions as a calendar (RFC 5545). An event keeps its id, so that a calendar read anew moves it rather than doubling it. Times
 * are written in UTC: the same moment on every phone, and 08.00 on one that is set to WIB; the library would write the server's
 * own local time under the name of any other zone.
 */
export function sessionsCalendar({
  title,
  officeName,
  sessions,
  days,
  now,
}: {
  title: string;
  officeName: string;
  sessions: readonly Session[];
  /** The intake itself: its days stand in the calendar until there are sessions with hours. */
  days: Pick<IntakeRow, 'intakeId' | 'startsOn' | 'endsOn' | 'place'>;
  now: Date;
}): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Gawangan', product: 'Jadwal', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    x: [{ key: 'X-WR-TIMEZONE', value: 'Asia/Jakarta' }],
  });
  for (const { sessionId, startsAt, endsAt, place, topic, cancelledAt, revision } of sessions)
    calendar.createEvent({
      id: `${sessionId}@gawangan`,
      sequence: revision - 1,
      stamp: now,
      start: startsAt,
      end: endsAt,
      summary: topic ? `${title}: ${topic}` : title,
      ...(place ? { location: place } : {}),
      description: officeName,
      status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  if (sessions.length === 0)
    calendar.createEvent({
      id: `${days.intakeId}@gawangan`,
      stamp: now,
      allDay: true,
      start: new Date(`${days.startsOn}T00:00:00Z`),
      // The day after the last one (RFC 5545, DTEND).
      end: new Date(`${addDays(days.endsOn, 1)}T00:00:00Z`),
      summary: title,
      ...(days.place ? { location: days.place } : {}),
      description: officeName,
    });
  return calendar.toString();
}

async function calendarOf(context: QueryContext, intake: IntakeRow): Promise<string> {
  const { trx, officeCode, now } = context;
  const programme = await findProgramme(trx, officeCode, intake.programmeId);
  return sessionsCalendar({
    title: programme ? `${programme.name}, ${intake.name}` : intake.name,
    officeName: await getOfficeName(trx, officeCode),
    sessions: await listSessions(trx, officeCode, intake.intakeId),
    days: intake,
    now,
  });
}

/** For people of the office and the partner; null where there is none within reach. */
export async function intakeCalendar(context: QueryContext, intakeId: string): Promise<string | null> {
  const found = await intakeHead(context, intakeId);
  return found && calendarOf(context, found.intake);
}

/** A calendar program asks every few hours; a whole village may stand behind one address. */
const publicLimit = { name: 'public-calendar', attempts: 300, seconds: 600 };

/** For everybody who knows the intake's public address; null where it is not public (any more). Times, places and titles only. */
export async function publicCalendar(
  services: Services,
  clientAddress: string,
  { officeCode, code }: { officeCode: string; code: string },
): Promise<Outcome<string | null>> {
  const counted = await countAttempt(services.db, publicLimit, clientAddress);
  if (!counted.ok) return counted;
  if (!isAreaCode(officeCode)) return { ok: true, value: null };
  const anybody = systemActor(officeCode, 'Kalender umum');
  return read(services, anybody, runPermissions['intake.view_run'], async (context) => {
    const intake = await findIntakeByCode(context.trx, officeCode, code);
    const isPublic = intake && !['planned', 'postponed', 'cancelled'].includes(intake.status);
    return isPublic ? calendarOf(context, intake) : null;
  });
}
