import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { TEST_KEY } from '#testing/global-setup.ts';
import { listTables } from './backed-up-tables.server.ts';
import { type BackupProgress, makeBackup } from './make-backup.server.ts';
import { type RestoreRequest, restoreBackup } from './restore-backup.server.ts';

/** The least the format allows: what is slow on purpose must not slow the tests. */
export const CHEAP = { logN: 14, r: 8, p: 1 };
export const PASSPHRASE = 'kawung parang truntum';

export type Place = { ownerUrl: string; dataFolder: string };

export async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-backup-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new machine: a database without a table, on the suite's server unless told otherwise, and an empty folder. */
export async function anEmptyPlace(server = inject('templateUrl')): Promise<Place> {
  const name = `gawangan_restored_${randomBytes(6).toString('hex')}`;
  const admin = new URL(server);
  admin.pathname = '/postgres';
  await ask(admin.href, `create database ${name} template template0`);
  onTestFinished(async () => void (await ask(admin.href, `drop database if exists ${name} with (force)`)));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { ownerUrl: url.href, dataFolder: await aFolder() };
}

export async function aBackup(of: Place, onProgress?: BackupProgress): Promise<string> {
  const path = join(await aFolder(), 'kantor.cadangan');
  const made = await makeBackup({
    ...of,
    path,
    passphrase: PASSPHRASE,
    masterKey: TEST_KEY,
    cost: CHEAP,
    ...(onProgress ? { onProgress } : {}),
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return path;
}

export function restoreTo(place: Place, path: string, more: Partial<RestoreRequest> = {}) {
  return restoreBackup({
    ...place,
    path,
    passphrase: PASSPHRASE,
    keyInEnvironment: undefined,
    roleName: 'gawangan_app',
    replace: false,
    now: new Date('2026-05-07T03:00:00Z'),
    ...more,
  });
}

/** One hash per backed-up table, over all rows and carried columns, in no particular order. */
export async function tableHashes({ ownerUrl }: Place): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const hashes: Record<string, string> = {};
    for (const { name, columns } of await listTables(client)) {
      const { rows } = await client.query(
        `select count(*) || ':' || coalesce(md5(string_agg(h, '' order by h collate "C")), '') as hash
         from (select md5(row(${columns.map(pg.escapeIdentifier).join(', ')})::text) as h from ${name}) as hashed`,
      );
      hashes[name] = rows[0].hash;
    }
    return hashes;
  } finally {
    await client.end();
  }
}

/** Tables of the application in a database: none in one that is untouched. */
export async function tableCount({ ownerUrl }: Place): Promise<number> {
  const [row] = await ask<{ n: number }>(
    ownerUrl,
    `select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  return row?.n ?? 0;
}
