import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { withdrawAssessment } from '../commands/record-assessment.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { ownConditions } from '../queries/own-conditions.server.ts';
import { OwnConditionsScreen } from '../screens/own-conditions-screen.tsx';
import type { Route } from './+types/own-conditions';

export async function loader(args: Route.LoaderArgs) {
  const permission = eligibilityPermissions['eligibility.view_one'];
  const { services, actor, locale } = await requirePermission(args, permission);
  const page = await read(services, actor, permission, (context) =>
    ownConditions(context, args.params.enterpriseId, locale),
  );
  return {
    view: foundOr404(valueOrThrow(page)),
    mayAssess: may(actor, eligibilityPermissions['eligibility.assess']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, eligibilityPermissions['eligibility.assess']);
  const outcome = await execute(services, actor, withdrawAssessment, readForm(await args.request.formData()));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/usaha/${args.params.enterpriseId}/syarat`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnConditionsRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnConditionsScreen {...loaderData} refusal={actionData?.refusal} />;
}
