import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOffice, createUser } from '#features/run-office/index.server.ts';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { type Opened, openServices } from '#platform/open-services.server.ts';
import { createTask, recordProgress } from '#platform/tasks/long-task.server.ts';
import { buildPopulation, type Population } from '#sample/population.ts';
import { loadSample, SAMPLE_SEED, sampleReference } from '../src/demo/load-sample.server.ts';
import { ownerClient } from './owner-client.ts';

const OFFICE = '33.75';
const officer = { email: 'petugas@bench.example', password: 'kain batik jlamprang' };

/** A throw-away installation with an embedded database and production settings, and one officer who may sign in. */
export type BenchHouse = Opened & {
  office: string;
  actor: Actor;
  officer: typeof officer;
  dataFolder: string;
  /** The invented people and enterprises that the register is filled with: the truth behind it. */
  population: Population;
  /** Fills the register up to so many enterprises; a larger one begins with the smaller one. Returns the seconds it took. */
  growTo(rows: number): Promise<number>;
};

export async function openBenchHouse(say: (line: string) => void): Promise<BenchHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gawangan-bench-'));
  await chmod(dataFolder, 0o755); // as root, the database runs as a user of its own and must get in
  const env = readEnv({ GAWANGAN_DATA: dataFolder, GAWANGAN_LOG: 'error', GAWANGAN_SEED: 'none' });
  const opened = await openServices(env, makeLog('error', 'bench'));
  const { services, ownerUrl } = opened;
  // Held to the end: a database that nobody is connected to would be stopped by the next server that stops.
  const held = await ownerClient(ownerUrl);
  await loadReference(ownerUrl);
  const actor = systemActor(OFFICE, 'Bench');
  const office = await execute(services, actor, createOffice, {
    name: 'Kantor Bench',
    shortName: 'Bench',
    isDemo: true,
  });
  const person = await createUser(services, actor, {
    name: 'Petugas Bench',
    ...officer,
    grants: [{ role: 'officer', scope: `office:${OFFICE}` }],
  });
  if (!office.ok || !person.ok) throw new Error('the office of the bench could not be made');
  const reference = await inOneTransaction(services, actor, ({ trx }) => sampleReference(trx, OFFICE));
  let size = 0;
  return {
    ...opened,
    office: OFFICE,
    actor,
    officer,
    dataFolder,
    population: buildPopulation({ officeCode: OFFICE, seed: SAMPLE_SEED, ...reference }),
    async growTo(rows) {
      if (rows <= size) return 0;
      const started = performance.now();
      const taskId = await inOneTransaction(services, actor, async ({ trx, now }) => {
        const made = await createTask(trx, OFFICE, {
          kind: 'sample',
          subjectId: null,
          title: 'Bench',
          total: rows,
          createdBy: actor.name,
          at: now,
        });
        await recordProgress(trx, OFFICE, made, { doneCount: size });
        return made;
      });
      await loadSample(services, OFFICE, taskId, {
        onBatch: (done) => done % 50_000 === 0 && say(`  ${done} enterprises of ${rows}`),
      });
      size = rows;
      // Statistics as autovacuum would have them a moment later: not what is measured here.
      await held.query('vacuum analyze');
      return (performance.now() - started) / 1000;
    },
    async close() {
      await held.end();
      await opened.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
