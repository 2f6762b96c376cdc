import { plainDateInWib } from '#kernel/calendar.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportList } from '../commands/export-list.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { conditionSheet } from '../queries/condition-sheet.server.ts';
import { listAsked } from '../screens/list-address.ts';
import type { Route } from './+types/condition-download';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(
    args,
    eligibilityPermissions['eligibility.export'],
  );
  const { programmeId } = args.params;
  const { after: _after, ...asked } = listAsked(args.url.searchParams);
  valueOrThrow(await execute(services, actor, exportList, { programmeId, ...asked }));
  return streamResponse(
    conditionSheet({ services, actor, programmeId, asked: { ...asked, after: null }, locale }),
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `syarat-${plainDateInWib(services.clock().getTime())}.xlsx`,
    },
  );
}
