import { Readable } from 'node:stream';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { openPaperPage } from '../commands/paper-pages.server.ts';
import { importPermissions } from '../permissions.ts';
import type { Route } from './+types/paper-page';

/** `?ke=2`: the second page of the paper that a list was typed from, to be looked at. Its kind was told by its bytes. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, importPermissions['list.bring_in']);
  const outcome = await execute(services, actor, openPaperPage, {
    importId: args.params.importId,
    page: args.url.searchParams.get('ke') ?? undefined,
  });
  // An id or number that is none leads nowhere, like one of another office.
  if (!outcome.ok && outcome.refusal.code === 'invalid_input')
    throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  const { storageKey, name, mediaType, byteSize } = valueOrThrow(outcome);
  const content = await services.files.read(storageKey);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(byteSize),
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
