import type { Outcome } from '#kernel/refusal.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { isPasswordOf } from '#platform/auth/password.server.ts';
import { countAttempt, forgiveAttempts } from '#platform/auth/rate-limits.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { SecondFactorFault } from '../rules/sign-in-fault.ts';
import { limits } from './limits.ts';
import { declined, type Visitor } from './open-session.server.ts';

type Answer<Value> = Outcome<Value, SecondFactorFault>;

const fault = (refusal: SecondFactorFault) => ({ ok: false, refusal }) as const;
const headersOf = (visitor: Visitor) => new Headers(visitor.cookie ? { cookie: visitor.cookie } : {});

/** Changes of the second factor need the password once more, so that an unattended screen is not enough. */
async function proven(services: Services, session: SignedIn, password: string): Promise<Answer<void>> {
  if (password === '') return fault({ code: 'blank', field: 'password' });
  const counted = await countAttempt(services.db, limits.password, session.userId);
  if (!counted.ok) return fault({ code: 'wait', seconds: Number(counted.refusal.details?.seconds ?? 60) });
  if (!(await isPasswordOf(services, session.userId, password))) return fault({ code: 'wrong_password' });
  await forgiveAttempts(services.db, limits.password, session.userId);
  return { ok: true, value: undefined };
}

const note = (services: Services, session: SignedIn, action: string) =>
  auditAccount(services, session.actor, { action, subject: { kind: 'user', id: session.userId } });

/** Makes a secret for the authenticator app. Nothing is asked at sign-in until the first code has been confirmed. */
export async function beginSecondFactor(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  password: string,
): Promise<Answer<{ totpUri: string }>> {
  if (session.twoFactorEnabled) return fault({ code: 'already_on' });
  const proof = await proven(services, session, password);
  if (!proof.ok) return proof;
  const answer = await services.auth.api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers: headersOf(visitor),
  });
  if (answer.method !== 'totp') throw new Error('better-auth answered with another method');
  return { ok: true, value: { totpUri: answer.totpURI } };
}

/** The first code off the app turns the second factor on; the value are the recovery codes to be printed. */
export async function confirmSecondFactor(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  code: string,
): Promise<Answer<{ recoveryCodes: string[]; setCookies: string[] }>> {
  const digits = code.replace(/\s/g, '');
  if (digits === '') return fault({ code: 'blank', field: 'code' });
  if (session.twoFactorEnabled) return fault({ code: 'already_on' });
  const counted = await countAttempt(services.db, limits.password, session.userId);
  if (!counted.ok) return fault({ code: 'wait', seconds: Number(counted.refusal.details?.seconds ?? 60) });
  const answer = await declined(
    services.auth.api.verifyTOTP({
      body: { code: digits },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
  if ('declinedAs' in answer)
    return fault({ code: answer.declinedAs === 'INVALID_CODE' ? 'wrong_code' : 'start_again' });
  await forgiveAttempts(services.db, limits.password, session.userId);
  const setCookies = answer.value.headers.getSetCookie();
  await note(services, session, 'second_factor.turned_on');
  const { backupCodes } = await services.auth.api.viewBackupCodes({ body: { userId: session.userId } });
  return { ok: true, value: { recoveryCodes: backupCodes, setCookies } };
}

/** New recovery codes; those printed before are worth nothing from now on. */
export async function renewRecoveryCodes(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  password: string,
): Promise<Answer<{ recoveryCodes: string[] }>> {
  if (!session.twoFactorEnabled) return fault({ code: 'not_on' });
  const proof = await proven(services, session, password);
  if (!proof.ok) return proof;
  const answer = await services.auth.api.generateBackupCodes({
    body: { password },
    headers: headersOf(visitor),
  });
  await note(services, session, 'second_factor.recovery_codes_renewed');
  return { ok: true, value: { recoveryCodes: answer.backupCodes } };
}

/** Whether the office's rules make this person keep a second factor: data officers, outside a demo office. */
export function mustKeepSecondFactor(session: SignedIn): boolean {
  return !session.office.isDemo && session.actor.grants.some((grant) => grant.role === 'data_officer');
}

/** Turns the second factor off. A data officer sets up a new one at once: no page opens without it. */
export async function endSecondFactor(
  services: Services,
  visitor: Visitor,
  session: SignedIn,
  password: string,
): Promise<Answer<{ setCookies: string[] }>> {
  if (!session.twoFactorEnabled) return fault({ code: 'not_on' });
  const proof = await proven(services, session, password);
  if (!proof.ok) return proof;
  const answer = await services.auth.api.disableTwoFactor({
    body: { password },
    headers: headersOf(visitor),
    returnHeaders: true,
  });
  await note(services, session, 'second_factor.turned_off');
  return { ok: true, value: { setCookies: answer.headers.getSetCookie() } };
}
