import type { Actor } from '#kernel/actor.ts';
import { withOffice } from '../db/connect.server.ts';
import type { Services } from '../services.server.ts';
import { membershipsToday, type OfficeSummary } from './memberships-today.server.ts';

/** A person signed in, as far as they have come. */
export type SignedIn = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  mustChangePassword: boolean;
  /** Idle for too long, or locked by hand: only unlocking and signing out are open. */
  locked: boolean;
  /** Codes of the offices in which the person has a role today. */
  officeCodes: string[];
  office: OfficeSummary;
  actor: Actor;
};

/** How long between two writes of "last seen": often enough for the idle lock, seldom enough to cost nothing. */
const SEEN_EVERY_MS = 30_000;

/**
 * Who is signed in with this request's cookie, with all their roles of today in the active office. Null when
 * nobody is, when the account was deactivated, or when no role is left.
 */
export async function loadSession(services: Services, headers: Headers): Promise<SignedIn | null> {
  if (!headers.get('cookie')?.includes('gawangan.session_token')) return null;
  const found = await services.auth.api.getSession({ headers });
  if (!found || found.user.deactivatedAt) return null;
  const { user, session } = found;
  const now = services.clock();
  const memberships = await membershipsToday(services, user.id, session.activeOfficeCode);
  const officeCodes = [...new Set(memberships.map((one) => one.officeCode))];
  const officeCode = officeCodes.find((code) => code === session.activeOfficeCode) ?? officeCodes[0];
  if (!officeCode) return null;
  const here = memberships.filter((one) => one.officeCode === officeCode);
  const office = here[0]?.office ?? (await findOffice(services, officeCode));
  const grants = here.map((one) => one.grant);
  const lastSeen = session.lastSeenAt ?? session.createdAt;
  const idle = now.getTime() - new Date(lastSeen).getTime() > office.idleLockMinutes * 60_000;
  // Owners use their own phone and have no password to unlock with; the lock is for the office's laptops.
  const staff = grants.some((grant) => grant.role !== 'owner');
  const locked = staff && (session.lockedAt !== null && session.lockedAt !== undefined ? true : idle);
  if (!locked && now.getTime() - new Date(lastSeen).getTime() > SEEN_EVERY_MS) {
    await services.db
      .updateTable('authSessions')
      .set({ lastSeenAt: now })
      .where('id', '=', session.id)
      .execute();
  }
  return {
    sessionId: session.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    twoFactorEnabled: user.twoFactorEnabled ?? false,
    mustChangePassword: user.mustChangePassword ?? false,
    locked,
    officeCodes,
    office,
    actor: { kind: 'person', id: user.id, name: user.name, officeCode, grants },
  };
}

/** For a person whose session has no active office, or one in which their role has ended. */
function findOffice(services: Services, officeCode: string): Promise<OfficeSummary> {
  return withOffice(services.db, officeCode, (trx) =>
    trx
      .selectFrom('offices')
      .select(['officeCode', 'name', 'shortName', 'isDemo', 'idleLockMinutes'])
      .where('officeCode', '=', officeCode)
      .executeTakeFirstOrThrow(),
  );
}
