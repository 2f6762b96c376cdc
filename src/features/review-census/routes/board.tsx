import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { boardPage } from '../queries/board-page.server.ts';
import { BoardScreen } from '../screens/board-screen.tsx';
import type { Route } from './+types/board';

export async function loader(args: Route.LoaderArgs) {
  const view = reviewPermissions['review.view'];
  const { services, actor } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) => boardPage(context, args.params.roundId));
  return foundOr404(valueOrThrow(page));
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function BoardPage({ loaderData }: Route.ComponentProps) {
  return <BoardScreen {...loaderData} />;
}
