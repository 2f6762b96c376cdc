import { data, redirect } from 'react-router';
import { appContext } from '#platform/http/app-context.server.ts';
import { stopMails } from '../commands/stop-mails.server.ts';
import { stopPage } from '../queries/stop-page.server.ts';
import { StopMailsScreen } from '../screens/stop-mails-screen.tsx';
import type { Route } from './+types/stop-mails';

export const handle = { script: false, systemFont: true };

/** For whoever got a mail: no account, no script. Looking changes nothing, since mail programs look at links by themselves. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = context.get(appContext);
  const view = await stopPage(services, params.code);
  return data({ view }, { status: view ? 200 : 404 });
}

export async function action({ context, params }: Route.ActionArgs) {
  const { services } = context.get(appContext);
  await stopMails(services, params.code);
  // The page says how it stands now.
  return redirect('?', 303);
}

export const headers = () => ({
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
});

export default function StopMailsPage({ loaderData }: Route.ComponentProps) {
  return <StopMailsScreen {...loaderData} />;
}
