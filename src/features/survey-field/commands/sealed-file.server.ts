import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the sealed bytes of a photo gather until it is whole and was opened. */
export const sealedKey = (officeCode: string, photoId: string): string =>
  `${officeCode}/field-sealed/${photoId}`;

/**
 * Writes a piece at its place and waits until the disk has it. Written over when it comes again: a server that was
 * killed between disk and database leaves nothing behind that matters. Throws ENOSPC when the disk is full.
 */
export async function writePiece(path: string, offset: number, piece: Buffer): Promise<void> {
  const file = await openForPieces(path);
  try {
    // A disk with little room left takes a part, and says that it is full the next time.
    for (let written = 0; written < piece.length; ) {
      const { bytesWritten } = await file.write(piece, written, piece.length - written, offset + written);
      written += bytesWritten;
    }
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function openForPieces(path: string) {
  const flags = 'r+';
  try {
    return await open(path, flags);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  const made = await open(path, 'a');
  await made.close();
  // The name itself must be on the disk as well.
  const folder = await open(dirname(path), 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
  return open(path, flags);
}

export async function hashOfFile(path: string, byteSize: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { end: byteSize - 1 })) hash.update(part as Buffer);
  return hash.digest('hex');
}

export const removeFile = (path: string): Promise<void> => rm(path, { force: true });

const fullDisk = ['ENOSPC', 'EDQUOT', '53100'];
const unusableDisk = ['EIO', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE'];

/** Whether the disk, or the database's, has no room left. */
export const isDiskFull = (error: unknown): boolean => hasCode(error, fullDisk);

/** Whether files cannot be read or written for a reason that says nothing of what is in them. */
export const isDiskUnusable = (error: unknown): boolean => hasCode(error, unusableDisk);

/** The library that keeps files wraps what the system says in an error of its own. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return codes.includes(String(code)) || hasCode(cause, codes);
}
