import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aSampleOffice } from './factory.ts';
import { loadSampleProgrammes } from './load-sample-programmes.server.ts';

const OFFICE = '33.75';

test.each([
  ['in the middle of a year', '2026-05-06T03:00:00Z'],
  ['at its end', '2026-12-20T03:00:00Z'],
])(
  'the sample office has programmes with conditions, open intakes whose money is promised, and a past, once: %s',
  {
    timeout: 120_000,
  },
  async (_when, now) => {
    const services = await freshServices();
    services.setNow(new Date(now));
    await aSampleOffice(services, OFFICE, 1_000);
    await loadSampleProgrammes(services, OFFICE);
    await loadSampleProgrammes(services, OFFICE);
    const seen = await withOffice(services.db, OFFICE, async (trx) => ({
      programmes: await trx.selectFrom('programmes').select('template').orderBy('template').execute(),
      ruleSets: await trx.selectFrom('ruleSets').select('version').execute(),
      intakes: await trx.selectFrom('intakes').select('status').execute(),
      promised: await trx.selectFrom('commitments').select('amount').orderBy('amount').execute(),
      past: await trx
        .selectFrom('supportRecords')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .execute(),
    }));
    expect(seen.programmes.map(({ template }) => template)).toEqual([
      'export_training',
      'halal_free',
      'packaging',
    ]);
    expect(seen.ruleSets).toHaveLength(3);
    expect(seen.intakes.map(({ status }) => status).sort()).toEqual(['open', 'open', 'planned']);
    expect(seen.promised.map(({ amount }) => amount)).toEqual([30_000_000, 75_000_000]);
    expect(Number(seen.past[0]!.n)).toBeGreaterThan(200);
  },
);
