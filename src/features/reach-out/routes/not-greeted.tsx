import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reachPermissions } from '../permissions.ts';
import { notGreetedPage } from '../queries/not-greeted.server.ts';
import { notGreetedAsked } from '../rules/not-greeted.ts';
import { NotGreetedScreen } from '../screens/not-greeted-screen.tsx';
import type { Route } from './+types/not-greeted';

export async function loader(args: Route.LoaderArgs) {
  const view = reachPermissions['reach.view'];
  const { services, actor } = await requirePermission(args, view);
  const asked = notGreetedAsked(args.url.searchParams);
  const page = await read(services, actor, view, (context) => notGreetedPage(context, asked));
  return { view: foundOr404(valueOrThrow(page)), mayPlan: may(actor, reachPermissions['reach.plan']) };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function NotGreetedPage({ loaderData }: Route.ComponentProps) {
  return <NotGreetedScreen {...loaderData} />;
}
