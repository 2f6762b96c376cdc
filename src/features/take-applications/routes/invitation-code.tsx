import { redirect } from 'react-router';
import { appContext, foundOr404 } from '#platform/http/app-context.server.ts';
import { publicIntake } from '../queries/public-intakes.server.ts';
import { readInvitationCode } from '../rules/invitation-state.ts';
import { InvitationCodeScreen } from '../screens/invitation-code-screen.tsx';
import type { Route } from './+types/invitation-code';

export const handle = { script: false };

/** The form leads to the address that a message holds. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const typed = url.searchParams.get('kode');
  if (typed) throw redirect(`/undangan/${readInvitationCode(typed) || '-'}`);
  const { services, locale } = context.get(appContext);
  const { officeCode, code } = params;
  const { intake } = foundOr404(await publicIntake(services, officeCode, code, locale));
  const back = `/ikut/${officeCode}/${code}`;
  return { action: `${back}/undangan`, programme: intake.programme, back };
}

export const headers = () => ({ 'Cache-Control': 'public, max-age=60', Vary: 'Cookie' });

export default function InvitationCodePage({ loaderData }: Route.ComponentProps) {
  return <InvitationCodeScreen {...loaderData} />;
}
