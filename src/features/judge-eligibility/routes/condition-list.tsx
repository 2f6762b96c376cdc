import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { reachPermissions } from '../../reach-out/index.server.ts';
import { makeOutreach } from '../commands/make-outreach.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { conditionList } from '../queries/condition-list.server.ts';
import { ConditionListScreen } from '../screens/condition-list-screen.tsx';
import { listAsked } from '../screens/list-address.ts';
import type { Route } from './+types/condition-list';

export async function loader(args: Route.LoaderArgs) {
  const permission = eligibilityPermissions['eligibility.view'];
  const { services, actor, locale } = await requirePermission(args, permission);
  const asked = listAsked(args.url.searchParams);
  const page = await read(services, actor, permission, (context) =>
    conditionList(context, args.params.programmeId, asked, locale),
  );
  return {
    view: foundOr404(valueOrThrow(page)),
    mayExport: may(actor, eligibilityPermissions['eligibility.export']),
    mayReach:
      may(actor, eligibilityPermissions['eligibility.set_conditions']) &&
      may(actor, reachPermissions['reach.plan']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(
    args,
    eligibilityPermissions['eligibility.set_conditions'],
  );
  const given = readForm(await args.request.formData());
  const { programmeId } = args.params;
  const outcome = await execute(services, actor, makeOutreach, { ...given, programmeId });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/sapa/${outcome.value.outreachId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ConditionListRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ConditionListScreen {...loaderData} refusal={actionData?.refusal} />;
}
