import { systemActor } from '#kernel/actor.ts';
import { done, type Outcome } from '#kernel/refusal.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { linkOfCode } from '../commands/trainer-links.server.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import type { AttendanceWork, PhoneRefusal } from '../rules/attendance-wire.ts';
import { officeOfLinkCode } from '../rules/trainer-link.ts';
import { listSessions } from '../session-store.server.ts';
import { peopleOfIntake } from './people-of-intake.server.ts';

/** All that the bearer of a link's code may see: its intake's sessions, names of those who have a seat, and what was marked. */
export function attendanceWork(
  services: Services,
  code: string,
): Promise<Outcome<AttendanceWork, PhoneRefusal>> {
  const officeCode = officeOfLinkCode(code);
  if (!officeCode) return Promise.resolve({ ok: false, refusal: 'unknown' });
  return inOneTransaction(services, systemActor(officeCode, 'HP pelatih'), async (context) => {
    const { trx } = context;
    const found = await linkOfCode(context, code);
    if (!found.ok) return found;
    const { intakeId, trainer, validTo } = found.value;
    const intake = await findIntake(trx, officeCode, intakeId);
    const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
    const sessions = (await listSessions(trx, officeCode, intakeId)).filter(
      (one) => one.cancelledAt === null,
    );
    const people = (await peopleOfIntake(trx, officeCode, intakeId)).filter(({ isSeated }) => isSeated);
    const marks = await listMarks(
      trx,
      officeCode,
      sessions.map(({ sessionId }) => sessionId),
    );
    return done({
      officeName: await getOfficeName(trx, officeCode),
      programme: programme?.name ?? '',
      intake: intake?.name ?? '',
      trainer,
      validTo,
      sessions: sessions.map(({ sessionId, startsAt, endsAt, place, topic }) => ({
        sessionId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        place,
        topic,
      })),
      people: people.map(({ participantId, name, enterprise }) => ({ participantId, name, enterprise })),
      marks: [...marksThatCount(marks).values()].map(
        ({ markId, sessionId, participantId, state, reason, markedAt }) => ({
          markId,
          sessionId,
          participantId,
          state,
          reason,
          markedAt: markedAt.toISOString(),
        }),
      ),
    });
  });
}
