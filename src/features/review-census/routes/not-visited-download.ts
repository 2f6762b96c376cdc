import { plainDateInWib } from '#kernel/calendar.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportNotVisited } from '../commands/export-not-visited.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { notVisitedSheet } from '../queries/not-visited-sheet.server.ts';
import { notVisitedAsked } from '../screens/not-visited-address.ts';
import type { Route } from './+types/not-visited-download';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, reviewPermissions['review.export']);
  const asked = { ...notVisitedAsked(args.url.searchParams), after: null };
  const { filter } = valueOrThrow(await execute(services, actor, exportNotVisited, asked));
  return streamResponse(notVisitedSheet({ services, actor, filter, locale }), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `belum-dikunjungi-${plainDateInWib(services.clock().getTime())}.xlsx`,
  });
}
