import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createOffice } from '#features/run-office/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { generateOffice } from '#sample/generate-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { TEST_KEY } from '#testing/global-setup.ts';
import { hurryQueue } from '#testing/hurry-queue.ts';
import { type RunningApp, startApp } from '#testing/running-app.ts';
import { SAMPLE_SEED, sampleReference } from './load-sample.server.ts';

const OFFICE = '33.75';
const ROWS = 5_000;
const BATCH = 1_000;

/** A sample office whose register waits to be loaded, and the app whose worker does it. */
async function aSampleOfficeBeingLoaded() {
  const services = await freshServices();
  const app = await startApp({
    DATABASE_URL: services.ownerUrl,
    GAWANGAN_KEY: TEST_KEY.toString('hex'),
  });
  const actor = systemActor(OFFICE, 'Data contoh');
  const office = { name: 'Dinas Contoh', shortName: 'Contoh', isDemo: true };
  expect((await execute(services, actor, createOffice, office)).ok).toBe(true);
  const taskId = await inOneTransaction(services, actor, async ({ trx, enqueue, now }) => {
    const task = { kind: 'sample', subjectId: null, title: 'Memuat', total: ROWS, createdBy: 'Uji', at: now };
    const id = await createTask(trx, OFFICE, { ...task, kind: 'sample' });
    await enqueue({ queue: 'load-sample', data: { taskId: id }, singletonKey: id });
    return id;
  });
  return { services, app, taskId };
}

type Standing = { state: string; done: number; enterprises: number; owners: number; listed: number };

/** The task as it stands, and what is in the register at the same moment. */
async function look(services: Services, taskId: string): Promise<Standing> {
  const { rows } = await withOffice(services.db, OFFICE, (trx) =>
    sql<Standing>`
      select state, done_count as done, (select count(*) from enterprises) as enterprises,
             (select count(*) from owners) as owners, (select count(distinct source_row) from source_entries) as listed
      from long_tasks where task_id = ${taskId}`.execute(trx),
  );
  return rows[0] ?? { state: 'none', done: 0, enterprises: 0, owners: 0, listed: 0 };
}

async function untilLoaded(app: RunningApp, atLeast: number, services: Services, taskId: string) {
  await app.until(
    `${atLeast} rows to be loaded`,
    async () => (await look(services, taskId)).done >= atLeast,
    170,
  );
}

/** How many different people own the generated enterprises. */
const ownersOfSample = (services: Services) =>
  withOffice(services.db, OFFICE, async (trx) => {
    const reference = await sampleReference(trx, OFFICE);
    const sample = generateOffice({ officeCode: OFFICE, rows: ROWS, seed: SAMPLE_SEED, ...reference });
    return new Set([...sample].map((one) => one.owner.sampleOwnerId)).size;
  });

test('a worker killed while it loads the sample office is replaced, and the next goes on behind the last whole batch: everyone once', async () => {
  const { services, app, taskId } = await aSampleOfficeBeingLoaded();
  await untilLoaded(app, BATCH, services, taskId);
  await app.kill('worker');
  const left = await look(services, taskId);
  expect(left.state).toBe('running');
  expect(left.done).toBeLessThan(ROWS);
  expect(left.done % BATCH).toBe(0);
  expect(left).toMatchObject({ enterprises: left.done, listed: left.done });

  await app.workerIsBack();
  await hurryQueue(services.ownerUrl);
  await untilLoaded(app, ROWS, services, taskId);
  const owners = await ownersOfSample(services);
  expect(owners).toBeLessThan(ROWS);
  await app.until('the task to be done', async () => (await look(services, taskId)).state === 'done');
  expect(await look(services, taskId)).toEqual({
    state: 'done',
    done: ROWS,
    enterprises: ROWS,
    owners,
    listed: ROWS,
  });
});
