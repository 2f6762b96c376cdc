import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { receiveMarks } from '../commands/trainer-links.server.ts';
import { sendMarksShape } from '../input.ts';
import { attendanceWork } from '../queries/attendance-work.server.ts';
import type { PhoneRefusal } from '../rules/attendance-wire.ts';

const statusOf: Record<PhoneRefusal, number> = {
  unknown: 401,
  revoked: 401,
  expired: 401,
  too_many: 429,
  not_understood: 400,
};

const refuse = (code: PhoneRefusal, headers: Record<string, string> = {}) =>
  Response.json({ code }, { status: statusOf[code], headers: { 'Cache-Control': 'no-store', ...headers } });
const answer = (body: unknown) => Response.json(body, { headers: { 'Cache-Control': 'no-store' } });

/** One phone within a minute: it asks at its opening and after each sheet. Counted in this process. */
const limiter = new RateLimiterMemory({ keyPrefix: 'trainer', points: 60, duration: 60 });

async function tooOften(code: string): Promise<Response | null> {
  try {
    await limiter.consume(createHash('sha256').update(code).digest('base64'));
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return refuse('too_many', {
      'Retry-After': String(Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))),
    });
  }
}

/** The code of `Authorization: Bearer …`; empty where there is none. */
const bearer = (c: Context): string =>
  /^Bearer +(\S{1,100})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';

/**
 * What trainers' phones speak to, to be mounted at /hadir/api (rules/attendance-wire.ts). The link's code is the only key: no
 * session, no cookie, so nothing that another page could make a browser do.
 */
export function makeAttendanceApi(services: ApiServices): Hono {
  const api = new Hono();
  api.get('/work', async (c) => {
    const code = bearer(c);
    const limited = await tooOften(code);
    if (limited) return limited;
    const work = await attendanceWork(services, code);
    return work.ok ? answer(work.value) : refuse(work.refusal);
  });
  api.post(
    '/marks',
    bodyLimit({ maxSize: 512 * 1024, onError: () => refuse('not_understood') }),
    async (c) => {
      const code = bearer(c);
      const limited = await tooOften(code);
      if (limited) return limited;
      const sent = sendMarksShape.safeParse(await c.req.json().catch(() => undefined));
      if (!sent.success) return refuse('not_understood');
      const kept = await receiveMarks(services, code, sent.data);
      return kept.ok ? answer(kept.value) : refuse(kept.refusal);
    },
  );
  api.all('*', () => Response.json({ code: 'not_found' }, { status: 404 }));
  api.onError((error, c) => {
    services.log.error({ err: error, path: c.req.path }, 'a trainer’s phone could not be served');
    return Response.json({ code: 'internal' }, { status: 500 });
  });
  return api;
}
