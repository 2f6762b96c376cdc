import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { recordAssessment } from '../commands/record-assessment.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { assessPage } from '../queries/own-conditions.server.ts';
import { AssessScreen } from '../screens/assess-screen.tsx';
import type { Route } from './+types/assess';

const permission = eligibilityPermissions['eligibility.assess'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const rubricId = args.url.searchParams.get('rubrik') ?? undefined;
  const page = await read(services, actor, permission, (context) =>
    assessPage(context, args.params.enterpriseId, rubricId),
  );
  return { view: foundOr404(valueOrThrow(page)) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { enterpriseId } = args.params;
  const form = await args.request.formData();
  const given = { levels: {}, ...readForm(form), enterpriseId };
  const outcome = await execute(services, actor, recordAssessment, given);
  if (!outcome.ok) return data({ typed: typedValues(form), refusal: outcome.refusal }, { status: 422 });
  return redirect(`/usaha/${enterpriseId}/syarat`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AssessRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AssessScreen {...loaderData} typed={actionData?.typed} refusal={actionData?.refusal} />;
}
