import type { Outcome } from '#kernel/refusal.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { isPasswordOf } from '#platform/auth/password.server.ts';
import { countAttempt, forgiveAttempts } from '#platform/auth/rate-limits.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import { updatePasswordChanged } from '../account-store.server.ts';
import { changePasswordInput } from '../input.ts';
import { decidePassword, ownWords } from '../rules/decide-password.ts';
import type { ChangeFault } from '../rules/sign-in-fault.ts';
import { isDemoEmail } from '../rules/staff-identity.ts';
import { limits } from './limits.ts';
import { keepSession, type Visitor } from './open-session.server.ts';

const fault = (refusal: ChangeFault) => ({ ok: false, refusal }) as const;

/**
 * A person sets a new password with the old one; all their other sessions end. The passwords of demo accounts stand
 * on the sign-in page and stay as they are.
 */
export async function changePassword(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  raw: unknown,
): Promise<Outcome<{ setCookies: string[] }, ChangeFault>> {
  const input = changePasswordInput.safeParse(raw);
  if (!input.success)
    return fault({ code: 'blank', field: String(input.error.issues[0]?.path[0] ?? 'current') });
  const { current, fresh, repeated } = input.data;
  if (session.office.isDemo && isDemoEmail(session.email)) return fault({ code: 'demo_account' });
  const decided = decidePassword(fresh, { before: current, ownWords: ownWords(session.name, session.email) });
  if (!decided.ok) return fault({ code: decided.refusal });
  if (fresh !== repeated) return fault({ code: 'not_repeated' });
  const counted = await countAttempt(services.db, limits.password, session.userId);
  if (!counted.ok) return fault({ code: 'wait', seconds: Number(counted.refusal.details?.seconds ?? 60) });
  if (!(await isPasswordOf(services, session.userId, current))) return fault({ code: 'wrong_password' });
  await forgiveAttempts(services.db, limits.password, session.userId);

  const answer = await services.auth.api.changePassword({
    body: { currentPassword: current, newPassword: fresh, revokeOtherSessions: true },
    headers: new Headers({ cookie: visitor.cookie ?? '' }),
    returnHeaders: true,
  });
  await updatePasswordChanged(services.db, session.userId);
  await keepSession(services, visitor, session, answer.response.token ?? '');
  await auditAccount(services, session.actor, {
    action: 'password.changed',
    subject: { kind: 'user', id: session.userId },
  });
  return { ok: true, value: { setCookies: answer.headers.getSetCookie() } };
}
