import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { importPermissions } from '../permissions.ts';
import { mendingSheetStream } from '../queries/mending-sheet.server.ts';
import type { Route } from './+types/mending-sheet';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows that did not come in, as the sheet they came in: those to mend, or those of other areas. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, importPermissions['list.bring_in']);
  const which = args.url.pathname.endsWith('/daerah-lain.xlsx') ? 'other_area' : 'needs_mending';
  const { fileName, stream } = valueOrThrow(
    await mendingSheetStream(services, actor, { importId: args.params.importId, which, locale }),
  );
  return streamResponse(stream, { mediaType: xlsx, name: fileName });
}
