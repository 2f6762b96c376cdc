import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { newId } from '#kernel/id.ts';
import type { Services } from '#platform/services.server.ts';

export type ListContent = { readonly stream: Readable; readonly originalName: string };
export type KeptListFile = {
  readonly storageKey: string;
  readonly originalName: string;
  readonly byteSize: number;
  readonly sha256: Buffer;
};

const longestName = 200;

/** Puts the file of a list beside the database, counting and hashing it on the way; nothing is held in memory. */
export async function keepListFile(
  services: Services,
  officeCode: string,
  { stream, originalName }: ListContent,
): Promise<KeptListFile> {
  const hash = createHash('sha256');
  let byteSize = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      byteSize += chunk.length;
      next(null, chunk);
    },
  });
  stream.on('error', (error) => counted.destroy(error));
  const storageKey = `${officeCode}/lists/${newId()}`;
  try {
    await services.files.put(storageKey, stream.pipe(counted));
  } catch (error) {
    // The sender went away, or the disk is full: no half of a file stays.
    await services.files.remove(storageKey).catch(() => undefined);
    throw error;
  }
  return {
    storageKey,
    originalName: originalName.split(/[\\/]/).at(-1)?.slice(0, longestName) || 'daftar',
    byteSize,
    sha256: hash.digest(),
  };
}
