import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

export type CleanDatabase = {
  /** Owner's connection string. */
  url: string;
  /** Hands it back; `spoiled` when more than rows may have changed in it, so that no other test gets it. */
  giveBack(spoiled: boolean): Promise<void>;
};

/** SQLSTATE of PostgreSQL where a template is connected to. */
const OBJECT_IN_USE = '55006';
const MOST_TRIES = 6;

/** Connections of the owner to clones that no test is using. */
const free: pg.Client[] = [];
let admin: pg.Client | undefined;

// Registered for the test file that imports this module: every file has a process, and clones, of its own.
afterAll(async () => {
  for (const owner of free.splice(0)) await drop(owner);
  await admin?.end();
  admin = undefined;
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A test may end the server's connections; the next use then fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function atDatabase(name: string): string {
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(statement: string): Promise<void> {
  admin ??= await connected(atDatabase('postgres'));
  await admin.query(statement);
}

/** Copying the files takes a quarter of the time of writing every page to the log. */
async function clone(): Promise<pg.Client> {
  const name = `gawangan_test_${randomBytes(6).toString('hex')}`;
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  for (let tries = 1; ; tries += 1)
    try {
      await asAdmin(`create database ${name} template ${template} strategy file_copy`);
      return await connected(atDatabase(name));
    } catch (error) {
      // A test of another file looks at the template itself; the server has waited five seconds for it by now.
      if ((error as { code?: unknown }).code !== OBJECT_IN_USE || tries === MOST_TRIES) throw error;
    }
}

async function drop(owner: pg.Client): Promise<void> {
  await owner.end();
  await asAdmin(`drop database ${owner.database} with (force)`);
}

/**
 * A database in the state of the template: a clone, or one that an earlier test of the same file is done with and
 * whose rows are removed, which takes a hundredth of the time. The application's role can change nothing but rows,
 * and none of the reference tables, so nothing else can be left over.
 */
export async function cleanDatabase(): Promise<CleanDatabase> {
  const owner = free.pop() ?? (await clone());
  // One statement: foreign keys are looked at when all of it is done, so the order of tables is no matter.
  const removals = inject('emptyTables').map((table, at) => `t${at} as (delete from ${table})`);
  await owner.query(`with ${removals.join(', ')} select`);
  return {
    url: atDatabase(owner.database ?? ''),
    async giveBack(spoiled) {
      if (spoiled) await drop(owner);
      else free.push(owner);
    },
  };
}
