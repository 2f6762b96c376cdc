import type { Trx } from '#platform/db/connect.server.ts';
import type { Session } from './rules/session.ts';

const columns = [
  'sessionId',
  'intakeId',
  'startsAt',
  'endsAt',
  'place',
  'topic',
  'trainer',
  'cancelledAt',
  'revision',
] as const;

/** Sessions of an intake in the order of time, cancelled ones among them. */
export function listSessions(trx: Trx, office: string, intakeId: string): Promise<Session[]> {
  return trx
    .selectFrom('sessionsOfIntakes')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .orderBy('startsAt')
    .orderBy('sessionId')
    .execute();
}

/** Null where there is none. `lock`: held until the transaction ends. */
export async function findSession(
  trx: Trx,
  office: string,
  sessionId: string,
  lock = false,
): Promise<Session | null> {
  const query = trx
    .selectFrom('sessionsOfIntakes')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('sessionId', '=', sessionId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function insertSessions(
  trx: Trx,
  office: string,
  sessions: readonly Session[],
  by: { createdAt: Date; createdBy: string },
): Promise<void> {
  if (sessions.length === 0) return;
  await trx
    .insertInto('sessionsOfIntakes')
    .values(sessions.map((session) => ({ officeCode: office, ...session, ...by })))
    .execute();
}

export async function updateSession(
  trx: Trx,
  office: string,
  sessionId: string,
  changes: Partial<Omit<Session, 'sessionId' | 'intakeId' | 'revision'>>,
): Promise<void> {
  await trx
    .updateTable('sessionsOfIntakes')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('sessionId', '=', sessionId)
    .execute();
}
