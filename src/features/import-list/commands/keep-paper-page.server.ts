import { createHash } from 'node:crypto';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import type { Services } from '#platform/services.server.ts';
import type { PaperPage } from '../rules/inspection.ts';

const MEGABYTES = 10;
const longestName = 200;

export type KeptPage = PaperPage & { readonly sha256: Buffer };

/**
 * Puts the photo or PDF of a paper list beside the database. Told apart by its bytes, not by its name. Refused:
 * `file_too_large` above 10 MB, `invalid_input` at `file` for any other kind of file.
 */
export async function keepPaperPage(
  services: Services,
  storageKey: string,
  file: File,
): Promise<Outcome<KeptPage>> {
  if (file.size > MEGABYTES * 1024 * 1024)
    return refused('file_too_large', { details: { megabytes: MEGABYTES } });
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = fileKindOf(bytes);
  if (!kind) return invalid([{ path: 'file', code: 'wrong_format' }]);
  await services.files.put(storageKey, bytes);
  return done({
    storageKey,
    name: file.name.split(/[\\/]/).at(-1)?.slice(0, longestName) || `halaman.${kind.extension}`,
    mediaType: kind.mediaType,
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
  });
}
