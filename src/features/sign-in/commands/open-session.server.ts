import { APIError } from 'better-auth/api';
import type { Actor } from '#kernel/actor.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import { getUser, updateOpenedSession } from '../account-store.server.ts';

/** The other end of the line: where from, with which browser, with which cookies. */
export type Visitor = { address: string; userAgent: string | null; cookie: string | null };

export function visitorOf(request: Request, clientAddress: string): Visitor {
  return {
    address: clientAddress,
    userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? null,
    cookie: request.headers.get('cookie'),
  };
}

/** Only the named cookies (with or without the `__Secure-` prefix), for calls that must not see the others. */
export function cookiesOnly(visitor: Visitor, ...names: string[]): Headers {
  const kept = (visitor.cookie ?? '')
    .split(/;\s*/)
    .filter((pair) => names.includes(pair.split('=')[0]?.replace('__Secure-', '') ?? ''));
  return new Headers(kept.length > 0 ? { cookie: kept.join('; ') } : {});
}

/** What better-auth declines, by its code; anything else is a bug and throws. */
export async function declined<Value>(
  call: Promise<Value>,
): Promise<{ value: Value } | { declinedAs: string }> {
  try {
    return { value: await call };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { declinedAs: String(error.body?.code ?? error.status) };
  }
}

/** A person as an actor in the first office where they have a role today; null when they have none. */
export async function personActor(services: Services, userId: string): Promise<Actor | null> {
  const memberships = await membershipsToday(services, userId);
  const officeCode = memberships[0]?.officeCode;
  if (!officeCode) return null;
  const { name } = await getUser(services.db, userId);
  const grants = memberships.filter((one) => one.officeCode === officeCode).map((one) => one.grant);
  return { kind: 'person', id: userId, name, officeCode, grants };
}

/**
 * What follows when better-auth has opened a session: the house notes device, address, time and office, and writes
 * the audit line.
 */
export async function noteOpenedSession(
  services: Services,
  visitor: Visitor,
  opened: { userId: string; token: string; by: 'password' | 'totp' | 'recovery_code' | 'owner_code' },
): Promise<void> {
  const actor = await personActor(services, opened.userId);
  if (!actor) return;
  await updateOpenedSession(services.db, opened.token, {
    ipAddress: visitor.address,
    userAgent: visitor.userAgent,
    activeOfficeCode: actor.officeCode,
    lastSeenAt: services.clock(),
  });
  await auditAccount(services, actor, {
    action: 'session.opened',
    subject: { kind: 'user', id: opened.userId },
    details: { by: opened.by },
  });
}

/** better-auth replaces the session when password or second factor change: the new one goes on where the old was. */
export async function keepSession(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  token: string,
): Promise<void> {
  await updateOpenedSession(services.db, token, {
    ipAddress: visitor.address,
    userAgent: visitor.userAgent,
    activeOfficeCode: session.office.officeCode,
    lastSeenAt: services.clock(),
  });
}
