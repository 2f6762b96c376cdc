import { mkdir } from 'node:fs/promises';
import { makeAuth } from './auth/better-auth.server.ts';
import { connect } from './db/connect.server.ts';
import { startEmbeddedPostgres } from './db/embedded-postgres.server.ts';
import { appRole, appUrl, migrate } from './db/migrate.server.ts';
import type { Env } from './env.ts';
import { openFileStore } from './files/file-store.server.ts';
import { openJobQueue } from './jobs/job-queue.server.ts';
import type { Log } from './log.ts';
import type { Services } from './services.server.ts';
import { readMasterKey } from './vault/master-key.server.ts';
import { Vault } from './vault/vault.server.ts';

export type Opened = {
  services: Services;
  /** Connection string of the migration role: for migrations, reference data and backup only. */
  ownerUrl: string;
  /** Connection string of the application's role. */
  appDatabaseUrl: string;
  /** One line for the person at the terminal. */
  notice: string | undefined;
  close(): Promise<void>;
};

/**
 * Opens everything a process needs: database (embedded, or DATABASE_URL) brought to the newest form, keys, files,
 * job queue. `works` is for the worker, which supervises the queue.
 */
export async function openServices(env: Env, log: Log, role: 'adds' | 'works' = 'adds'): Promise<Opened> {
  await mkdir(env.GAWANGAN_DATA, { recursive: true });
  const masterKey = await readMasterKey(env);
  const embedded = env.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataFolder: env.GAWANGAN_DATA, log });
  const ownerUrl = env.DATABASE_URL ?? embedded?.url ?? '';
  const dbRole = appRole(masterKey, env.GAWANGAN_APP_ROLE);
  const ran = await migrate(ownerUrl, dbRole);
  if (ran.length > 0) log.info({ migrations: ran }, 'database migrated');
  const appDatabaseUrl = appUrl(ownerUrl, dbRole);
  const connected = connect(appDatabaseUrl, { name: `gawangan-${role}` });
  const jobs = await openJobQueue(appDatabaseUrl, log, role);
  return {
    services: {
      env,
      log,
      db: connected.db,
      vault: new Vault(masterKey),
      auth: makeAuth(connected.db, env, masterKey),
      jobs,
      files: openFileStore(env.GAWANGAN_DATA),
      clock: () => new Date(),
    },
    ownerUrl,
    appDatabaseUrl,
    notice: embedded?.notice,
    async close() {
      await jobs.stop();
      await connected.close();
      await embedded?.stop();
    },
  };
}
