import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { openServices } from '#platform/open-services.server.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { Services } from '#platform/services.server.ts';
import { HttpClient } from './http-client.ts';

export type Part = 'app' | 'worker' | 'database';

/** A line of a program's log. */
type LogLine = { name?: string; pid?: number; port?: number; msg?: string };

/**
 * The built server on a free port with a data folder of its own, as `npm start` runs it: it starts its worker and,
 * unless given DATABASE_URL, its embedded database. Any of the three can be killed, and the app started again on
 * what is left. All are gone, with the folder, when the test that asked is over.
 *
 * Without more in `env` (GAWANGAN_DATA: another folder) there is no sample office (`GAWANGAN_SEED: 'demo'` makes it).
 */
export async function startApp(env: Record<string, string> = {}): Promise<RunningApp> {
  const dataFolder = env.GAWANGAN_DATA ?? (await mkdtemp(join(tmpdir(), 'gawangan-app-')));
  await chmod(dataFolder, 0o755); // as root, the database runs as a user of its own and must get in
  const app = new RunningApp(dataFolder, env);
  onTestFinished(async () => {
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });
  await app.start();
  return app;
}

export class RunningApp {
  readonly dataFolder: string;
  readonly #env: Record<string, string>;
  #server: ChildProcess | undefined;
  #port = 0;
  #worker = 0;
  /** What the programs have said since the first start, for a test that fails. */
  log = '';

  constructor(dataFolder: string, env: Record<string, string>) {
    this.dataFolder = dataFolder;
    this.#env = env;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** A visitor with no cookies yet. */
  client(): HttpClient {
    return new HttpClient(this.url);
  }

  /** Starts the server, and again after it was killed or stopped; returns when pages and worker are ready. */
  async start(): Promise<void> {
    this.#worker = 0;
    const server = spawn(process.execPath, [join(projectRoot(), 'build/server/server.js')], {
      cwd: projectRoot(),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        GAWANGAN_SEED: 'none',
        ...this.#env,
        PORT: String(this.#port), // the first start takes a free one, later ones the same
        GAWANGAN_DATA: this.dataFolder,
        GAWANGAN_LOG: 'info',
      },
    });
    this.#server = server;
    if (server.stderr) createInterface(server.stderr).on('line', (line) => this.#hear(line));
    let listening = false;
    await this.until('the app to be ready', async () => {
      if (server.exitCode !== null) throw new Error(`the server ended:\n${this.log}`);
      listening ||= this.#port > 0 && (await fetch(`${this.url}/readyz`).catch(() => null))?.status === 200;
      return listening && this.#worker > 0;
    });
  }

  #hear(line: string): void {
    this.log += `${line}\n`;
    if (!line.startsWith('{')) return;
    const { name, pid = 0, port = 0, msg } = JSON.parse(line) as LogLine;
    if (msg === 'listening') this.#port = port;
    if (msg === 'worker ready' && name === 'worker') this.#worker = pid;
  }

  /** Process id of a running part. */
  async pid(part: Part): Promise<number> {
    if (part === 'app') return this.#server?.pid ?? 0;
    if (part === 'worker') return this.#worker;
    const file = join(this.dataFolder, 'postgres/cluster/postmaster.pid');
    return Number((await readFile(file, 'utf8')).split('\n')[0]);
  }

  /** Connection string of the database's owner: DATABASE_URL, or the embedded database. */
  async ownerUrl(): Promise<string> {
    if (this.#env.DATABASE_URL) return this.#env.DATABASE_URL;
    const connection = await readFile(join(this.dataFolder, 'postgres/connection.json'), 'utf8');
    const { port, password } = JSON.parse(connection) as { port: number; password: string };
    return `postgres://gawangan_owner:${password}@127.0.0.1:${port}/gawangan`;
  }

  /** Services on the app's own database, keys and files, so that a test can prepare and look; closed with the test. */
  async services(): Promise<Services> {
    const env = readEnv({
      ...this.#env,
      GAWANGAN_DATA: this.dataFolder,
      DATABASE_URL: await this.ownerUrl(),
    });
    const opened = await openServices(env, makeLog('error', 'test'));
    onTestFinished(() => opened.close());
    return opened.services;
  }

  /** Kills a part as a power cut or the kernel would, and returns when it is gone. */
  async kill(part: Part): Promise<void> {
    const pid = await this.pid(part);
    if (part === 'worker') this.#worker = 0;
    process.kill(pid, 'SIGKILL');
    await this.until(`${part} to be gone`, async () => !isAlive(pid));
  }

  /** Returns when the app has started a worker in place of the one that was killed. */
  workerIsBack(): Promise<void> {
    return this.until('a new worker', async () => this.#worker > 0);
  }

  /** Ends everything in order; harmless when it has ended already. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    // A killed app leaves its database behind, and its worker for the moment that it takes to notice.
    const worker = this.#worker;
    await this.until('the worker to end', async () => worker === 0 || !isAlive(worker));
    const database = await this.pid('database').catch(() => 0);
    if (database > 0 && isAlive(database)) process.kill(database, 'SIGINT');
    await this.until('the database to end', async () => database === 0 || !isAlive(database));
  }

  /** Asks again and again until the answer is yes; throws after `seconds`, with what the programs said. */
  async until(what: string, isSo: () => Promise<boolean>, seconds = 120): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}\n${this.log}`);
      await pause(50);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
