import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Log } from '../log.ts';
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.server.ts';
import { locateBinaries, type PostgresBinaries } from './postgres-binaries.server.ts';

export type EmbeddedPostgres = {
  /** Connection string of the owner role of database `gawangan`. */
  url: string;
  /** True when a server that was already running was taken over. */
  adopted: boolean;
  notice: string | undefined;
  /** Stops the server, unless another program still uses it. */
  stop(): Promise<void>;
};

type Connection = { port: number; password: string };

const OWNER = 'gawangan_owner';
const DATABASE = 'gawangan';
const run = promisify(execFile);

const connectionUrl = ({ port, password }: Connection, database: string) =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionUrl(connection, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One starter at a time: the file holds the starter's pid; a file left by a dead starter is removed. */
async function withStartLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  const path = join(home, 'start.lock');
  for (let waited = 0; ; waited += 100) {
    const handle = await open(path, 'wx').catch(() => null);
    if (handle) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
    if ((holder > 0 && !isAlive(holder)) || waited > 60_000) await rm(path, { force: true });
    await pause(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Makes the cluster beside its final place and renames it, so that one cut short is never taken for a whole one. */
async function makeCluster(
  binaries: PostgresBinaries,
  cluster: string,
  account: PostgresAccount,
  password: string,
) {
  const partial = `${cluster}.new`;
  await rm(partial, { recursive: true, force: true });
  const passwordFile = join(account.home, 'initdb.password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.user) await chown(passwordFile, account.user.uid, account.user.gid);
  try {
    await run(
      binaries.initdb,
      ['-D', partial, '-U', OWNER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'].concat([
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ]),
      { ...account.user, cwd: account.home, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(partial, cluster);
}

async function readPostmasterPid(cluster: string): Promise<{ pid: number; port: number } | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return pid > 0 && isAlive(pid) ? { pid, port: Number(lines[3]) } : null;
}

/**
 * A server left running by a killed parent: taken over when it answers with our password, stopped when it is
 * ours but does not answer. Never fought: PostgreSQL itself refuses a second server on one cluster.
 */
async function adoptOrphan(cluster: string, connection: Connection): Promise<number | null> {
  const orphan = await readPostmasterPid(cluster);
  if (!orphan) return null;
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await answers({ ...connection, port: orphan.port })) return orphan.port;
    if (!isAlive(orphan.pid)) return null;
    await pause(250);
  }
  const command = await readFile(`/proc/${orphan.pid}/cmdline`, 'utf8').catch(() => '');
  if (command.includes('postgres')) process.kill(orphan.pid, 'SIGINT');
  for (let attempt = 0; attempt < 40 && isAlive(orphan.pid); attempt++) await pause(250);
  return null;
}

function spawnServer(
  binaries: PostgresBinaries,
  cluster: string,
  account: PostgresAccount,
  port: number,
  more: Record<string, string>,
): ChildProcess {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    max_connections: '60',
    random_page_cost: '1.1',
    jit: 'off', // compiling takes longer than any page's query
    timezone: 'UTC',
    // A first list of 100,000 rows must not wait a minute for its statistics.
    autovacuum_naptime: '15s',
    log_min_messages: 'warning',
    // The parent may die; the server must not depend on the parent's terminal.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1440',
    ...more,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(binaries.postgres, ['-D', cluster, ...args], {
    ...account.user,
    cwd: account.home,
    // A group of its own: Ctrl-C in the terminal reaches the application, which stops the server in order.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
}

async function waitUntilAnswering(
  server: ChildProcess,
  connection: Connection,
  cluster: string,
): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await answers(connection)) return;
    if (server.exitCode !== null) break;
    await pause(50);
  }
  throw new Error(
    `PostgreSQL tertanam tidak mau mulai. Lihat catatannya di ${join(cluster, 'log')} / the embedded database did not start`,
  );
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(connection, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** How many other programs hold connections to the server. */
async function otherClients(connection: Connection): Promise<number> {
  const client = new pg.Client({ connectionString: connectionUrl(connection, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows[0].n;
  } finally {
    await client.end();
  }
}

async function stopServer(cluster: string, connection: Connection, onlyIfUnused: boolean): Promise<void> {
  const running = await readPostmasterPid(cluster);
  if (!running) return;
  if (onlyIfUnused && (await otherClients(connection).catch(() => 0)) > 0) return;
  process.kill(running.pid, process.platform === 'win32' ? 'SIGTERM' : 'SIGINT');
  for (let waited = 0; waited < 20_000 && isAlive(running.pid); waited += 50) await pause(50);
}

/**
 * Starts (or takes over) the embedded PostgreSQL in `dataFolder` and keeps it alive: when it dies unasked, it is
 * started again on the same port, so that pools reconnect by themselves.
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  log: Log;
  /** Server settings besides the house's own. */
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { dataFolder, log } = options;
  await mkdir(dataFolder, { recursive: true });
  const installed = await locateBinaries();
  const account = choosePostgresAccount(dataFolder, installed.postgres);
  const binaries = account.binariesCopy ? await locateBinaries(account.binariesCopy) : installed;
  await mkdir(account.home, { recursive: true, mode: 0o700 });
  if (account.user) await chown(account.home, account.user.uid, account.user.gid);
  const cluster = join(account.home, 'cluster');
  const connectionFile = join(account.home, 'connection.json');

  return withStartLock(account.home, async () => {
    const saved = await readFile(connectionFile, 'utf8').catch(() => null);
    const connection: Connection = saved
      ? JSON.parse(saved)
      : { port: 0, password: randomBytes(24).toString('hex') };
    // The password is written before the cluster is made, so that no cluster is ever without its password.
    const save = () => writeFile(connectionFile, JSON.stringify(connection), { mode: 0o600 });
    await save();
    if (!existsSync(cluster)) await makeCluster(binaries, cluster, account, connection.password);

    let server: ChildProcess | null = null;
    let stopping = false;
    const launch = async () => {
      const child = spawnServer(binaries, cluster, account, connection.port, options.settings ?? {});
      child.unref();
      server = child;
      child.once('exit', (code, signal) => {
        if (stopping || server !== child) return;
        log.error({ code, signal }, 'embedded database ended unasked; starting it again');
        void restart();
      });
      child.once('error', (error) => log.error({ error }, 'embedded database could not be started'));
      await waitUntilAnswering(child, connection, cluster);
    };
    const restart = async () => {
      for (let attempt = 0; !stopping && attempt < 20; attempt++) {
        await pause(Math.min(250 * 2 ** attempt, 10_000));
        // Workers of the dead server may hold its memory for a moment; PostgreSQL refuses until they are gone.
        if (stopping || (await adoptOrphan(cluster, connection)) !== null) return;
        try {
          return await launch();
        } catch (error) {
          log.error({ error }, 'embedded database did not come back yet');
        }
      }
    };

    const adoptedPort = await adoptOrphan(cluster, connection);
    if (adoptedPort !== null) {
      connection.port = adoptedPort;
    } else {
      connection.port = await freePort();
      await save();
      await launch();
    }
    await ensureDatabase(connection);
    // A server taken over is no child of ours, so its end is not announced: look from time to time.
    const watch = setInterval(() => {
      if (server || stopping) return;
      void readPostmasterPid(cluster).then((running) =>
        running || server || stopping ? undefined : restart(),
      );
    }, 1_000);
    watch.unref();

    return {
      url: connectionUrl(connection, DATABASE),
      adopted: adoptedPort !== null,
      notice: account.notice,
      async stop() {
        stopping = true;
        clearInterval(watch);
        await stopServer(cluster, connection, true);
      },
    };
  });
}
