import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { isPasswordOf } from '#platform/auth/password.server.ts';
import { countAttempt, forgiveAttempts } from '#platform/auth/rate-limits.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import { updateLocked } from '../account-store.server.ts';
import { type AtTheDoor, turnedAway } from '../rules/sign-in-fault.ts';
import { limits } from './limits.ts';

/** Opens a locked session again with the password of the person who locked it, or was away too long. */
export async function unlockSession(
  services: Services,
  session: SignedIn,
  password: string,
): Promise<AtTheDoor<void>> {
  if (password === '') return turnedAway({ code: 'blank', field: 'password' });
  const counted = await countAttempt(services.db, limits.unlock, session.userId);
  if (!counted.ok)
    return turnedAway({ code: 'wait', seconds: Number(counted.refusal.details?.seconds ?? 60) });
  if (!(await isPasswordOf(services, session.userId, password))) {
    if (counted.value.left === 0) {
      await auditAccount(services, session.actor, {
        action: 'session.unlock_failed_repeatedly',
        subject: { kind: 'user', id: session.userId },
        details: { attempts: limits.unlock.attempts },
      });
    }
    return turnedAway({ code: 'wrong_password' });
  }
  await forgiveAttempts(services.db, limits.unlock, session.userId);
  await updateLocked(services.db, session.sessionId, null, services.clock());
  await auditAccount(services, session.actor, {
    action: 'session.unlocked',
    subject: { kind: 'user', id: session.userId },
  });
  return { ok: true, value: undefined };
}
