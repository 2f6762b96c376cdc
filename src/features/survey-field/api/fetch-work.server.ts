import type { Context } from 'hono';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { bearerToken } from '../commands/identify-phone.server.ts';
import { pullWork } from '../commands/pull-work.server.ts';
import { parseForms } from '../rules/work-cursor.ts';
import { answerPhone, refusePhone } from './answer-phone.ts';
import { tooOften } from './phone-limits.server.ts';

/** GET /work?since=…&forms=…: what is new on a person's list. */
export async function fetchWork(services: ApiServices, c: Context): Promise<Response> {
  const given = bearerToken(c.req.header('authorization'));
  if (!given) return refusePhone('unknown_token');
  const limited = await tooOften('work', given.token);
  if (limited) return limited;
  const pulled = await pullWork(services, given, {
    cursor: c.req.query('since'),
    forms: parseForms(c.req.query('forms')),
  });
  return pulled.ok ? answerPhone(pulled.work) : refusePhone(pulled.code);
}
