import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { sql } from 'kysely';
import { RouterContextProvider } from 'react-router';
import { loadSession } from '../auth/session.server.ts';
import type { Services } from '../services.server.ts';
import { appContext } from './app-context.server.ts';
import { measureRequests, metricsPage } from './metrics.server.ts';
import { makePhoneFiles } from './phone-files.server.ts';
import { security } from './security.server.ts';

const MEGABYTE = 1024 * 1024;
/** A list of 100 MB, and the form around it. */
const UPLOAD_LIMIT = 101 * MEGABYTE;
/** A kept file of 10 MB, and the form around it. */
const FORM_LIMIT = 11 * MEGABYTE;

const HAS_ITS_OWN_LIMIT = /^\/(api\/v1|lapangan\/api|hadir\/api)\//;
const TAKES_LONG_FILES =
  /^\/(daftar\/|pendataan\/terima-berkas|pembinaan\/angkatan\/[^/]+\/kelengkapan(\.data)?$)/;
const IS_FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

type PageHandler = (request: Request, context: RouterContextProvider) => Promise<Response>;

/** The whole HTTP surface: operations, static files, the API, and every page. */
export function makeHttpApp(options: {
  services: Services;
  clientFolder: string;
  /** The program on phones; absent where it was not built. */
  fieldFolder?: string;
  pages: PageHandler;
  api: Hono;
  /** What phones in the field speak to; it keeps its own limits. */
  fieldApi?: Hono;
  /** The small program on trainers' phones; absent where it was not built. */
  attendanceFolder?: string;
  /** What trainers' phones speak to; it keeps its own limits. */
  attendanceApi?: Hono;
  /** Where providers of messages tell what became of them: no session, no form, a signature instead. */
  hooks?: Hono;
}): Hono {
  const { services, clientFolder, fieldFolder, pages, api, fieldApi, hooks } = options;
  const { attendanceFolder, attendanceApi } = options;
  const https = services.env.GAWANGAN_URL?.startsWith('https:') ?? false;
  const app = new Hono();

  app.use(measureRequests);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const database = await sql`select 1`.execute(services.db).then(
      () => true,
      () => false,
    );
    return c.json({ status: database ? 'ready' : 'starting', database }, database ? 200 : 503);
  });
  app.get('/metrics', metricsPage);

  app.use(security({ https }));
  app.use(compress());
  app.use(
    '/assets/*',
    serveStatic({
      root: clientFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('/favicon.svg', serveStatic({ root: clientFolder }));

  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => c.text('Berkas terlalu besar / file too large', 413) });
  // Without its length a body would be gathered in memory to be measured.
  app.use(async (c, next) =>
    c.req.header('transfer-encoding')
      ? c.text('Panjang isi permintaan tidak disebutkan / length required', 411)
      : next(),
  );
  const [upload, form] = [limit(UPLOAD_LIMIT), limit(FORM_LIMIT)];
  app.use('*', async (c, next) => {
    if (HAS_ITS_OWN_LIMIT.test(c.req.path)) return next();
    return (TAKES_LONG_FILES.test(c.req.path) ? upload : form)(c, next);
  });

  app.route('/api/v1', api);
  if (fieldApi) app.route('/lapangan/api', fieldApi);
  if (hooks) app.route('/kait', hooks);
  if (fieldFolder) {
    app.get('/lapangan', (c) => c.redirect('/lapangan/'));
    app.route('/lapangan', makePhoneFiles(fieldFolder, '/lapangan'));
  }
  if (attendanceApi) app.route('/hadir/api', attendanceApi);
  if (attendanceFolder) {
    app.get('/hadir', (c) => c.redirect('/hadir/'));
    app.route('/hadir', makePhoneFiles(attendanceFolder, '/hadir'));
  }
  // Pages change things by forms only; a form must come from our own pages.
  const address = services.env.GAWANGAN_URL ? new URL(services.env.GAWANGAN_URL).origin : null;
  app.use(address ? csrf({ origin: address }) : csrf());
  app.use(async (c, next) =>
    c.req.method === 'POST' && !IS_FORM.test(c.req.header('content-type') ?? '')
      ? c.text('Kirimkan sebagai formulir / send a form', 415)
      : next(),
  );
  app.all('*', (c) => pages(asTyped(c.req.raw, address), pageContext(c, services)));
  app.onError((error, c) => {
    // A refusal of the house's own gates (a form from elsewhere, a body too large), not a fault.
    if (error instanceof HTTPException) return error.getResponse();
    services.log.error({ err: error, path: c.req.path }, 'request failed');
    return c.text(
      'Ada gangguan di pihak kami. Coba lagi sebentar / something went wrong, please try again',
      500,
    );
  });
  return app;
}

/** The request under the address that people typed: behind a proxy the server itself sees another one. */
function asTyped(request: Request, address: string | null): Request {
  const url = new URL(request.url);
  if (!address || url.origin === address) return request;
  return new Request(new URL(url.pathname + url.search, address), request);
}

/** The other end of the connection; behind a trusted proxy, whom the proxy names. */
function clientAddress(c: Context, trustProxy: boolean): string {
  const named = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return named || getConnInfo(c).remote.address || 'unknown';
}

function pageContext(c: Context, services: Services): RouterContextProvider {
  const context = new RouterContextProvider();
  let session: ReturnType<typeof loadSession> | undefined;
  context.set(appContext, {
    services,
    nonce: c.get('secureHeadersNonce') ?? '',
    locale: getCookie(c, 'bahasa') === 'en' ? 'en' : 'id',
    clientAddress: clientAddress(c, services.env.GAWANGAN_TRUST_PROXY),
    signedIn: () => {
      session ??= loadSession(services, c.req.raw.headers);
      return session;
    },
  });
  return context;
}
