import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where uploaded files stand: a folder of the data directory. Keys are `office/kind/id`, made by us, never by users. */
export type FileStore = {
  put(key: string, content: Buffer | Readable): Promise<void>;
  read(key: string): Promise<Readable>;
  /** Bytes and time of the last change, or null when there is no such file. */
  stat(key: string): Promise<{ size: number; changedAt: Date } | null>;
  remove(key: string): Promise<void>;
  /** Where the file itself stands, for readers that need to jump about in it. */
  pathOf(key: string): string;
};

export function openFileStore(dataFolder: string): FileStore {
  const location = resolve(dataFolder, 'files');
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return {
    put: (key, content) => (Buffer.isBuffer(content) ? disk.put(key, content) : disk.putStream(key, content)),
    read: (key) => disk.getStream(key),
    async stat(key) {
      if (!(await disk.exists(key))) return null;
      const { contentLength, lastModified } = await disk.getMetaData(key);
      return { size: contentLength, changedAt: lastModified };
    },
    remove: (key) => disk.delete(key),
    pathOf: (key) => join(location, ...key.split('/')),
  };
}
