import { appContext } from '#platform/http/app-context.server.ts';
import { publicSelection } from '../queries/public-selection.server.ts';
import { PublicSelectionScreen } from '../screens/public-selection-screen.tsx';
import type { Route } from './+types/public-selection';

export const handle = { script: false };

/** For anybody: no account, no script, no names. */
export async function loader({ context, params: { officeCode, code } }: Route.LoaderArgs) {
  const { services } = context.get(appContext);
  return { officeCode, code, selection: await publicSelection(services, officeCode, code) };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export default function PublicSelectionRoute({ loaderData }: Route.ComponentProps) {
  return <PublicSelectionScreen {...loaderData} />;
}
