import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aSampleOffice } from './factory.ts';
import { loadSampleProgrammes } from './load-sample-programmes.server.ts';
import { loadSampleTraining } from './load-sample-training.server.ts';

const OFFICE = '33.75';

test('the sample office held a training a year ago, from applications to what became of people, once', {
  timeout: 120_000,
}, async () => {
  const services = await freshServices();
  await aSampleOffice(services, OFFICE, 1_000);
  await loadSampleProgrammes(services, OFFICE);
  await loadSampleTraining(services, OFFICE);
  await loadSampleTraining(services, OFFICE);
  const seen = await withOffice(services.db, OFFICE, async (trx) => {
    const count = async (table: 'applications' | 'certificates' | 'outcomeAsks' | 'attendanceMarks') =>
      Number(
        (
          await trx
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    return {
      statuses: await trx.selectFrom('participants').select('status').execute(),
      intakes: await trx.selectFrom('intakes').select('status').execute(),
      ledger: await trx
        .selectFrom('supportRecords')
        .select('outcome')
        .where('sourceKind', '=', 'intake')
        .execute(),
      waves: await trx
        .selectFrom('outcomeAnswers')
        .innerJoin('outcomeAsks', 'outcomeAsks.askId', 'outcomeAnswers.askId')
        .select('months')
        .distinct()
        .orderBy('months')
        .execute(),
      applications: await count('applications'),
      certificates: await count('certificates'),
      asks: await count('outcomeAsks'),
      marks: await count('attendanceMarks'),
    };
  });
  const of = (status: string) => seen.statuses.filter((one) => one.status === status).length;
  expect({ confirmed: of('confirmed'), declined: of('declined') }).toEqual({ confirmed: 30, declined: 3 });
  expect(seen.intakes.filter(({ status }) => status === 'finished')).toHaveLength(1);
  expect(seen).toMatchObject({ applications: 144, certificates: 29, asks: 90, marks: 90 });
  expect(seen.ledger).toHaveLength(30);
  expect(seen.ledger.filter(({ outcome }) => outcome === 'absent')).toHaveLength(1);
  expect(seen.waves.map(({ months }) => months)).toEqual([3, 6, 12]);
});
