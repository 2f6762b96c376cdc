import { expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { loadSample } from './load-sample.server.ts';
import { loadSampleRound, SAMPLE_ROUND } from './load-sample-round.server.ts';
import { openDemoOffice } from './open-demo-office.server.ts';

const OFFICE = '33.75';

test('the sample office has a round under way: its sub-sample is visited, one enumerator has stopped, nothing waits apart', {
  timeout: 120_000,
}, async () => {
  const services = await freshServices();
  await openDemoOffice(services);
  const actor = systemActor(OFFICE, 'Uji');
  const taskId = await inOneTransaction(services, actor, ({ trx, now }) =>
    createTask(trx, OFFICE, {
      kind: 'sample',
      subjectId: null,
      title: 'Memuat',
      total: 4_000,
      createdBy: 'Uji',
      at: now,
    }),
  );
  await loadSample(services, OFFICE, taskId);
  await loadSampleRound(services, OFFICE);
  await loadSampleRound(services, OFFICE);
  const seen = await withOffice(services.db, OFFICE, async (trx) => ({
    rounds: await trx.selectFrom('censusRounds').select(['name', 'status']).execute(),
    rows: await trx.selectFrom('censusRows').select(['status', 'sampleOrder']).execute(),
    deliveries: await trx.selectFrom('deliveries').select('state').execute(),
    submissions: await trx.selectFrom('submissions').select(['userId', 'conflicts']).execute(),
  }));
  expect(seen.rounds).toEqual([{ name: SAMPLE_ROUND, status: 'running' }]);
  expect(new Set(seen.deliveries.map(({ state }) => state))).toEqual(new Set(['applied']));
  expect(
    seen.rows.filter(({ sampleOrder, status }) => sampleOrder !== null && status === 'assigned'),
  ).toEqual([]);
  expect(seen.submissions.length).toBeGreaterThan(seen.rows.length / 4);
  expect(seen.submissions.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  expect(new Set(seen.submissions.map(({ userId }) => userId)).size).toBe(3);
});
