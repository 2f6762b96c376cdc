import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupRefused } from './backup-refusal.ts';
import type { Placement } from './master-key-place.server.ts';

/** Files of a backup, gathered beside the file store until all of the backup has been read. */
export type StagedFiles = Placement & {
  add(key: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Removes what was replaced. */
  finish(): Promise<void>;
  /** Removes what was gathered and not put in place. */
  discard(): Promise<void>;
};

const SAFE_KEY = /^[\w.-]+(\/[\w.-]+)*$/;

/** Begins with an empty staging folder; what an interrupted restore left there is removed. */
export async function stageFiles(dataFolder: string): Promise<StagedFiles> {
  const place = join(dataFolder, 'files');
  const staging = join(dataFolder, 'files.restoring');
  const old = join(dataFolder, 'files.old');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  let moved = false;
  return {
    async add(key, content) {
      if (!SAFE_KEY.test(key) || key.split('/').includes('..')) throw new BackupRefused('damaged');
      const path = join(staging, key);
      await mkdir(dirname(path), { recursive: true });
      await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    },
    async place() {
      await rm(old, { recursive: true, force: true });
      await rename(place, old).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      moved = true;
      await rename(staging, place);
    },
    async takeBack() {
      if (!moved) return;
      await rename(place, staging).catch(() => undefined);
      await rename(old, place).catch(() => undefined);
    },
    finish: () => rm(old, { recursive: true, force: true }),
    discard: () => rm(staging, { recursive: true, force: true }),
  };
}
