import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportOutcomes } from '../commands/export-outcomes.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { outcomeSheet } from '../queries/outcome-sheet.server.ts';
import type { Route } from './+types/outcome-download';

const permission = outcomePermissions['outcome.export'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permission);
  const { intakeId } = args.params;
  valueOrThrow(await execute(services, actor, exportOutcomes, { intakeId }));
  const sheet = await read(services, actor, permission, (context) => outcomeSheet(context, intakeId, locale));
  return streamResponse(foundOr404(valueOrThrow(sheet)), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'kabar-peserta.xlsx',
  });
}
