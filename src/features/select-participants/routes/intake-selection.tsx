import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { createSelection } from '../commands/create-selection.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { beginPage } from '../queries/begin-page.server.ts';
import { BeginScreen } from '../screens/begin-screen.tsx';
import type { Route } from './+types/intake-selection';

export async function loader(args: Route.LoaderArgs) {
  const permission = selectionPermissions['selection.view'];
  const { services, actor } = await requirePermission(args, permission);
  const found = await read(services, actor, permission, (context) =>
    beginPage(context, args.params.intakeId),
  );
  const begin = foundOr404(valueOrThrow(found));
  if ('selectionId' in begin) throw redirect(`/pembinaan/pemilihan/${begin.selectionId}`);
  return {
    begin,
    newSelectionId: newId(),
    mayPlan: may(actor, selectionPermissions['selection.plan']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, selectionPermissions['selection.plan']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, createSelection, {
    selectionId: form.get('selectionId'),
    intakeIds: [args.params.intakeId, ...form.getAll('with')],
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/pemilihan/${outcome.value.selectionId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function IntakeSelectionRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <BeginScreen {...loaderData} refusal={actionData?.refusal} />;
}
