import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { listCases } from '../case-store.server.ts';
import { type Mark, marksThatCount, placeOf, wasThere } from '../rules/attendance-state.ts';
import { caseProgress } from '../rules/case.ts';
import { kindsForTopic } from '../rules/case-templates.ts';
import { dayOf, daysToFill, isMarkable, type Session, timeInWib, usualHours } from '../rules/session.ts';
import type { SessionLine, SessionsView } from '../rules/session-view.ts';
import { linkState } from '../rules/trainer-link.ts';
import { listSessions } from '../session-store.server.ts';
import { listTrainerLinks } from '../trainer-link-store.server.ts';
import { intakeHead } from './intake-head.server.ts';
import { peopleOfIntake } from './people-of-intake.server.ts';

/** A session with how many of the people seated were there. */
export function sessionLine(
  session: Session,
  seated: readonly { participantId: string }[],
  counting: ReadonlyMap<string, Pick<Mark, 'state'>>,
  now: Date,
): SessionLine {
  const { sessionId, startsAt, endsAt, place, topic, trainer, cancelledAt, revision } = session;
  const states = seated.map(
    ({ participantId }) => counting.get(placeOf({ sessionId, participantId }))?.state ?? null,
  );
  const count = (wanted: (state: Mark['state']) => boolean) =>
    states.filter((state) => state !== null && wanted(state)).length;
  return {
    sessionId,
    day: dayOf(session),
    from: timeInWib(startsAt),
    to: timeInWib(endsAt),
    place,
    topic,
    trainer,
    isCancelled: cancelledAt !== null,
    revision,
    isMarkable: cancelledAt === null && isMarkable({ startsAt }, now.getTime()),
    there: count(wasThere),
    excused: count((state) => state === 'excused'),
    absent: count((state) => state === 'absent'),
    unmarked: states.filter((state) => state === null).length,
  };
}

/** Schedule of an intake with who came, phones of its trainers, and its cases. */
export async function sessionsPage(context: QueryContext, intakeId: string): Promise<SessionsView | null> {
  const { trx, officeCode, now } = context;
  const found = await intakeHead(context, intakeId);
  if (!found) return null;
  const { head, intake, programme } = found;
  const today = plainDateInWib(now.getTime());
  const sessions = await listSessions(trx, officeCode, intakeId);
  const seated = (await peopleOfIntake(trx, officeCode, intakeId)).filter(({ isSeated }) => isSeated);
  const counting = marksThatCount(
    await listMarks(
      trx,
      officeCode,
      sessions.map(({ sessionId }) => sessionId),
    ),
  );
  const empty = daysToFill(intake, sessions);
  const cases = await listCases(trx, officeCode, { intakeId });
  const open = cases.filter(({ status }) => status === 'open');
  const hasCases = head.isStaff && (programme?.kind === 'facilitation' || cases.length > 0);
  return {
    ...head,
    sessions: sessions.map((session) => sessionLine(session, seated, counting, now)),
    seated: seated.length,
    emptyDays: empty.length,
    next: {
      sessionId: newId(),
      day: empty[0] ?? intake.endsOn,
      from: usualHours.from,
      to: usualHours.to,
      place: intake.place ?? '',
    },
    links: (await listTrainerLinks(trx, officeCode, intakeId)).map((link) => ({
      linkId: link.linkId,
      trainer: link.trainer,
      validTo: link.validTo,
      state: linkState(link, today),
      madeAt: link.madeAt,
    })),
    linkId: newId(),
    cases: hasCases
      ? {
          open: open.length,
          late: open.filter(({ steps }) => caseProgress(steps, today).late > 0).length,
          done: cases.filter(({ status }) => status === 'done').length,
          kinds: kindsForTopic(programme?.topic ?? 'other'),
          topic: programme?.topic ?? 'other',
        }
      : null,
  };
}
