import type { Context } from 'hono';
import { loadSession } from '#platform/auth/session.server.ts';
import { execute } from '#platform/command.server.ts';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { identifyDelivering } from '../commands/identify-phone.server.ts';
import { noteWiped } from '../commands/note-wiped.server.ts';
import { registerPhone } from '../commands/register-phone.server.ts';
import { wipedShape } from '../input.ts';
import type { PhoneRegistered } from '../rules/wire.ts';
import { answerPhone, refusePhone } from './answer-phone.ts';
import { tooOften } from './phone-limits.server.ts';
import { readJson } from './read-json.ts';

/** POST /phones: the one request that goes by a session, so the one that must come from our own page. */
export async function registerFromPhone(services: ApiServices, c: Context): Promise<Response> {
  if (!isOwnPage(services, c)) return refusePhone('wrong_site');
  const session = await loadSession(services, c.req.raw.headers);
  if (!session || session.locked || session.mustChangePassword) return refusePhone('not_signed_in');
  const limited = await tooOften('phones', session.userId);
  if (limited) return limited;
  const body = await readJson(c);
  const outcome = await execute(services, session.actor, registerPhone, {
    ...(typeof body === 'object' ? body : null),
    userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
  });
  if (outcome.ok)
    return answerPhone({ ...outcome.value, officeName: session.office.name } satisfies PhoneRegistered);
  const { code } = outcome.refusal;
  if (code === 'forbidden') return refusePhone('forbidden');
  return refusePhone(code === 'wrong_state' ? 'phone_revoked' : 'not_understood');
}

function isOwnPage({ env }: ApiServices, c: Context): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const own = env.GAWANGAN_URL ? new URL(env.GAWANGAN_URL).origin : new URL(c.req.url).origin;
  return origin === own;
}

/** POST /wiped: the phone says that a person's data is gone from it. */
export async function phoneWiped(services: ApiServices, c: Context): Promise<Response> {
  const phone = await identifyDelivering(services, c.req.header('authorization'));
  if (!phone) return refusePhone('unknown_token');
  const limited = await tooOften('wiped', phone.phoneId);
  if (limited) return limited;
  const body = wipedShape.safeParse(await readJson(c));
  if (!body.success) return refusePhone('not_understood');
  await noteWiped(services, phone, body.data.userId);
  return new Response(null, { status: 204 });
}
