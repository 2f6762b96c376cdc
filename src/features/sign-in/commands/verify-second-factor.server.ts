import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import type { Services } from '#platform/services.server.ts';
import { secondFactorInput } from '../input.ts';
import { type AtTheDoor, turnedAway } from '../rules/sign-in-fault.ts';
import { limits } from './limits.ts';
import { cookiesOnly, declined, noteOpenedSession, type Visitor } from './open-session.server.ts';

const wrong = new Set(['INVALID_CODE', 'INVALID_BACKUP_CODE']);

/** `kh7m2 qpx9d`, `KH7M2-QPX9D` → `kh7m2-qpx9d`, as recovery codes are kept. */
function recoveryCode(typed: string): string {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${bare.slice(0, 5)}-${bare.slice(5)}`;
}

/**
 * The second half of signing in: six digits of the authenticator app, or a recovery code off the printed sheet
 * (each serves once). better-auth allows 5 tries per sign-in and 10 per account before a pause of 15 minutes.
 */
export async function verifySecondFactor(
  services: Services,
  visitor: Visitor,
  raw: unknown,
): Promise<AtTheDoor<{ setCookies: string[] }>> {
  const input = secondFactorInput.safeParse(raw);
  if (!input.success) return turnedAway({ code: 'blank', field: 'code' });
  const counted = await countAttempt(services.db, limits.secondFactor, visitor.address);
  if (!counted.ok)
    return turnedAway({ code: 'wait', seconds: Number(counted.refusal.details?.seconds ?? 60) });

  // A session left open in this browser must not take the place of the half-finished sign-in.
  const headers = cookiesOnly(visitor, 'gawangan.two_factor');
  const digits = input.data.code.replace(/\s/g, '');
  const byApp = /^\d{6}$/.test(digits);
  const answer = await declined(
    byApp
      ? services.auth.api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true })
      : services.auth.api.verifyBackupCode({
          body: { code: recoveryCode(input.data.code) },
          headers,
          returnHeaders: true,
        }),
  );
  if ('declinedAs' in answer) {
    if (wrong.has(answer.declinedAs)) return turnedAway({ code: 'wrong_code' });
    if (answer.declinedAs === 'ACCOUNT_TEMPORARILY_LOCKED')
      return turnedAway({ code: 'wait', seconds: 15 * 60 });
    return turnedAway({ code: 'start_again' });
  }
  const { response } = answer.value;
  const token = response.token ?? '';
  await noteOpenedSession(services, visitor, {
    userId: response.user.id,
    token,
    by: byApp ? 'totp' : 'recovery_code',
  });
  return { ok: true, value: { setCookies: answer.value.headers.getSetCookie() } };
}
