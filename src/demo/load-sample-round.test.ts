import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aSampleOffice } from './factory.ts';
import { loadSampleRound, SAMPLE_ROUND } from './load-sample-round.server.ts';

const OFFICE = '33.75';

test('the sample office has a round under way: its sub-sample is visited, one enumerator has stopped, nothing waits apart', {
  timeout: 120_000,
}, async () => {
  const services = await freshServices();
  await aSampleOffice(services, OFFICE, 4_000);
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
