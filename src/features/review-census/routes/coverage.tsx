import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { coveragePage } from '../queries/coverage-page.server.ts';
import { CoverageScreen } from '../screens/coverage-screen.tsx';
import type { Route } from './+types/coverage';

export async function loader(args: Route.LoaderArgs) {
  const view = reviewPermissions['review.view'];
  const { services, actor } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) => coveragePage(context, args.params.roundId));
  return {
    ...foundOr404(valueOrThrow(page)),
    mayExport: may(actor, reviewPermissions['review.export']),
    mayLoadMap: may(actor, reviewPermissions['review.load_map']),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function CoveragePage({ loaderData }: Route.ComponentProps) {
  return <CoverageScreen {...loaderData} />;
}
