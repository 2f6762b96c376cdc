import { auditAccount } from '#platform/auth/audit-account.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Visitor } from './open-session.server.ts';

/** Ends the session of this browser. Without one there is nothing to do. The value are the cookies to take back. */
export async function signOut(
  services: Services,
  visitor: Visitor,
  session: SignedIn | null,
): Promise<string[]> {
  const headers = new Headers(visitor.cookie ? { cookie: visitor.cookie } : {});
  const answer = await services.auth.api.signOut({ headers, returnHeaders: true });
  if (session) {
    await auditAccount(services, session.actor, {
      action: 'session.closed',
      subject: { kind: 'user', id: session.userId },
    });
  }
  return answer.headers.getSetCookie();
}
