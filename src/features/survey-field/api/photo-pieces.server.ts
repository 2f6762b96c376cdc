import type { Context } from 'hono';
import pLimit from 'p-limit';
import type { ApiServices } from '#platform/http/api/operation.server.ts';
import { bearerToken, provenPhone } from '../commands/identify-phone.server.ts';
import { heldOfPhoto, receivePiece } from '../commands/receive-photo.server.ts';
import { photoHeadersShape } from '../input.ts';
import { refusePhone } from './answer-phone.ts';
import { tooOften } from './phone-limits.server.ts';

/**
 * Each piece holds a connection of the database until the disk has it. Visits come first: photos leave most connections
 * to everybody else, and wait for each other.
 */
const fewAtOnce = pLimit(3);

const held = (status: number, offset: number, more: Record<string, string> = {}): Response =>
  new Response(null, {
    status,
    headers: { 'Upload-Offset': String(offset), 'Cache-Control': 'no-store', ...more },
  });

async function identified(services: ApiServices, c: Context) {
  const given = bearerToken(c.req.header('authorization'));
  const limited = given && (await tooOften('photos', given.token));
  if (limited) return limited;
  return (await provenPhone(services, c.req.header('authorization'))) ?? refusePhone('unknown_token');
}

/** HEAD /photos/:id: how much of it the office holds. */
export async function heldPhoto(services: ApiServices, c: Context): Promise<Response> {
  const phone = await identified(services, c);
  if (phone instanceof Response) return phone;
  const photoId = photoHeadersShape.shape.photoId.safeParse(c.req.param('photoId'));
  const known = photoId.success ? await heldOfPhoto(services, phone.officeCode, photoId.data) : null;
  return known
    ? held(200, known.offset, { 'Upload-Length': String(known.byteSize) })
    : refusePhone('not_found');
}

/** PUT /photos/:id: the next piece of it. */
export async function putPhoto(services: ApiServices, c: Context): Promise<Response> {
  const phone = await identified(services, c);
  if (phone instanceof Response) return phone;
  const headers = photoHeadersShape.safeParse({
    photoId: c.req.param('photoId'),
    offset: c.req.header('upload-offset'),
    byteSize: c.req.header('upload-length'),
    submissionId: c.req.header('photo-submission'),
    item: decoded(c.req.header('photo-item') ?? ''),
    keyId: c.req.header('photo-key'),
    sha256: c.req.header('photo-sha256'),
  });
  if (!headers.success) return refusePhone('not_understood');
  const { offset, ...photo } = headers.data;
  const piece = Buffer.from(await c.req.arrayBuffer());
  const answer = await fewAtOnce(() => receivePiece(services, phone.officeCode, photo, offset, piece));
  if (answer.state === 'held') return held(204, answer.offset);
  if (answer.state === 'go_on_from') return held(409, answer.offset);
  return refusePhone(answer.code === 'too_large' ? 'too_large' : 'not_understood');
}

/** A question's name is plain in headers, and percent-encoded where it is not. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
