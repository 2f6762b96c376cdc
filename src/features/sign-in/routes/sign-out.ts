import { redirect } from 'react-router';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { appContext } from '#platform/http/app-context.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import { signOut } from '../commands/sign-out.server.ts';
import type { Route } from './+types/sign-out';

/**
 * POST /keluar: ends the session. The next person at this laptop finds nothing of the last: no path to return to, and
 * no page in the browser's cache. Local storage stays, since field forms not yet sent lie there.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const { services, clientAddress, signedIn } = context.get(appContext);
  const setCookies = await signOut(services, visitorOf(request, clientAddress), await signedIn());
  throw redirectWithCookies('/masuk', setCookies, { 'Clear-Site-Data': '"cache"' });
}

export const loader = () => redirect('/');
