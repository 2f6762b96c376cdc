import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reachPermissions } from '../permissions.ts';
import { planPage } from '../queries/reach-plan.server.ts';
import { notGreetedAsked } from '../rules/not-greeted.ts';
import { planAsked } from '../rules/plan-view.ts';
import { ReachPlanScreen } from '../screens/reach-plan-screen.tsx';
import type { Route } from './+types/reach-plan';

export async function loader(args: Route.LoaderArgs) {
  const view = reachPermissions['reach.view'];
  const { services, actor } = await requirePermission(args, view);
  const search = args.url.searchParams;
  const page = await read(services, actor, view, (context) =>
    planPage(context, notGreetedAsked(search), planAsked(search)),
  );
  return { view: foundOr404(valueOrThrow(page)), mayPlan: may(actor, reachPermissions['reach.plan']) };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ReachPlanPage({ loaderData }: Route.ComponentProps) {
  return <ReachPlanScreen {...loaderData} />;
}
