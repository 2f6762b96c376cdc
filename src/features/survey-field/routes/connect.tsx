import { requirePermission } from '#platform/http/app-context.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { connectAddresses } from '../queries/connect-addresses.server.ts';
import { ConnectScreen } from '../screens/connect-screen.tsx';
import type { Route } from './+types/connect';

export async function loader(args: Route.LoaderArgs) {
  const { services } = await requirePermission(args, fieldPermissions['field.view']);
  return connectAddresses(services, args.url.origin);
}

export default function Connect({ loaderData }: Route.ComponentProps) {
  return <ConnectScreen {...loaderData} />;
}
