import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { createGroup } from '../commands/keep-groups.server.ts';
import { registerPermissions } from '../permissions.ts';
import { groupList } from '../queries/group-list.server.ts';
import { GroupsScreen } from '../screens/groups-screen.tsx';
import type { Route } from './+types/groups';

export async function loader(args: Route.LoaderArgs) {
  const view = registerPermissions['enterprise.view'];
  const { services, actor } = await requirePermission(args, view);
  return {
    groups: valueOrThrow(await read(services, actor, view, groupList)),
    mayManage: may(actor, registerPermissions['group.manage']),
    made: args.url.searchParams.get('dibuat'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, registerPermissions['group.manage']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, createGroup, readForm(form));
  if (outcome.ok) return redirect(`/kelompok?dibuat=${outcome.value.groupId}`);
  return data({ typed: typedValues(form), refusal: outcome.refusal }, { status: 422 });
}

export default function GroupsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <GroupsScreen {...loaderData} reply={actionData} />;
}
