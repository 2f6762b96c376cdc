import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/**
 * A program on the phone, to be mounted at `base`: hashed files for ever, everything else asked for anew each time, so that a
 * new version is noticed. Such a program has one page and finds its way by `#`.
 *
 * @param folder where it was built, such as build/field
 * @param base `/lapangan`, `/hadir`
 */
export function makePhoneFiles(folder: string, base: string): Hono {
  const app = new Hono();
  const inFolder = (path: string) => path.slice(base.length);
  app.get(
    '/assets/*',
    serveStatic({
      root: folder,
      rewriteRequestPath: inFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get(
    '*',
    serveStatic({
      root: folder,
      rewriteRequestPath: inFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
    }),
  );
  return app;
}
