import { Readable } from 'node:stream';

/** A file for the browser to save, sent while it is being made; never kept by anything in between. */
export function streamResponse(
  content: Readable,
  { mediaType, name }: { mediaType: string; name: string },
): Response {
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  });
}
