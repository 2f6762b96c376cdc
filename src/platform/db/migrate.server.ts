import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';
import { deriveSecret, type MasterKey } from '../vault/master-key.server.ts';

export type AppRole = { name: string; password: string };

/** The role the application signs in with; its password follows from the master key, so nothing has to store it. */
export function appRole(masterKey: MasterKey, name: string): AppRole {
  return { name, password: deriveSecret(masterKey, `database-role:${name}`).toString('hex') };
}

/** The owner's connection string with the application's role in place of the owner's. */
export function appUrl(ownerUrl: string, role: AppRole): string {
  const url = new URL(ownerUrl);
  url.username = role.name;
  url.password = role.password;
  return url.toString();
}

async function readMigrations(roleName: string): Promise<Record<string, Migration>> {
  const folder = join(projectRoot(), 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = (await readFile(join(folder, name), 'utf8')).replaceAll(':app_role', roleName);
    return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Refuses a server that is too old, and prepares the role the application signs in with. */
export async function prepareServer(client: pg.Client, role: AppRole): Promise<void> {
  const version = Number((await client.query('show server_version_num')).rows[0].server_version_num);
  if (version < 150_000)
    throw new Error('PostgreSQL 15 atau lebih baru diperlukan / PostgreSQL 15 or later is needed');
  const database = (await client.query('select current_database() as name')).rows[0].name as string;
  try {
    const known = await client.query(
      'select rolsuper or rolbypassrls as bypass from pg_roles where rolname = $1',
      [role.name],
    );
    const name = pg.escapeIdentifier(role.name);
    const password = pg.escapeLiteral(role.password);
    // Rights are set once: repeating "nosuperuser" asks for more than the right to make roles.
    await client.query(
      known.rowCount === 0
        ? `create role ${name} with login password ${password} nosuperuser nobypassrls nocreatedb nocreaterole`
        : `alter role ${name} with login password ${password}`,
    );
    if (known.rows[0]?.bypass)
      throw new Error(`role ${role.name} may bypass row-level security; take that right away`);
  } catch (error) {
    throw new Error(
      `Peran basis data "${role.name}" belum siap. Mintalah pengelola server: CREATE ROLE ${role.name} LOGIN NOBYPASSRLS, dan beri hak CREATEROLE kepada peran di DATABASE_URL. / The application role could not be prepared: ${(error as Error).message}`,
    );
  }
  await client.query(
    `grant connect, temporary on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(role.name)}`,
  );
  await client.query(`grant usage on schema public to ${pg.escapeIdentifier(role.name)}`);
}

/** Runs the SQL files of migrations/; given a transaction, all of them within it. */
export function makeMigrator(db: Kysely<unknown>, roleName: string): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => readMigrations(roleName) } });
}

/**
 * Brings the database to the newest form: prepares the application's role, then runs the SQL files of
 * migrations/ that have not run yet, in order and under a lock. Returns the names of those it ran.
 */
export async function migrate(ownerUrl: string, role: AppRole): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await prepareServer(client, role);
  } finally {
    await client.end();
  }
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error, results } = await makeMigrator(db, role.name).migrateToLatest();
    if (error) throw error;
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
