import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '#platform/project-root.ts';
import type { BenchHouse } from './bench-house.ts';
import { type Client, httpClient } from './http-client.ts';

export type BenchServer = {
  address: string;
  /** A browser of its own, signed in as the officer. */
  signIn(): Promise<Client>;
  /** Memory that the process holds now, in MB; NaN where the system does not tell. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts the built server on the data of a house. It ends with the bench. */
export async function startBenchServer(house: BenchHouse): Promise<BenchServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(projectRoot(), 'build/server/server.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      GAWANGAN_DATA: house.dataFolder,
      GAWANGAN_SEED: 'none',
      GAWANGAN_LOG: 'error',
    },
  });
  const endWithBench = () => child.kill();
  process.once('exit', endWithBench);
  const anyone = httpClient(address);
  const isReady = () =>
    anyone.send('/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('the server did not start');
    await pause(50);
  }
  anyone.close();
  return {
    address,
    async signIn() {
      const client = httpClient(address);
      const { email, password } = house.officer;
      const { status } = await client.send('/masuk', { form: { name: email, password, lanjut: '/' } });
      if (status !== 302) throw new Error(`signing in was answered with ${status}`);
      return client;
    },
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    async stop() {
      process.off('exit', endWithBench);
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
