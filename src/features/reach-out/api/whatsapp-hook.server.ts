import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { hearProvider, isListening, knowsWord } from '../commands/hear-provider.server.ts';

/** The provider posts at most 3 MB. */
const LARGEST = 3 * 1024 * 1024;

const statusOf = { taken: 200, forged: 401, unreadable: 400 } as const;

/**
 * Where WhatsApp tells what became of messages and what people answer; mounted at /kait, outside sessions and forms. The
 * signature over the raw bytes is all that lets anybody in: without it nothing is read and nothing kept. Whatever goes
 * wrong on our side is answered by 500, and the provider tells it again (for up to seven days).
 */
export function makeWhatsappHook(services: ApiServices): Hono {
  const hook = new Hono();
  if (!isListening(services)) return hook;
  // Setting it up: the provider asks once, with the word that both sides know.
  hook.get('/whatsapp', (c) => {
    const {
      'hub.mode': mode,
      'hub.verify_token': word = '',
      'hub.challenge': challenge = '',
    } = c.req.query();
    return mode === 'subscribe' && knowsWord(services, word)
      ? c.text(challenge.replace(/[^\w-]/g, '').slice(0, 200))
      : c.text('', 403);
  });
  hook.post('/whatsapp', bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('', 413) }), async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const heard = await hearProvider(services, bytes, c.req.header('x-hub-signature-256'));
    return c.text('', statusOf[heard]);
  });
  hook.onError((error, c) => {
    services.log.error({ err: error }, 'a notice could not be taken in');
    return c.text('', 500);
  });
  return hook;
}
