import type { Auth } from './auth/better-auth.server.ts';
import type { Database } from './db/connect.server.ts';
import type { Env } from './env.ts';
import type { FileStore } from './files/file-store.server.ts';
import type { JobQueue } from './jobs/job-queue.server.ts';
import type { Log } from './log.ts';
import type { Vault } from './vault/vault.server.ts';

/** What every command and query is handed; made once at start by server.ts, worker.ts or cli.ts. */
export type Services = {
  env: Env;
  log: Log;
  /** Signed in as the application's role: row-level security applies. */
  db: Database;
  vault: Vault;
  auth: Auth;
  jobs: JobQueue;
  files: FileStore;
  /** The time; fixed in tests. */
  clock: () => Date;
};
