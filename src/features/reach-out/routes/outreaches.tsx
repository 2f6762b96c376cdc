import { may } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reachPermissions } from '../permissions.ts';
import { outreachLines } from '../queries/outreach-lines.server.ts';
import { OutreachListScreen } from '../screens/outreach-list-screen.tsx';
import type { Route } from './+types/outreaches';

export async function loader(args: Route.LoaderArgs) {
  const view = reachPermissions['reach.view'];
  const { services, actor } = await requirePermission(args, view);
  const after = args.url.searchParams.get('setelah') ?? '';
  const found = await read(services, actor, view, (context) =>
    outreachLines(context, isId(after) ? after : null),
  );
  return { ...foundOr404(valueOrThrow(found)), mayPlan: may(actor, reachPermissions['reach.plan']) };
}

export default function OutreachesPage({ loaderData }: Route.ComponentProps) {
  return <OutreachListScreen {...loaderData} />;
}
