import { data, redirect } from 'react-router';
import { type Actor, may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { type NikWarning, nikWarningText } from '#kernel/statutory/nik-warning.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { revealPersonalData } from '../commands/reveal-personal-data.server.ts';
import { registerPermissions } from '../permissions.ts';
import { groupList } from '../queries/group-list.server.ts';
import { profileParts } from '../queries/profile-parts.server.ts';
import { villageNamesIn } from '../queries/villages.server.ts';
import { ProfileScreen } from '../screens/profile-screen.tsx';
import type { ProfileReply } from '../screens/profile-view.ts';
import type { Route } from './+types/enterprise-profile';
import { findProfile, leadToSurvivor } from './find-profile.ts';
import { doProfileDeed } from './profile-deeds.ts';

const view = registerPermissions['enterprise.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { enterpriseId } = args.params;
  const found = await findProfile(services, actor, view, enterpriseId, async (context, profile) => ({
    groupChoices: await groupList(context),
    parts: await profileParts(context, profile.enterprise.enterpriseId),
    villageNames: await villageNamesIn(context, profile.changes),
  }));
  leadToSurvivor(args.url, enterpriseId, found.profile);
  const params = args.url.searchParams;
  return {
    ...found,
    today: plainDateInWib(services.clock().getTime()),
    saved: params.get('tersimpan'),
    warnings: (params.get('periksa') ?? '')
      .split(',')
      .filter((one): one is NikWarning => nikWarningText(one as NikWarning, 'id') !== undefined),
    may: mayDo(actor),
  };
}

function mayDo(actor: Actor) {
  return {
    edit: may(actor, registerPermissions['enterprise.edit']),
    reveal: may(actor, registerPermissions['enterprise.reveal']),
    merge: may(actor, registerPermissions['register.merge']),
    manageGroups: may(actor, registerPermissions['group.manage']),
    issueCode: may(actor, registerPermissions['enterprise.edit']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const form = await args.request.formData();
  const { intent = '', ...typed } = typedValues(form);
  if (intent === 'reveal') {
    const outcome = await execute(services, actor, revealPersonalData, readForm(form));
    const reply: ProfileReply = outcome.ok
      ? { intent, typed: {}, revealed: outcome.value }
      : { intent, typed, refusal: outcome.refusal };
    return data(reply, { status: outcome.ok ? 200 : 422, headers: { 'Cache-Control': 'no-store' } });
  }
  const outcome = await doProfileDeed(services, actor, args.params.enterpriseId, form);
  if (outcome.ok)
    return redirect(`/usaha/${args.params.enterpriseId}?tersimpan=${outcome.value}#${outcome.value}`);
  return data({ intent, typed, refusal: outcome.refusal } satisfies ProfileReply, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterpriseProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  return <ProfileScreen {...loaderData} reply={actionData as ProfileReply | undefined} />;
}
