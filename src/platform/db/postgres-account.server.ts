import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type PostgresAccount = {
  /** Folder that holds the cluster. */
  home: string;
  /** Set when running as root: PostgreSQL refuses to run as root, so it gets a system user of its own. */
  user?: { uid: number; gid: number };
  /** Where a copy of the binaries must stand, when that user cannot reach the installed ones. */
  binariesCopy?: string;
  /** One line for the person at the terminal, when something stands elsewhere than expected. */
  notice?: string;
};

const SYSTEM_USER = 'gawangan';
const SYSTEM_HOME = '/var/lib/gawangan';

function systemUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, SYSTEM_USER], { encoding: 'utf8', stdio: 'pipe' }).trim());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--home-dir', SYSTEM_HOME, '--shell', '/usr/sbin/nologin', SYSTEM_USER],
      { stdio: 'pipe' },
    );
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether `user`, being neither owner nor root, can walk into `folder` through each folder above it. */
function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/**
 * Decides as whom and where the embedded PostgreSQL runs. As an ordinary user: as that user, inside
 * `dataFolder`. As root: as the system user `gawangan`, and below /var/lib/gawangan where that user cannot
 * enter `dataFolder` (for example under root's home).
 */
export function choosePostgresAccount(dataFolder: string, installedAt: string): PostgresAccount {
  const home = join(dataFolder, 'postgres');
  if (process.getuid?.() !== 0) return { home };
  const user = systemUser();
  const reachableData = canEnter(dirname(dataFolder), user) && canEnter(dataFolder, user);
  const reachableBinaries = canEnter(installedAt, user);
  const label = `${basename(dirname(dataFolder))}-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)}`;
  const account: PostgresAccount = { home: reachableData ? home : join(SYSTEM_HOME, label), user };
  if (!reachableBinaries) account.binariesCopy = SYSTEM_HOME;
  if (!reachableData || !reachableBinaries) {
    account.notice = `Dijalankan sebagai root: basis data berjalan sebagai pengguna "${SYSTEM_USER}", data di ${account.home} / running as root: the database runs as "${SYSTEM_USER}", data in ${account.home}`;
  }
  return account;
}
