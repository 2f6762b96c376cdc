import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { importPermissions } from '../permissions.ts';
import { importList } from '../queries/import-list.server.ts';
import { ImportListScreen } from '../screens/import-list-screen.tsx';
import type { Route } from './+types/import-list';

export async function loader(args: Route.LoaderArgs) {
  const view = importPermissions['list.view'];
  const { services, actor } = await requirePermission(args, view);
  return {
    lists: valueOrThrow(await read(services, actor, view, importList)),
    mayBringIn: may(actor, importPermissions['list.bring_in']),
  };
}

export default function ImportListPage({ loaderData }: Route.ComponentProps) {
  return <ImportListScreen {...loaderData} />;
}
