import { data, redirect } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { notFound, requirePermission } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { editOwner } from '../commands/edit-owner.server.ts';
import { registerPermissions } from '../permissions.ts';
import { OwnerEditScreen } from '../screens/owner-edit-screen.tsx';
import type { Stale } from '../screens/stale-notice.tsx';
import type { Route } from './+types/owner-edit';
import { ownerValues } from './edit-values.ts';
import { findProfile, leadToSurvivor } from './find-profile.ts';
import { readOwnerEdit } from './read-record-form.ts';

const permission = registerPermissions['enterprise.edit'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { enterpriseId } = args.params;
  const { profile } = await findProfile(services, actor, permission, enterpriseId, async () => ({}));
  leadToSurvivor(args.url, enterpriseId, profile);
  const owner = profile.owner ?? notFound();
  return { enterpriseId, owner, revision: owner.revision, values: ownerValues(owner) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { enterpriseId } = args.params;
  const form = await args.request.formData();
  const typed = typedValues(form);
  const outcome = await execute(services, actor, editOwner, {
    ownerId: typed.ownerId,
    revision: typed.revision,
    owner: readOwnerEdit(form),
  });
  if (outcome.ok) return redirect(`/usaha/${enterpriseId}?tersimpan=pemilik#pemilik`);
  const ticked = (name: string) => form.getAll(name).map(String);
  const { refusal } = outcome;
  const reply = {
    typed,
    refusal,
    erase: ticked('owner.erase[]'),
    removePhoneIds: ticked('owner.removePhoneIds[]'),
  };
  if (refusal.code !== 'conflict_stale') return data({ ...reply, stale: undefined }, { status: 422 });
  const { profile } = await findProfile(services, actor, permission, enterpriseId, async () => ({}));
  const owner = profile.owner ?? notFound();
  const last = profile.changes.find((change) => change.enterpriseId === null);
  const stale: Stale = {
    current: ownerValues(owner),
    revision: owner.revision,
    by: last?.changedBy ?? null,
    at: last?.changedAt.getTime() ?? null,
  };
  return data({ ...reply, stale }, { status: 409 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnerEditPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnerEditScreen {...loaderData} reply={actionData} />;
}
