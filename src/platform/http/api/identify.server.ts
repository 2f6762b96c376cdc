import { type Actor, may } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import { countAttempt, type RateLimit } from '../../auth/rate-limits.server.ts';
import type { ApiServices, Operation } from './operation.server.ts';
import { problem, refusalProblem } from './problem.server.ts';

/** Who a token acts as; null for anything that is not a living token. */
export type Authenticate = (services: ApiServices, token: string) => Promise<Actor | null>;

const BEARER = /^Bearer +([\w.~+/=-]+)$/i;

/** Who asks, if they may do this and not too often; otherwise the problem. Cookies are never looked at. */
export async function identify(
  authorization: string | undefined,
  asked: {
    services: ApiServices;
    authenticate: Authenticate;
    operation: Operation;
    rateLimit: RateLimit;
    locale: Locale;
  },
): Promise<Actor | Response> {
  const { services, authenticate, operation, rateLimit, locale } = asked;
  if (!authorization)
    return problem('token_missing', locale, { 'WWW-Authenticate': 'Bearer realm="gawangan"' });
  const token = BEARER.exec(authorization)?.[1];
  const actor = token ? await authenticate(services, token) : null;
  // Unknown, revoked and expired look alike: a finder of a token learns nothing.
  if (!actor)
    return problem('token_invalid', locale, {
      'WWW-Authenticate': 'Bearer realm="gawangan", error="invalid_token"',
    });
  const counted = await countAttempt(services.db, rateLimit, actor.id);
  if (!counted.ok) return refusalProblem(counted.refusal, locale);
  if (operation.permission && !may(actor, operation.permission))
    return refusalProblem({ code: 'forbidden' }, locale);
  return actor;
}
