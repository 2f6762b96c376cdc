import { redirect } from 'react-router';
import { read } from '#platform/command.server.ts';
import { valueOrThrow } from '#platform/http/app-context.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { officeOf, ownApplications } from '../queries/own-applications.server.ts';
import { OwnApplicationsScreen } from '../screens/own-applications-screen.tsx';
import type { Route } from './+types/own-applications';
import { ownerActors } from './owner-actors.ts';

const permission = selectionPermissions['seat.answer_own'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actors } = await ownerActors(args);
  if (actors.length === 0) throw redirect('/');
  const offices = [];
  for (const actor of actors)
    offices.push(
      valueOrThrow(
        await read(services, actor, permission, async (context) => ({
          lines: await ownApplications(context),
          office: await officeOf(context),
        })),
      ),
    );
  return { lines: offices.flatMap(({ lines }) => lines), offices: offices.map(({ office }) => office) };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnApplicationsRoute({ loaderData }: Route.ComponentProps) {
  return <OwnApplicationsScreen {...loaderData} />;
}
