import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { notVisitedPage } from '../queries/not-visited-page.server.ts';
import { notVisitedAsked } from '../screens/not-visited-address.ts';
import { NotVisitedScreen } from '../screens/not-visited-screen.tsx';
import type { Route } from './+types/not-visited';

export async function loader(args: Route.LoaderArgs) {
  const view = reviewPermissions['review.view'];
  const { services, actor } = await requirePermission(args, view);
  const asked = notVisitedAsked(args.url.searchParams);
  const page = await read(services, actor, view, (context) => notVisitedPage(context, asked));
  return {
    ...foundOr404(valueOrThrow(page)),
    mayExport: may(actor, reviewPermissions['review.export']),
    mayReveal: may(actor, reviewPermissions['review.reveal']),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function NotVisitedRoute({ loaderData }: Route.ComponentProps) {
  return <NotVisitedScreen {...loaderData} />;
}
