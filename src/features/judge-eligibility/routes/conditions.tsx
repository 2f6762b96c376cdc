import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { countAgain } from '../commands/start-count.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { conditionsPage } from '../queries/conditions-page.server.ts';
import { ConditionsScreen } from '../screens/conditions-screen.tsx';
import type { Route } from './+types/conditions';

export async function loader(args: Route.LoaderArgs) {
  const permission = eligibilityPermissions['eligibility.view'];
  const { services, actor, locale } = await requirePermission(args, permission);
  const page = await read(services, actor, permission, (context) =>
    conditionsPage(context, args.params.programmeId, locale),
  );
  return {
    view: foundOr404(valueOrThrow(page)),
    mayChange: may(actor, eligibilityPermissions['eligibility.set_conditions']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(
    args,
    eligibilityPermissions['eligibility.set_conditions'],
  );
  const outcome = await execute(services, actor, countAgain, {});
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/${args.params.programmeId}/syarat`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ConditionsRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ConditionsScreen {...loaderData} refusal={actionData?.refusal} />;
}
