import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { assignOpenRows } from '../commands/assign-rows.server.ts';
import { undoMove } from '../commands/move-rows.server.ts';
import { partShape } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { assignmentPage } from '../queries/assignment-page.server.ts';
import { AssignmentScreen } from '../screens/assignment-screen.tsx';
import type { Route } from './+types/assignment';
import { partOf, readAsked } from './read-part.ts';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const asked = readAsked(args.url.searchParams);
  const part = partShape.safeParse(partOf(asked));
  const limit = Number(asked.limit.replaceAll('.', '')) || undefined;
  const wanted = { part: part.data ?? {}, userIds: part.success ? asked.userIds : [], limit };
  const found = await read(services, actor, view, (context) =>
    assignmentPage(context, args.params.roundId, wanted),
  );
  const mayPlan = may(actor, censusPermissions['census.plan']);
  return { ...foundOr404(valueOrThrow(found)), asked, mayPlan };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const { roundId } = args.params;
  const form = await args.request.formData();
  const asked = readAsked(form);
  const outcome =
    form.get('intent') === 'undo'
      ? await execute(services, actor, undoMove, { roundId, gestureId: String(form.get('gestureId')) })
      : await execute(services, actor, assignOpenRows, {
          roundId,
          part: partOf(asked),
          userIds: asked.userIds,
          limit: asked.limit,
        });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${roundId}/bagi`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AssignmentPageRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AssignmentScreen {...loaderData} refusal={actionData?.refusal} />;
}
