import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { editPartner } from '../commands/partners.server.ts';
import { programmePermissions } from '../permissions.ts';
import { partnerPage } from '../queries/partner-pages.server.ts';
import { PartnerScreen } from '../screens/partner-screen.tsx';
import type { Route } from './+types/partner';
import { readPartnerForm } from './read-partner-form.ts';

const view = programmePermissions['programme.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => partnerPage(context, args.params.partnerId));
  return {
    partner: foundOr404(valueOrThrow(found)),
    mayPlan: may(actor, programmePermissions['programme.plan']),
    mayAddPeople: actor.grants.some(({ role }) => role === 'data_officer'),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, programmePermissions['programme.plan']);
  const { partnerId } = args.params;
  const typed = readPartnerForm(await args.request.formData());
  const outcome = await execute(services, actor, editPartner, { ...typed, partnerId });
  if (!outcome.ok) return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
  return redirect(`/pembinaan/mitra/${partnerId}?tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function PartnerPageRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <PartnerScreen {...loaderData} reply={actionData?.reply} />;
}
