import { redirect } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { appContext, safeReturnPath } from '#platform/http/app-context.server.ts';
import { lockSession } from '../commands/own-sessions.server.ts';
import type { Route } from './+types/lock';

/** POST /kunci: locks this session and shows the lock; `lanjut` is where to go on afterwards. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services, signedIn } = context.get(appContext);
  const returnTo = safeReturnPath(String((await request.formData()).get('lanjut') ?? '/'));
  const session = await signedIn();
  if (!session) throw redirect('/masuk');
  await execute(services, session.actor, lockSession, { sessionId: session.sessionId });
  throw redirect(`/terkunci?lanjut=${encodeURIComponent(returnTo)}`);
}

export const loader = () => redirect('/');
