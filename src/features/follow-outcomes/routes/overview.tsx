import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { outcomeOverview } from '../queries/outcome-overview.server.ts';
import { OverviewScreen } from '../screens/overview-screen.tsx';
import type { Route } from './+types/overview';

const view = outcomePermissions['outcome.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  return valueOrThrow(await read(services, actor, view, outcomeOverview));
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OverviewPage({ loaderData }: Route.ComponentProps) {
  return <OverviewScreen {...loaderData} />;
}
