import { appContext, foundOr404 } from '#platform/http/app-context.server.ts';
import { publicIntake } from '../queries/public-intakes.server.ts';
import { PublicIntakeScreen } from '../screens/public-intake-screen.tsx';
import type { Route } from './+types/public-intake';
import { siteOf } from './site-of.ts';

export const handle = { script: false };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { services, locale } = context.get(appContext);
  const { officeCode, code } = params;
  const page = foundOr404(await publicIntake(services, officeCode, code, locale));
  return { ...page, link: `${siteOf(services, url)}/ikut/${officeCode}/${code}` };
}

// The language stands in a cookie.
export const headers = () => ({ 'Cache-Control': 'public, max-age=60', Vary: 'Cookie' });

export default function PublicIntakeRoute({ loaderData }: Route.ComponentProps) {
  return <PublicIntakeScreen {...loaderData} />;
}
