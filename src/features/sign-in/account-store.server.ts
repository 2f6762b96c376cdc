import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/tables.ts';

/** Accounts stand outside the offices: no row-level security, read before an office is known. */
type Db = Kysely<DB>;

export async function findUserByName(db: Db, nameIndex: Buffer) {
  return db
    .selectFrom('authSignInNames as n')
    .innerJoin('authUsers as u', 'u.id', 'n.userId')
    .select(['u.id', 'u.name', 'u.email', 'u.deactivatedAt'])
    .where('n.nameIndex', '=', nameIndex)
    .executeTakeFirst();
}

export async function getUser(db: Db, userId: string) {
  return db
    .selectFrom('authUsers')
    .select(['id', 'name', 'email', 'deactivatedAt', 'twoFactorEnabled', 'mustChangePassword'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

export type NewAccount = {
  userId: string;
  name: string;
  email: string;
  passwordHash: string | null;
  mustChangePassword: boolean;
  names: readonly { kind: 'email' | 'phone' | 'nip'; index: Buffer }[];
};

/** False, and nothing is kept by the caller's transaction, when a name or the e-mail already belongs to someone. */
export async function insertAccount(db: Db, account: NewAccount, now: Date): Promise<boolean> {
  const { userId, name, email, passwordHash, mustChangePassword, names } = account;
  const inserted = await db
    .insertInto('authUsers')
    .values({ id: userId, name, email, mustChangePassword, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  if (passwordHash !== null) {
    await db
      .insertInto('authAccounts')
      .values({
        id: userId,
        accountId: userId,
        providerId: 'credential',
        userId,
        password: passwordHash,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
  }
  for (const { kind, index } of names) {
    const named = await db
      .insertInto('authSignInNames')
      .values({ nameIndex: index, kind, userId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (named.numInsertedOrUpdatedRows !== 1n) return false;
  }
  return true;
}

export async function updatePassword(
  db: Db,
  userId: string,
  passwordHash: string,
  mustChange: boolean,
  now: Date,
) {
  await db
    .updateTable('authAccounts')
    .set({ password: passwordHash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  await db
    .updateTable('authUsers')
    .set({ mustChangePassword: mustChange, updatedAt: now })
    .where('id', '=', userId)
    .execute();
}

export async function updatePasswordChanged(db: Db, userId: string): Promise<void> {
  await db.updateTable('authUsers').set({ mustChangePassword: false }).where('id', '=', userId).execute();
}

export async function updateDeactivated(db: Db, userId: string, at: Date | null): Promise<void> {
  await db.updateTable('authUsers').set({ deactivatedAt: at }).where('id', '=', userId).execute();
}

export async function deleteSecondFactor(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('authTwoFactors').where('userId', '=', userId).execute();
  await db.updateTable('authUsers').set({ twoFactorEnabled: false }).where('id', '=', userId).execute();
}

/** What the house keeps of a fresh session, beside what better-auth does. */
export async function updateOpenedSession(
  db: Db,
  token: string,
  seen: { ipAddress: string; userAgent: string | null; activeOfficeCode: string; lastSeenAt: Date },
): Promise<void> {
  await db.updateTable('authSessions').set(seen).where('token', '=', token).execute();
}

export async function updateActiveOffice(db: Db, sessionId: string, officeCode: string): Promise<void> {
  await db
    .updateTable('authSessions')
    .set({ activeOfficeCode: officeCode })
    .where('id', '=', sessionId)
    .execute();
}

export async function updateLocked(
  db: Db,
  sessionId: string,
  lockedAt: Date | null,
  lastSeenAt?: Date,
): Promise<void> {
  await db
    .updateTable('authSessions')
    .set({ lockedAt, ...(lastSeenAt ? { lastSeenAt } : {}) })
    .where('id', '=', sessionId)
    .execute();
}

export async function listSessions(db: Db, userId: string) {
  return db
    .selectFrom('authSessions')
    .select(['id', 'ipAddress', 'userAgent', 'lastSeenAt', 'createdAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date()) // better-auth's own clock decides when a session ends
    .orderBy('lastSeenAt', (by) => by.desc().nullsLast())
    .execute();
}

/** How many sessions were ended. Never those of someone else. */
export async function deleteSessions(
  db: Db,
  userId: string,
  which: { only: string } | { except: string } | 'all',
): Promise<number> {
  let query = db.deleteFrom('authSessions').where('userId', '=', userId);
  if (which !== 'all')
    query = 'only' in which ? query.where('id', '=', which.only) : query.where('id', '<>', which.except);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

export type DemoSignIn = {
  officeCode: string;
  officeName: string;
  name: string;
  email: string;
  role: string;
};

/** Accounts of demo offices that the sign-in page may show; empty in an installation without a demo office. */
export async function listDemoSignIns(db: Db): Promise<DemoSignIn[]> {
  return (await sql<DemoSignIn>`select * from demo_sign_ins() order by office_code, role, name`.execute(db))
    .rows;
}
