import { Readable } from 'node:stream';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { showPhoto } from '../commands/show-photo.server.ts';
import { fieldPermissions } from '../permissions.ts';
import type { Route } from './+types/photo';

/** A field photo as we encoded it; `?kecil=1`: the small one for lists. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, fieldPermissions['field.view']);
  const isSmall = args.url.searchParams.get('kecil') === '1';
  const outcome = await execute(services, actor, showPhoto, { photoId: args.params.photoId, isSmall });
  // An id that is none leads nowhere, like one of another office.
  if (!outcome.ok && outcome.refusal.code === 'invalid_input') throw new Response(null, { status: 404 });
  const { storageKey, mediaType } = valueOrThrow(outcome);
  const content = await services.files.read(storageKey);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': isSmall ? 'private, max-age=3600' : 'private, no-store',
    },
  });
}
