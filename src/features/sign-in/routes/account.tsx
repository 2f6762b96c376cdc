import { roleName } from '#kernel/role-name.ts';
import { execute } from '#platform/command.server.ts';
import { requireSignedIn, valueOrThrow } from '#platform/http/app-context.server.ts';
import { revokeOtherSessions, revokeSession } from '../commands/own-sessions.server.ts';
import { ownOffices, ownSessions } from '../queries/own-account.server.ts';
import { isMadeUpEmail } from '../rules/staff-identity.ts';
import { AccountScreen } from '../screens/account-screen.tsx';
import type { Route } from './+types/account';

export async function loader(args: Route.LoaderArgs) {
  const { services, session, actor, locale } = await requireSignedIn(args);
  return {
    name: session.name,
    email: isMadeUpEmail(session.email) ? null : session.email,
    roles: [...new Set(actor.grants.map((grant) => roleName(grant.role, locale)))],
    officeName: session.office.name,
    twoFactorEnabled: session.twoFactorEnabled,
    sessions: await ownSessions(services, session),
    offices: await ownOffices(services, session),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, session, actor } = await requireSignedIn(args);
  const form = await args.request.formData();
  if (form.get('intent') === 'end_others') {
    valueOrThrow(await execute(services, actor, revokeOtherSessions, { sessionId: session.sessionId }));
  } else {
    valueOrThrow(await execute(services, actor, revokeSession, { sessionId: form.get('sessionId') }));
  }
  return { ended: true };
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  return <AccountScreen {...loaderData} ended={actionData?.ended} />;
}
