import { data, redirect } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { editEnterprise } from '../commands/edit-enterprise.server.ts';
import { registerPermissions } from '../permissions.ts';
import { villages } from '../queries/villages.server.ts';
import { type EditReply, EnterpriseEditScreen } from '../screens/enterprise-edit-screen.tsx';
import type { Route } from './+types/enterprise-edit';
import { enterpriseValues } from './edit-values.ts';
import { findProfile, leadToSurvivor } from './find-profile.ts';
import { readEnterprise, readPremises, refusalOnScreen } from './read-record-form.ts';

const permission = registerPermissions['enterprise.edit'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { enterpriseId } = args.params;
  const { profile, choices } = await findProfile(
    services,
    actor,
    permission,
    enterpriseId,
    async (context) => ({ choices: await villages(context) }),
  );
  leadToSurvivor(args.url, enterpriseId, profile);
  const { villageCode } = profile.premises ?? {};
  // A group's companion may edit an enterprise outside their areas: its own village stays to be chosen.
  const own =
    villageCode && !choices.some((one) => one.code === villageCode)
      ? [{ code: villageCode, name: profile.place[0] ?? villageCode, districtName: profile.place[1] ?? '' }]
      : [];
  return {
    enterpriseId,
    name: profile.enterprise.name,
    revision: profile.enterprise.revision,
    values: enterpriseValues(profile),
    villages: [...choices, ...own],
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { enterpriseId } = args.params;
  const form = await args.request.formData();
  const typed = typedValues(form);
  const outcome = await execute(services, actor, editEnterprise, {
    enterpriseId,
    revision: typed.revision,
    enterprise: readEnterprise(form),
    premises: readPremises(form),
  });
  if (outcome.ok) return redirect(`/usaha/${enterpriseId}?tersimpan=usaha#usaha`);
  const reply: EditReply = { typed, refusal: refusalOnScreen(outcome.refusal) };
  if (outcome.refusal.code === 'conflict_stale') {
    const { profile } = await findProfile(services, actor, permission, enterpriseId, async () => ({}));
    const last = profile.changes.find((change) => change.enterpriseId !== null);
    reply.stale = {
      current: enterpriseValues(profile),
      revision: profile.enterprise.revision,
      by: last?.changedBy ?? null,
      at: last?.changedAt.getTime() ?? null,
    };
  }
  return data(reply, { status: outcome.refusal.code === 'conflict_stale' ? 409 : 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterpriseEditPage({ loaderData, actionData }: Route.ComponentProps) {
  return <EnterpriseEditScreen {...loaderData} reply={actionData} />;
}
