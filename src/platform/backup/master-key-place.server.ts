import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BackupRefused } from './backup-refusal.ts';

/** What changes on disk when a backup is put in place: taken back as long as the database has not been committed. */
export type Placement = { place(): Promise<void>; takeBack(): Promise<void> };

export const nothingToPlace: Placement = { place: async () => undefined, takeBack: async () => undefined };

/**
 * How the backup's master key (hexadecimal) comes to be the installation's. GAWANGAN_KEY wins over the key file at
 * every start, so where it is set it must be the backup's. A key file with another key is replaced only when asked,
 * and kept as master.key.old.
 */
export async function planMasterKey(given: {
  dataFolder: string;
  keyInEnvironment: string | undefined;
  backupKey: string;
  replace: boolean;
}): Promise<Placement> {
  const { dataFolder, keyInEnvironment, backupKey, replace } = given;
  if (keyInEnvironment) {
    if (keyInEnvironment.toLowerCase() !== backupKey) throw new BackupRefused('other_key_in_environment');
    return nothingToPlace;
  }
  const path = join(dataFolder, 'keys', 'master.key');
  const present = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (present?.trim().toLowerCase() === backupKey) return nothingToPlace;
  if (present !== null && !replace) throw new BackupRefused('other_key_file', { path });
  const old = `${path}.old`;
  const fresh = `${path}.restoring`;
  let placed = false;
  return {
    async place() {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(fresh, `${backupKey}\n`, { mode: 0o600, flush: true });
      // Never a moment without a key file: a program starting then would make a new one.
      if (present !== null) await writeFile(old, present, { mode: 0o600, flush: true });
      placed = true;
      await rename(fresh, path);
    },
    async takeBack() {
      if (!placed) return;
      await rm(fresh, { force: true });
      if (present !== null) await rename(old, path);
      else await rm(path, { force: true });
    },
  };
}
