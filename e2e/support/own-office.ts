import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { aListedFrame, anEnumerator, aRunningRound } from '#features/plan-census/factory.ts';
import { assignOpenRows } from '#features/plan-census/index.server.ts';
import { createOffice } from '#features/run-office/index.server.ts';
import { aStaffMember, type Staff } from '#features/sign-in/factory.ts';
import { systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { execute } from '#platform/command.server.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { openServices } from '#platform/open-services.server.ts';

const OFFICE = '33.75';
const ROWS_EACH = 3;
/** Alike enough to be invented by one person, unlike enough to be no pairs. */
const OWNERS = [
  'Slamet Riyadi',
  'Khotimah',
  'Joko Purwanto',
  'Endang Lestari',
  'Abdul Ghofur',
  'Tri Wahyuni',
  'Mardiyanto',
  'Fatmawati',
  'Hendra Gunawan',
  'Ngatini',
  'Rofiq Anshori',
  'Susilowati',
  'Bambang Irawan',
  'Zubaidah',
  'Eko Prasetyo',
  'Kartini',
  'Muhammad Fauzan',
  'Pujiastuti',
  'Wahid Hasyim',
  'Lilis Suryani',
  'Gunawan Wibisono',
];

/** A small office with data and a server of its own, which a test may kill. */
export type OwnOffice = {
  url: string;
  dataFolder: string;
  officer: Staff;
  dataOfficer: Staff;
  /** Each with three rows in Jenggot; names as the office has them. */
  enumerators: (Staff & { name: string })[];
  /** The process is gone at once: nothing is finished, nobody is told. */
  kill(): Promise<void>;
  /** On the same port and the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
};

export async function openOwnOffice(names: readonly string[]): Promise<OwnOffice> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gawangan-kantor-'));
  await chmod(dataFolder, 0o755); // as root, the database runs as a user of its own and must get in
  const log = makeLog('error', 'test');
  const opened = await openServices(readEnv({ GAWANGAN_DATA: dataFolder, GAWANGAN_SEED: 'none' }), log);
  const { services } = opened;
  await loadReference(opened.ownerUrl, [OFFICE]);
  const actor = systemActor(OFFICE, 'Uji');
  const office = await execute(services, actor, createOffice, {
    name: 'Kantor Uji',
    shortName: 'Uji',
    // Of others a second factor is asked before people may be managed.
    isDemo: true,
  });
  if (!office.ok) throw new Error(office.refusal.code);
  const scope = { kind: 'office', code: OFFICE } as const;
  const officer = await aStaffMember(services, OFFICE, { name: 'Rina Wulandari' });
  const dataOfficer = await aStaffMember(services, OFFICE, {
    name: 'Fitri Handayani',
    grants: [{ role: 'data_officer', scope }],
  });
  const owners = OWNERS.slice(0, names.length * ROWS_EACH).map((owner) => ['02/05', owner] as const);
  const { sourceListId } = await aListedFrame(services, actor, owners);
  const today = plainDateInWib(Date.now());
  const roundId = await aRunningRound(services, actor, {
    sourceListIds: [sourceListId],
    startsOn: addDays(today, -1),
    endsOn: addDays(today, 30),
  });
  const enumerators: OwnOffice['enumerators'] = [];
  for (const name of names)
    enumerators.push({ name, ...(await anEnumerator(services, actor, roundId, name)) });
  const userIds = enumerators.map(({ userId }) => userId);
  const handed = await execute(services, actor, assignOpenRows, { roundId, userIds });
  if (!handed.ok) throw new Error(handed.refusal.code);
  await opened.close();

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess;
  async function start() {
    server = spawn(process.execPath, ['build/server/server.js'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        GAWANGAN_DATA: dataFolder,
        GAWANGAN_SEED: 'none',
        GAWANGAN_LOG: 'error',
      },
    });
    const isReady = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(isReady, { timeout: 30_000, intervals: [100] }).toBe(true);
  }
  async function end(signal: 'SIGKILL' | 'SIGTERM') {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  }
  await start();
  return {
    url,
    dataFolder,
    officer,
    dataOfficer,
    enumerators,
    start,
    kill: () => end('SIGKILL'),
    async close() {
      await end('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
