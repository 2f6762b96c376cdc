import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { appRole, appUrl, migrate } from '#platform/db/migrate.server.ts';
import { openJobQueue } from '#platform/jobs/job-queue.server.ts';
import { makeLog } from '#platform/log.ts';
import { startTemporaryPostgres } from './temporary-postgres.ts';

export const TEST_KEY = Buffer.alloc(32, 7);
const TEMPLATE = 'gawangan_test_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's connection string of the template, which is never connected to by tests. */
    templateUrl: string;
  }
}

/** Starts a database server (or takes TEST_DATABASE_URL) and makes the migrated template that tests are cloned from. */
export default async function setUp(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTemporaryPostgres();
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${TEMPLATE}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE} template template0`);
  await client.end();
  const role = appRole(TEST_KEY, 'gawangan_app');
  await migrate(templateUrl.href, role);
  await loadReference(templateUrl.href, ['33.75', '33.25', '33.26']);
  const queue = await openJobQueue(appUrl(templateUrl.href, role), makeLog('error', 'test'), 'works');
  await queue.stop();
  project.provide('templateUrl', templateUrl.href);
  return () => server.stop();
}
