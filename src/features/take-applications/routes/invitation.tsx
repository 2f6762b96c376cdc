import { data } from 'react-router';
import { newId } from '#kernel/id.ts';
import { appContext } from '#platform/http/app-context.server.ts';
import { useInvitation as applyWithCode, openInvitation } from '../queries/public-invitation.server.ts';
import { InvitationScreen } from '../screens/invitation-screen.tsx';
import type { Route } from './+types/invitation';

export const handle = { script: false };

/** For whoever holds a code: no account, no script. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, clientAddress } = context.get(appContext);
  const shown = await openInvitation(services, clientAddress, params.code);
  const applicationId = newId();
  if (shown.ok) return { invitation: shown.value, applicationId, refusal: null };
  return data({ invitation: null, applicationId, refusal: shown.refusal }, { status: 429 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { services, clientAddress, locale } = context.get(appContext);
  const applicationId = String((await request.formData()).get('applicationId') ?? '');
  const given = { code: params.code, applicationId };
  const outcome = await applyWithCode(services, clientAddress, given, locale);
  if (outcome.ok) return data({ used: outcome.value, refusal: null });
  return data({ used: null, refusal: outcome.refusal }, { status: 422 });
}

export const headers = () => ({
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
});

export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <InvitationScreen
      {...loaderData}
      used={actionData?.used ?? null}
      refusal={actionData?.refusal ?? loaderData.refusal}
    />
  );
}
