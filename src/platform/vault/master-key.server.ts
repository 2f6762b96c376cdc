import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../env.ts';

/** 32 bytes from which every other secret of an installation is derived. Without it, personal data is unreadable. */
export type MasterKey = Buffer;

/** Reads GAWANGAN_KEY, else the key file in the data folder, which is made once with mode 0600. */
export async function readMasterKey(env: Env): Promise<MasterKey> {
  if (env.GAWANGAN_KEY) return Buffer.from(env.GAWANGAN_KEY, 'hex');
  const folder = join(env.GAWANGAN_DATA, 'keys');
  const path = join(folder, 'master.key');
  const read = async () => Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  await rename(fresh, path);
  return read();
}

/** A secret for one purpose; knowing one tells nothing of another (HKDF-SHA256). */
export function deriveSecret(masterKey: MasterKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, 'gawangan', purpose, 32));
}
