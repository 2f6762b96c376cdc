import { Readable } from 'node:stream';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { openMinutes } from '../commands/minutes.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { minutesFile } from '../queries/minutes-file.server.ts';
import type { Route } from './+types/minutes-download';

const view = selectionPermissions['seat.view'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A berita acara as DOCX, as PDF, or as it came back signed. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { selectionId, minutesId } = args.params as { selectionId: string; minutesId: string };
  const { pathname } = args.url;
  const as = pathname.endsWith('.docx') ? 'docx' : pathname.endsWith('.pdf') ? 'pdf' : 'signed';
  const opened = await execute(services, actor, openMinutes, { selectionId, minutesId, as });
  // An id that is none leads nowhere, like one of another office.
  if (!opened.ok && opened.refusal.code === 'invalid_input') foundOr404(null);
  const minutes = valueOrThrow(opened);
  if (as === 'signed')
    return streamResponse(await services.files.read(foundOr404(minutes.signedKey)), {
      mediaType: minutes.signedMediaType ?? 'application/octet-stream',
      name: minutes.signedName ?? 'berita-acara',
    });
  const file = valueOrThrow(
    await read(services, actor, view, (context) => minutesFile(context, minutes, as)),
  );
  return streamResponse(Readable.from(file, { objectMode: false }), {
    mediaType: as === 'docx' ? DOCX : 'application/pdf',
    name: `berita-acara-seleksi-${minutes.dated}.${as}`,
  });
}
