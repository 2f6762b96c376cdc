import { redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { requireSignedIn } from '#platform/http/app-context.server.ts';
import { permissions } from '../permissions.ts';
import { ownRecords } from '../queries/own-account.server.ts';
import { OwnRecordsScreen } from '../screens/own-records-screen.tsx';
import type { Route } from './+types/own-records';

export async function loader(args: Route.LoaderArgs) {
  const { services, session, actor } = await requireSignedIn(args);
  if (!may(actor, permissions['owner.see_own'])) throw redirect('/');
  return { records: await ownRecords(services, session) };
}

export default function OwnRecords({ loaderData }: Route.ComponentProps) {
  return <OwnRecordsScreen {...loaderData} />;
}
