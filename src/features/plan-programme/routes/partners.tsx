import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addPartner } from '../commands/partners.server.ts';
import { programmePermissions } from '../permissions.ts';
import { partnerList } from '../queries/partner-pages.server.ts';
import { PartnersScreen } from '../screens/partners-screen.tsx';
import type { Route } from './+types/partners';
import { readPartnerForm } from './read-partner-form.ts';

const view = programmePermissions['programme.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  return {
    partners: valueOrThrow(await read(services, actor, view, partnerList)),
    mayPlan: may(actor, programmePermissions['programme.plan']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, programmePermissions['programme.plan']);
  const typed = readPartnerForm(await args.request.formData());
  const outcome = await execute(services, actor, addPartner, typed);
  if (!outcome.ok) return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
  return redirect(`/pembinaan/mitra/${outcome.value.partnerId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function PartnersPage({ loaderData, actionData }: Route.ComponentProps) {
  return <PartnersScreen {...loaderData} reply={actionData?.reply} />;
}
