import { Readable } from 'node:stream';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { runPermissions } from '../permissions.ts';
import { intakeFile } from '../queries/spj-page.server.ts';
import type { Route } from './+types/spj-file';

/** A file of the folder. Pictures were made by us and may be shown; all else is a download. */
export async function loader(args: Route.LoaderArgs) {
  const view = runPermissions['papers.view'];
  const { services, actor } = await requirePermission(args, view);
  const { intakeId, fileId } = args.params;
  foundOr404(isId(intakeId) && isId(fileId) ? true : null);
  const found = await read(services, actor, view, (context) => intakeFile(context, { intakeId, fileId }));
  const { storageKey, mediaType, byteSize, originalName } = foundOr404(valueOrThrow(found));
  const content = await services.files.read(storageKey);
  const name = encodeURIComponent(originalName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(byteSize),
      'Content-Disposition': `${mediaType === 'image/jpeg' ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
