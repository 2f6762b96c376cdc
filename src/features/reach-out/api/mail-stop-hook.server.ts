import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { stopMails } from '../commands/stop-mails.server.ts';
import { stopPaths } from '../rules/mail-text.ts';

/**
 * Where mail programs post that their user wants no more mails (List-Unsubscribe-Post, RFC 8058); mounted at /kait, outside
 * sessions and forms: they come from nowhere, and the code is all that lets them in. Whoever opens the address is led to the
 * page, since a mere look must not change anything.
 */
export function makeMailStopHook(services: ApiServices): Hono {
  const hook = new Hono();
  hook.get('/berhenti/:code', (c) =>
    c.redirect(stopPaths(encodeURIComponent(c.req.param('code'))).page, 303),
  );
  hook.post(
    '/berhenti/:code',
    bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.text('', 413) }),
    async (c) => c.text('', (await stopMails(services, c.req.param('code'))) ? 200 : 404),
  );
  hook.onError((error, c) => {
    services.log.error({ err: error }, 'a wish for no more mails could not be written down');
    return c.text('', 500);
  });
  return hook;
}
