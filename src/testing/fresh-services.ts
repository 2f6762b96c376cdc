import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeAuth } from '#platform/auth/better-auth.server.ts';
import { connect } from '#platform/db/connect.server.ts';
import { appRole, appUrl } from '#platform/db/migrate.server.ts';
import { readEnv } from '#platform/env.ts';
import { openFileStore } from '#platform/files/file-store.server.ts';
import { openJobQueue } from '#platform/jobs/job-queue.server.ts';
import { makeLog } from '#platform/log.ts';
import type { Services } from '#platform/services.server.ts';
import { Vault } from '#platform/vault/vault.server.ts';
import { cleanDatabase } from './clean-database.ts';
import { TEST_KEY } from './global-setup.ts';

/** The moment at which tests happen: Wednesday, 6 May 2026, 10.00 WIB. */
export const TEST_NOW = new Date('2026-05-06T03:00:00Z');

export type TestServices = Services & {
  /** Owner's connection string of this database, for what the application itself may not do. */
  ownerUrl: string;
  /** The application's connection string. */
  appDatabaseUrl: string;
  /** Moves the clock. */
  setNow(now: Date): void;
};

/**
 * Real services on a database of their own, which is in the state of the migrated template and stays this test's
 * until it is over.
 */
export async function freshServices(): Promise<TestServices> {
  const database = await cleanDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'gawangan-test-'));
  const env = readEnv({ GAWANGAN_DATA: dataFolder, GAWANGAN_LOG: 'error' });
  const log = makeLog('error', 'test');
  const role = appRole(TEST_KEY, env.GAWANGAN_APP_ROLE);
  const appDatabaseUrl = appUrl(database.url, role);
  const connected = connect(appDatabaseUrl, { max: 5 });
  const jobs = await openJobQueue(appDatabaseUrl, log, 'adds');
  let now = TEST_NOW;
  let ownerAsked = false;
  onTestFinished(async () => {
    await jobs.stop();
    await connected.close();
    await database.giveBack(ownerAsked);
    await rm(dataFolder, { recursive: true, force: true });
  });
  return {
    env,
    log,
    db: connected.db,
    vault: new Vault(TEST_KEY),
    auth: makeAuth(connected.db, env, TEST_KEY),
    jobs,
    files: openFileStore(dataFolder),
    clock: () => now,
    get ownerUrl() {
      ownerAsked = true; // the owner may change anything, so nobody else gets this database
      return database.url;
    },
    appDatabaseUrl,
    setNow(next) {
      now = next;
    },
  };
}
