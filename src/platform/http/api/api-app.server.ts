import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { BlankEnv } from 'hono/types';
import type { RateLimit } from '../../auth/rate-limits.server.ts';
import { acceptedLocale } from './accepted-locale.ts';
import { answerCall } from './answer-call.server.ts';
import { apiDocument, documentOperation } from './api-document.server.ts';
import { docsPage } from './docs-page.server.ts';
import { type Authenticate, identify } from './identify.server.ts';
import type { ApiServices, Operation } from './operation.server.ts';
import { problem } from './problem.server.ts';

const MEGABYTE = 1024 * 1024;
const BODY_LIMIT = MEGABYTE;

/** Requests per token: enough for a nightly exchange; a script that runs away is stopped. */
const USUAL_LIMIT: RateLimit = { name: 'api', attempts: 600, seconds: 60 };

const nonceOf = (c: Context): string | undefined => c.get('secureHeadersNonce');
const localeOf = (c: Context) => acceptedLocale(c.req.header('accept-language'));

/**
 * The HTTP API, to be mounted at /api/v1: every operation behind a token, its OpenAPI 3.1 document and its docs page
 * without one. Whatever goes wrong is answered as problem details (RFC 9457).
 */
export function makeApiApp(options: {
  services: ApiServices;
  authenticate: Authenticate;
  operations: readonly Operation[];
  rateLimit?: RateLimit;
}): Hono {
  const { services, authenticate, operations, rateLimit = USUAL_LIMIT } = options;
  const api = new OpenAPIHono<BlankEnv>();
  const limitedTo = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => problem('body_too_large', localeOf(c)) });

  for (const operation of operations) {
    documentOperation(api.openAPIRegistry, operation);
    const limited = limitedTo(operation.file ? operation.file.megabytes * MEGABYTE : BODY_LIMIT);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    api.on(operation.method.toUpperCase(), path, async (c) => {
      const locale = localeOf(c);
      const known = await identify(c.req.header('authorization'), {
        services,
        authenticate,
        operation,
        rateLimit,
        locale,
      });
      if (known instanceof Response) return known;
      // Only then is the body read: a stranger cannot make the house take in a megabyte.
      const tooLarge = await limited(c, async () => {
        c.res = await answerCall(c, operation, { services, actor: known, locale });
      });
      return tooLarge ?? c.res;
    });
  }

  const document = apiDocument(api);
  api.get('/openapi.json', (c) => c.json(document, 200, { 'Cache-Control': 'no-cache' }));
  api.get('/docs', (c) => {
    const locale = c.req.query('bahasa') === 'en' ? 'en' : 'id';
    return c.html(docsPage(document, { locale, nonce: nonceOf(c) }));
  });

  for (const path of new Set(operations.map((operation) => operation.path))) {
    const allow = operations.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
    api.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      problem('method_not_allowed', localeOf(c), { Allow: allow.join(', ') }),
    );
  }
  // Not notFound(): that is not heard once this is mounted, and a page would answer.
  api.all('*', (c) => problem('no_such_address', localeOf(c)));
  api.onError((error, c) => {
    services.log.error({ err: error, method: c.req.method, path: c.req.path }, 'api request failed');
    return problem('internal', localeOf(c));
  });
  return api;
}
