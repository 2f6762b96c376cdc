import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/**
 * The program on the phone, to be mounted at /lapangan: hashed files for ever, everything else asked for anew each
 * time, so that a new version is noticed. Whatever is not a file is the app itself, which finds its way by `#`.
 *
 * @param folder build/field
 */
export function makeFieldFiles(folder: string): Hono {
  const app = new Hono();
  const inFolder = (path: string) => path.replace(/^\/lapangan/, '');
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
