import { Readable } from 'node:stream';
import { execute } from '#platform/command.server.ts';
import { notFound, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { openFile } from '../commands/open-file.server.ts';
import { registerPermissions } from '../permissions.ts';
import type { Route } from './+types/file-download';

/** The file itself, always as a download: nothing that was uploaded is ever shown as a page of ours. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, registerPermissions['enterprise.view']);
  const outcome = await execute(services, actor, openFile, { fileId: args.params.fileId });
  // An id that is none leads nowhere, like one of another office.
  if (!outcome.ok && outcome.refusal.code === 'invalid_input') notFound();
  const { storageKey, originalName, mediaType, byteSize } = valueOrThrow(outcome);
  const content = await services.files.read(storageKey);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(byteSize),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(originalName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
