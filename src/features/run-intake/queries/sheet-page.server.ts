import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listMarks } from '../attendance-store.server.ts';
import { countAttendance, marksThatCount, placeOf } from '../rules/attendance-state.ts';
import type { SheetView } from '../rules/session-view.ts';
import { listSessions } from '../session-store.server.ts';
import { intakeHead } from './intake-head.server.ts';
import { peopleOfIntake } from './people-of-intake.server.ts';
import { sessionLine } from './sessions-page.server.ts';

/** Who was at one session, with every mark that was ever made; null where there is none within reach. */
export async function sheetPage(
  context: QueryContext,
  { intakeId, sessionId }: { intakeId: string; sessionId: string },
): Promise<SheetView | null> {
  const { trx, officeCode, now } = context;
  const found = isId(sessionId) ? await intakeHead(context, intakeId) : null;
  if (!found) return null;
  const sessions = await listSessions(trx, officeCode, intakeId);
  const session = sessions.find((one) => one.sessionId === sessionId);
  if (!session) return null;
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const at = held.findIndex((one) => one.sessionId === sessionId);
  const marks = await listMarks(
    trx,
    officeCode,
    sessions.map((one) => one.sessionId),
  );
  const counting = marksThatCount(marks);
  const people = await peopleOfIntake(trx, officeCode, intakeId);
  const here = Map.groupBy(
    marks.filter((mark) => mark.sessionId === sessionId),
    ({ participantId }) => participantId,
  );
  return {
    ...found.head,
    session: sessionLine(
      session,
      people.filter(({ isSeated }) => isSeated),
      counting,
      now,
    ),
    before: at > 0 ? (held[at - 1]?.sessionId ?? null) : null,
    after: at < 0 ? null : (held[at + 1]?.sessionId ?? null),
    rows: people
      .filter(({ participantId, isSeated }) => isSeated || here.has(participantId))
      .map(({ participantId, name, enterprise, village, isSeated }) => {
        const mark = counting.get(placeOf({ sessionId, participantId }));
        return {
          participantId,
          name,
          enterprise,
          village,
          isSeated,
          now: mark ? { state: mark.state, reason: mark.reason } : null,
          history: (here.get(participantId) ?? [])
            .toReversed()
            .map(({ sessionId: _session, participantId: _participant, ...line }) => line),
          count: countAttendance(
            held.map(
              (one) => counting.get(placeOf({ sessionId: one.sessionId, participantId }))?.state ?? null,
            ),
          ),
        };
      }),
  };
}
