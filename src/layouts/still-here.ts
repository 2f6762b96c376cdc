import { appContext } from '#platform/http/app-context.server.ts';
import type { Route } from './+types/still-here';

/**
 * GET /masih-di-sini: an open page says that its person is still typing, which keeps the idle lock away.
 * 204 open · 423 locked · 401 signed out.
 */
export async function loader({ context }: Route.LoaderArgs) {
  const session = await context.get(appContext).signedIn();
  return new Response(null, {
    status: session === null ? 401 : session.locked ? 423 : 204,
    headers: { 'Cache-Control': 'no-store' },
  });
}
