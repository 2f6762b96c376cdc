import { appContext, foundOr404 } from '#platform/http/app-context.server.ts';
import { publicIntakes } from '../queries/public-intakes.server.ts';
import { PublicIntakesScreen } from '../screens/public-intakes-screen.tsx';
import type { Route } from './+types/public-intakes';

export const handle = { script: false };

/** For anybody: no account, no script. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = context.get(appContext);
  return foundOr404(await publicIntakes(services, params.officeCode));
}

// The language stands in a cookie.
export const headers = () => ({ 'Cache-Control': 'public, max-age=60', Vary: 'Cookie' });

export default function PublicIntakesPage({ loaderData }: Route.ComponentProps) {
  return <PublicIntakesScreen {...loaderData} />;
}
