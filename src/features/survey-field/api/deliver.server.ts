import type { Context } from 'hono';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { identifyDelivering } from '../commands/identify-phone.server.ts';
import { receiveEnvelopes } from '../commands/receive-envelopes.server.ts';
import { deliverShape } from '../input.ts';
import { wipeOrder } from '../queries/wipe-order.server.ts';
import type { Delivered } from '../rules/wire.ts';
import { answerPhone, refusePhone } from './answer-phone.ts';
import { tooOften } from './phone-limits.server.ts';
import { readJson } from './read-json.ts';

/** POST /deliveries: envelopes of a phone, a revoked one's too. */
export async function deliver(services: ApiServices, c: Context): Promise<Response> {
  const phone = await identifyDelivering(services, c.req.header('authorization'));
  if (!phone) return refusePhone('unknown_token');
  const limited = await tooOften('deliveries', phone.phoneId);
  if (limited) return limited;
  const body = deliverShape.safeParse(await readJson(c));
  if (!body.success) return refusePhone('not_understood');
  const { envelopes, unsent, appVersion } = body.data;
  const receipts = await receiveEnvelopes(
    services,
    phone.officeCode,
    { phoneId: phone.phoneId, via: 'sync', appVersion, ...(unsent === undefined ? {} : { unsent }) },
    envelopes,
  );
  // Only a phone that said that nothing more waits is told to forget.
  const isEmpty = unsent !== undefined && unsent - envelopes.length <= 0;
  return answerPhone({
    receipts,
    serverTime: services.clock().toISOString(),
    ...(isEmpty ? await wipeOrder(services, phone) : {}),
  } satisfies Delivered);
}
