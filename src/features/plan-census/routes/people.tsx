import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addMembers, changeMember, dropMember } from '../commands/members.server.ts';
import { shareOutRows, undoMove } from '../commands/move-rows.server.ts';
import { censusPermissions } from '../permissions.ts';
import { gesturesOf } from '../queries/assignment-page.server.ts';
import { peoplePage } from '../queries/people-page.server.ts';
import { PeopleScreen } from '../screens/people-screen.tsx';
import type { Route } from './+types/people';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const { roundId } = args.params;
  const found = await read(services, actor, view, (context) => peoplePage(context, roundId));
  const { round, people } = foundOr404(valueOrThrow(found));
  const gestures = valueOrThrow(
    await read(services, actor, view, (context) => gesturesOf(context, roundId, 1)),
  );
  const shown = args.url.searchParams.get('dibagikan');
  return {
    round,
    people,
    latest: gestures.find(({ gestureId }) => gestureId === shown) ?? null,
    mayPlan: may(actor, censusPermissions['census.plan']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const { roundId } = args.params;
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const person = { roundId, userId: text('userId'), duty: text('duty') };
  const all = (name: string) => form.getAll(name).map(String);
  const deed = (): Promise<Outcome<unknown>> | Outcome<unknown> => {
    switch (text('intent')) {
      case 'add':
        return execute(services, actor, addMembers, { ...person, userIds: all('userIds') });
      case 'change':
        return execute(services, actor, changeMember, {
          ...person,
          supervisorId: text('supervisorId'),
          homeVillages: all('homeVillages'),
        });
      case 'drop':
        return execute(services, actor, dropMember, person);
      case 'undo':
        return execute(services, actor, undoMove, { roundId, gestureId: text('gestureId') });
      default:
        return refused('invalid_input');
    }
  };
  const page = `/pendataan/${roundId}/petugas`;
  if (text('intent') === 'share_out') {
    const shared = await execute(services, actor, shareOutRows, person);
    if (shared.ok) return redirect(`${page}?dibagikan=${shared.value.gestureId}`, 303);
    return data({ refusal: shared.refusal }, { status: 422 });
  }
  const outcome = await deed();
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(page, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function PeoplePage({ loaderData, actionData }: Route.ComponentProps) {
  return <PeopleScreen {...loaderData} refusal={actionData?.refusal} />;
}
