import { messagesFor } from '#kernel/language.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportVisits } from '../commands/export-visits.server.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import { reachPermissions } from '../permissions.ts';
import { visitsWorkbook } from '../queries/visits-sheet.server.ts';
import type { Route } from './+types/visits-download';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, reachPermissions['reach.contact']);
  const { outreachId } = args.params;
  const { lines } = valueOrThrow(await execute(services, actor, exportVisits, { outreachId }));
  const t = messagesFor(outreachMessages, locale);
  return streamResponse(visitsWorkbook(lines, locale), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${t.visits.toLowerCase().replaceAll(' ', '-')}.xlsx`,
  });
}
