import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { steerProgramme } from '../commands/edit-programme.server.ts';
import { programmePermissions } from '../permissions.ts';
import { programmePage } from '../queries/programme-page.server.ts';
import { ProgrammeScreen } from '../screens/programme-screen.tsx';
import type { Route } from './+types/programme';

const view = programmePermissions['programme.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) =>
    programmePage(context, args.params.programmeId),
  );
  return {
    programme: foundOr404(valueOrThrow(found)),
    mayPlan: may(actor, programmePermissions['programme.plan']),
    maySeeLedger: may(actor, programmePermissions['budget.view']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, programmePermissions['programme.plan']);
  const { programmeId } = args.params;
  const form = await args.request.formData();
  const outcome = await execute(services, actor, steerProgramme, {
    programmeId,
    action: String(form.get('action')),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/${programmeId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ProgrammePageRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ProgrammeScreen {...loaderData} refusal={actionData?.refusal} />;
}
