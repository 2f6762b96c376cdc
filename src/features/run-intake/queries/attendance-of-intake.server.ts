import type { QueryContext } from '#platform/command.server.ts';
import { type IntakeRow, intakeWithinReach } from '../../plan-programme/index.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { type Mark, marksThatCount } from '../rules/attendance-state.ts';
import type { Session } from '../rules/session.ts';
import { listSessions } from '../session-store.server.ts';
import { type Person, peopleOfIntake } from './people-of-intake.server.ts';

export type AttendanceOfIntake = {
  intake: IntakeRow;
  sessions: Session[];
  people: Person[];
  /** Of each participant and session the mark that counts. */
  counting: Mark[];
};

/** Who was at which session; null where there is no such intake, or a partner asks for one that is not its own. */
export async function attendanceOfIntake(
  context: QueryContext,
  intakeId: string,
): Promise<AttendanceOfIntake | null> {
  const { trx, officeCode } = context;
  const intake = await intakeWithinReach(context, intakeId);
  if (!intake) return null;
  const sessions = await listSessions(trx, officeCode, intakeId);
  const marks = await listMarks(
    trx,
    officeCode,
    sessions.map(({ sessionId }) => sessionId),
  );
  return {
    intake,
    sessions,
    people: await peopleOfIntake(trx, officeCode, intakeId),
    counting: [...marksThatCount(marks).values()],
  };
}
