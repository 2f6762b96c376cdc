import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { troubleOf } from '../commands/storage-trouble.server.ts';
import { refusePhone } from './answer-phone.ts';
import { deliver } from './deliver.server.ts';
import { fetchWork } from './fetch-work.server.ts';
import { phoneWiped, registerFromPhone } from './phones.server.ts';
import { heldPhoto, putPhoto } from './photo-pieces.server.ts';

const KILOBYTE = 1024;

/** HTTP for phones, to be mounted at /lapangan/api. What phone and office say to each other stands in rules/wire.ts. */
export function makeFieldApi(services: ApiServices): Hono {
  const api = new Hono();
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: () => refusePhone('too_large') });
  const served = (serve: (services: ApiServices, c: Context) => Promise<Response>) => (c: Context) =>
    serve(services, c);
  api.post('/phones', limit(16 * KILOBYTE), served(registerFromPhone));
  api.get('/work', served(fetchWork));
  // Two megabytes of envelopes, and the JSON around them.
  api.post('/deliveries', limit(2_200 * KILOBYTE), served(deliver));
  // Serves HEAD as well.
  api.get('/photos/:photoId', served(heldPhoto));
  api.put('/photos/:photoId', limit(1_024 * KILOBYTE), served(putPhoto));
  api.post('/wiped', limit(16 * KILOBYTE), served(phoneWiped));
  api.all('*', () => refusePhone('not_found'));
  api.onError((error, c) => {
    const trouble = troubleOf(error);
    if (trouble !== 'busy')
      services.log.error(
        { err: error, method: c.req.method, path: c.req.path },
        'a phone could not be served',
      );
    if (trouble) return refusePhone(trouble, { 'Retry-After': '5' });
    return Response.json({ code: 'internal' }, { status: 500 });
  });
  return api;
}
