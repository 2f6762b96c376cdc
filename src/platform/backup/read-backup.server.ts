import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { asOutcome, BackupRefused } from './backup-refusal.ts';
import { type Entry, EntryReader, type Manifest } from './entry-stream.ts';
import { unseal } from './sealed-stream.ts';

export type BackupContents = { manifest: Manifest; rows: Record<string, number>; files: number };
export type ReadProgress = (bytesRead: number) => void;

/** Does what is to be done with one table or file; must read or skip its body. Tables come before files. */
export type EntryHandler = (
  entry: Exclude<Entry, Manifest | { kind: 'end' }>,
  reader: EntryReader,
) => Promise<void>;

/** Decrypts and unpacks; a refusal inside comes out where the stream is read. */
function plainStream(path: string, passphrase: string, onRead: ReadProgress): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  async function* counted() {
    let bytes = 0;
    for await (const piece of file) {
      bytes += piece.length;
      onRead(bytes);
      yield piece as Buffer;
    }
  }
  const unzip = createGunzip({ chunkSize: 256 * 1024 });
  return pipeline(Readable.from(unseal(counted(), passphrase)), unzip, () => undefined);
}

/**
 * Reads a backup from its first byte to its last, handing over each table and file. Throws BackupRefused when it
 * cannot be read or is not whole, which may turn out only at its end: do not keep anything before this returns.
 */
export async function readBackup(
  path: string,
  passphrase: string,
  {
    onManifest,
    onEntry,
    onRead,
  }: {
    onManifest?: (manifest: Manifest) => Promise<void>;
    onEntry: EntryHandler;
    onRead?: ReadProgress;
  },
): Promise<BackupContents> {
  await access(path).catch(() => {
    throw new BackupRefused('file_missing', { path });
  });
  const reader = new EntryReader(plainStream(path, passphrase, onRead ?? (() => undefined)));
  const manifest = await reader.next();
  if (manifest.kind !== 'manifest') throw new BackupRefused('damaged');
  await reader.skip();
  await onManifest?.(manifest);
  for (;;) {
    const entry = await reader.next();
    if (entry.kind === 'manifest') throw new BackupRefused('damaged');
    if (entry.kind === 'end') {
      await reader.skip();
      if (!(await reader.atEnd())) throw new BackupRefused('damaged');
      return { manifest, rows: entry.rows, files: entry.files };
    }
    await onEntry(entry, reader);
  }
}

/** Reads the whole file without writing anything: passphrase, every byte, what it holds. */
export function checkBackup(path: string, passphrase: string, onRead?: ReadProgress) {
  return asOutcome(() =>
    readBackup(path, passphrase, { onEntry: (_, reader) => reader.skip(), ...(onRead ? { onRead } : {}) }),
  );
}
