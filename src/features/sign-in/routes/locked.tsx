import { data, redirect } from 'react-router';
import { appContext, safeReturnPath } from '#platform/http/app-context.server.ts';
import { unlockSession } from '../commands/unlock-session.server.ts';
import { LockedScreen } from '../screens/locked-screen.tsx';
import type { Route } from './+types/locked';

export const handle = { script: false };

export async function loader({ context, url }: Route.LoaderArgs) {
  const session = await context.get(appContext).signedIn();
  const returnTo = safeReturnPath(url.searchParams.get('lanjut'));
  if (!session) throw redirect('/masuk');
  if (!session.locked) throw redirect(returnTo);
  return { name: session.name, returnTo };
}

/** Answers with a redirect when the password is right; the lock that lies over a page looks for just that. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services, signedIn } = context.get(appContext);
  const form = await request.formData();
  const session = await signedIn();
  if (!session) throw redirect('/masuk');
  const answer = await unlockSession(services, session, String(form.get('password') ?? ''));
  if (answer.ok) throw redirect(safeReturnPath(String(form.get('lanjut') ?? '/')));
  return data({ fault: answer.refusal }, { status: answer.refusal.code === 'wait' ? 429 : 422 });
}

export default function Locked({ loaderData, actionData }: Route.ComponentProps) {
  return <LockedScreen {...loaderData} fault={actionData?.fault} />;
}
