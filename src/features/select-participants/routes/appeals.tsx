import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { appealsPage } from '../queries/appeal-pages.server.ts';
import { AppealsScreen } from '../screens/appeals-screen.tsx';
import type { Route } from './+types/appeals';

const permission = selectionPermissions['appeal.take'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const page = await read(services, actor, permission, appealsPage);
  return { ...foundOr404(valueOrThrow(page)), said: args.url.searchParams.has('tersimpan') };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AppealsRoute({ loaderData }: Route.ComponentProps) {
  return <AppealsScreen {...loaderData} />;
}
