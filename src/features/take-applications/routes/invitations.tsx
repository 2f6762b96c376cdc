import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { handOutInvitations } from '../commands/hand-out-invitations.server.ts';
import { revokeInvitation } from '../commands/invitations.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { type InviteFor, invitePage } from '../queries/candidates.server.ts';
import { InvitationsScreen } from '../screens/invitations-screen.tsx';
import { MadeCodesScreen } from '../screens/made-codes-screen.tsx';
import type { Route } from './+types/invitations';
import { siteOf } from './site-of.ts';

const invite = applicationPermissions['application.invite'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, invite);
  const { searchParams } = args.url;
  const by = (['memenuhi', 'kurang-satu', 'cari'] as const).find((one) => one === searchParams.get('untuk'));
  const asked: { by: InviteFor; text: string } = { by: by ?? null, text: searchParams.get('q') ?? '' };
  const page = await read(services, actor, invite, (context) =>
    invitePage(context, args.params.intakeId, asked, locale),
  );
  return { page: foundOr404(valueOrThrow(page)), revoked: searchParams.has('dibatalkan') };
}

/** Codes are answered at once and not behind a redirect: they are known this once. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, invite);
  const { intakeId } = args.params;
  const { intent, ...given } = readForm(await args.request.formData());
  if (intent === 'revoke') {
    const outcome = await execute(services, actor, revokeInvitation, { ...given, intakeId });
    if (outcome.ok) return redirect(`/pembinaan/angkatan/${intakeId}/pendaftar/undangan?dibatalkan=1`, 303);
    return data({ handedOut: null, refusal: outcome.refusal }, { status: 422 });
  }
  const { enterpriseIds } = given;
  const site = siteOf(services, args.url);
  const outcome = await handOutInvitations(services, actor, { intakeId, enterpriseIds }, site);
  if (outcome.ok) return data({ handedOut: outcome.value, refusal: undefined });
  return data({ handedOut: null, refusal: outcome.refusal }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function InvitationsRoute({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.handedOut) return <MadeCodesScreen {...actionData.handedOut} />;
  return <InvitationsScreen {...loaderData} refusal={actionData?.refusal} />;
}
