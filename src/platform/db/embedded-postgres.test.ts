import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../log.ts';
import { startEmbeddedPostgres } from './embedded-postgres.server.ts';

const log = makeLog('silent', 'test');

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-embedded-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataFolder: string) {
  const postgres = await startEmbeddedPostgres({ dataFolder, log });
  onTestFinished(() => postgres.stop());
  return postgres;
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = async (folder: string) =>
  Number((await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

async function until<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 150) throw error;
      await pause(100);
    }
  }
}

test('what was saved is there after stopping and starting, and every commit reaches the disk', async () => {
  const folder = await aFolder();
  const first = await start(folder);
  await query(first.url, 'create table kept as select 7 as seven');
  await first.stop();
  await expect(query(first.url, 'select 1')).rejects.toThrow();
  const second = await start(folder);
  expect(second.adopted).toBe(false);
  expect(await query(second.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
  expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
});

test('a database killed in the middle of its work comes back by itself, under the same address, with all that was committed', async () => {
  const folder = await aFolder();
  const { url } = await start(folder);
  await query(url, 'create table kept as select 7 as seven');
  process.kill(await postmasterPid(folder), 'SIGKILL');
  expect(await until(() => query(url, 'select seven from kept'))).toEqual([{ seven: 7 }]);
});

test('a database left running by a killed application is taken over, not fought', async () => {
  const folder = await aFolder();
  const starter = fileURLToPath(new URL('../../testing/start-and-wait.ts', import.meta.url));
  const child = spawn(process.execPath, [starter, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = line.toString().trim();
  await query(url, 'create table kept as select 7 as seven');
  const pid = await postmasterPid(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const adopted = await start(folder);
  expect(adopted).toMatchObject({ adopted: true, url });
  expect(await postmasterPid(folder)).toBe(pid);
  process.kill(pid, 'SIGKILL');
  expect(await until(() => query(url, 'select seven from kept'))).toEqual([{ seven: 7 }]);
});

test('two programs that start at the same moment share one database', async () => {
  const folder = await aFolder();
  const [a, b] = await Promise.all([start(folder), start(folder)]);
  expect(a.url).toBe(b.url);
  expect([a.adopted, b.adopted].sort()).toEqual([false, true]);
});

test('a program that only visits leaves the database running for the one that still uses it', async () => {
  const folder = await aFolder();
  const host = await start(folder);
  const inUse = new pg.Client({ connectionString: host.url });
  await inUse.connect();
  const visitor = await start(folder);
  await visitor.stop();
  expect((await inUse.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await inUse.end();
});
