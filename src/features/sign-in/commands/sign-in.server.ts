import { systemActor } from '#kernel/actor.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import { countAttempt, forgiveAttempts, returnAttempt } from '#platform/auth/rate-limits.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findUserByName } from '../account-store.server.ts';
import { signInInput } from '../input.ts';
import { type AtTheDoor, turnedAway } from '../rules/sign-in-fault.ts';
import { readSignInName, signInNameKey } from '../rules/sign-in-name.ts';
import { limits } from './limits.ts';
import { declined, noteOpenedSession, type Visitor } from './open-session.server.ts';

export type SignInStep = { next: 'signed_in' | 'second_factor'; setCookies: string[] };

/** Belongs to nobody: whoever is unknown is checked against it, so that the answer takes as long. */
const NOBODY = 'nobody@gawangan.invalid';

/**
 * Staff sign in by e-mail, phone or NIP and password. Unknown name, wrong password, deactivated account and no role
 * today give one and the same answer.
 */
export async function signIn(
  services: Services,
  visitor: Visitor,
  raw: unknown,
): Promise<AtTheDoor<SignInStep>> {
  const input = signInInput.safeParse(raw);
  if (!input.success)
    return turnedAway({ code: 'blank', field: String(input.error.issues[0]?.path[0] ?? 'name') });
  const name = readSignInName(input.data.name);
  const index = services.vault.blindIndex(
    'sign_in_name',
    name ? signInNameKey(name) : `other:${input.data.name}`,
  );
  const nameKey = index.toString('hex');

  const byAddress = await countAttempt(services.db, limits.signInByAddress, visitor.address);
  const byName = byAddress.ok ? await countAttempt(services.db, limits.signInByName, nameKey) : byAddress;
  if (!byName.ok) return turnedAway({ code: 'wait', seconds: Number(byName.refusal.details?.seconds ?? 60) });

  const user = await findUserByName(services.db, index);
  const officeCodes = user ? (await membershipsToday(services, user.id)).map((one) => one.officeCode) : [];
  const mayEnter = user && !user.deactivatedAt && officeCodes.length > 0;
  const answer = await declined(
    services.auth.api.signInEmail({
      body: { email: mayEnter ? user.email : NOBODY, password: input.data.password },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
  if (!user || !mayEnter || 'declinedAs' in answer) {
    if (user && byName.value.left === 0) await auditFailures(services, user.id, [...new Set(officeCodes)]);
    return turnedAway({ code: 'wrong_name_or_password' });
  }

  await forgiveAttempts(services.db, limits.signInByName, nameKey);
  await returnAttempt(services.db, limits.signInByAddress, visitor.address);
  const { headers, response } = answer.value;
  const setCookies = headers.getSetCookie();
  // better-auth's types do not tell that the second factor may stand between.
  if ('twoFactorRedirect' in response) return { ok: true, value: { next: 'second_factor', setCookies } };
  await noteOpenedSession(services, visitor, { userId: user.id, token: response.token, by: 'password' });
  return { ok: true, value: { next: 'signed_in', setCookies } };
}

async function auditFailures(
  services: Services,
  userId: string,
  officeCodes: readonly string[],
): Promise<void> {
  for (const officeCode of officeCodes) {
    await auditAccount(services, systemActor(officeCode, 'Pintu masuk'), {
      action: 'sign_in.failed_repeatedly',
      subject: { kind: 'user', id: userId },
      details: { attempts: limits.signInByName.attempts },
    });
  }
}
