import { plainDateInWib } from '#kernel/calendar.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportSelection } from '../commands/export-selection.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { resultSheet } from '../queries/result-sheet.server.ts';
import { resultWorkbook } from '../queries/result-workbook.server.ts';
import type { Route } from './+types/selection-download';

/** The workbook of a result, or the file that anybody can check, by the address asked for. */
export async function loader(args: Route.LoaderArgs) {
  const permission = selectionPermissions['selection.export'];
  const { services, actor } = await requirePermission(args, permission);
  const { selectionId } = args.params;
  const what = args.url.pathname.endsWith('.json') ? 'file' : 'workbook';
  const { withFile } = valueOrThrow(await execute(services, actor, exportSelection, { selectionId, what }));
  const found = await read(services, actor, permission, (context) => resultSheet(context, selectionId));
  const told = foundOr404(valueOrThrow(found));
  const name = `seleksi-${plainDateInWib(told.ranAt.getTime())}`;
  if (what === 'file')
    return new Response(JSON.stringify(told.file), {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${name}.json"`,
        'Cache-Control': 'private, no-store',
      },
    });
  return streamResponse(resultWorkbook({ ...told, withFile }), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  });
}
