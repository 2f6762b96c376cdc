import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { appRole, appUrl, migrate } from '#platform/db/migrate.server.ts';
import { openJobQueue } from '#platform/jobs/job-queue.server.ts';
import { makeLog } from '#platform/log.ts';
import { startTemporaryPostgres } from './temporary-postgres.ts';

export const TEST_KEY = Buffer.alloc(32, 7);

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's connection string of the template, which is never connected to by tests that write. */
    templateUrl: string;
    /** Tables without a row in the template, quoted for SQL: what a used clone must have no row in either. */
    emptyTables: string[];
  }
}

/** Starts a database server (or takes TEST_DATABASE_URL) and makes the migrated template that tests are cloned from. */
export default async function setUp(project: TestProject) {
  // Projects run one after the other or together, on one server when one is given.
  const template = `gawangan_test_template_${project.name}`;
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTemporaryPostgres();
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.query(`create database ${template} template template0`);
  await client.end();
  const role = appRole(TEST_KEY, 'gawangan_app');
  await migrate(templateUrl.href, role);
  await loadReference(templateUrl.href, ['33.75', '33.25', '33.26']);
  const queue = await openJobQueue(appUrl(templateUrl.href, role), makeLog('error', 'test'), 'works');
  await queue.stop();
  project.provide('templateUrl', templateUrl.href);
  project.provide('emptyTables', await emptyTables(templateUrl.href));
  return () => server.stop();
}

async function emptyTables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  const empty: string[] = [];
  for (const { name } of rows) {
    const found = await client.query(`select 1 from ${name} limit 1`);
    if (found.rowCount === 0) empty.push(name);
  }
  await client.end();
  return empty;
}
