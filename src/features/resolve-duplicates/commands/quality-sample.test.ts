import { expect, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aCandidatePair, examplesSeen, sure, type TestPair } from '../factory.ts';
import { pairPermissions } from '../permissions.ts';
import { duplicatesOverview } from '../queries/duplicates-overview.server.ts';
import { reviewQueue } from '../queries/review-queue.server.ts';
import { mergeSurePairs } from './merge-sure-pairs.server.ts';
import { drawSample, judgeSample, skipSample } from './quality-sample.server.ts';
import { releaseSurePairs } from './release-sure-pairs.server.ts';

/** Six pairs merged by the machine, six that wait. */
async function anOfficeWithMergedPairs() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  await examplesSeen(services, officer, 10);
  const merged: TestPair[] = [];
  for (let at = 0; at < 6; at++) merged.push(await aCandidatePair(services, officer, sure));
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  for (let at = 0; at < 6; at++) await aCandidatePair(services, officer);
  return { services, office, officer, merged };
}

const samplesOf = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) => trx.selectFrom('qualitySamples').selectAll().execute());
const statusOf = async (services: Services, office: string, pairId: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('candidatePairs')
      .select(['status', 'decision', 'mergeId'])
      .where('pairId', '=', pairId)
      .executeTakeFirstOrThrow(),
  );

test('ten pairs are drawn once a quarter, half of them merged by the machine and half not merged', async () => {
  const { services, office, officer } = await anOfficeWithMergedPairs();
  expect(await execute(services, officer, drawSample, {})).toMatchObject({ ok: true, value: { pairs: 10 } });
  const samples = await samplesOf(services, office);
  expect(samples.filter(({ stratum }) => stratum === 'merged')).toHaveLength(5);
  expect(samples.every(({ stratumSize, quarter }) => stratumSize === 6 && quarter === '2026-Q2')).toBe(true);
  expect(await execute(services, officer, drawSample, {})).toMatchObject({
    ok: false,
    refusal: { code: 'already_done' },
  });
  services.setNow(new Date('2026-08-01T03:00:00Z'));
  expect(await execute(services, officer, drawSample, {})).toMatchObject({ ok: true });
});

test('a drawn pair is shown as its records say by themselves, and not what became of it', async () => {
  const { services, officer } = await anOfficeWithMergedPairs();
  await execute(services, officer, drawSample, {});
  const queue = await read(services, officer, pairPermissions['pair.view'], (context) =>
    reviewQueue(context, { queue: 'sample', except: [], limit: 10 }),
  );
  if (!queue.ok) throw new Error('no queue');
  expect(queue.value).toMatchObject({ waiting: 10 });
  expect(queue.value.pairs).toHaveLength(10);
  for (const { left, right } of queue.value.pairs)
    expect([left.ownerName, right.ownerName].sort()).toEqual(['Siti Amina', 'Siti Aminah']);
});

test('a wrong merge that the sample finds is taken apart, and one overlooked is merged', async () => {
  const { services, office, officer } = await anOfficeWithMergedPairs();
  await execute(services, officer, drawSample, {});
  const samples = await samplesOf(services, office);
  const wrong = samples.find(({ stratum }) => stratum === 'merged')!;
  const overlooked = samples.find(({ stratum }) => stratum === 'near')!;
  const judge = (sampleId: string, decision: string) =>
    execute(services, officer, judgeSample, { sampleId, decision });
  expect(await judge(wrong.sampleId, 'different')).toMatchObject({ ok: true });
  expect(await statusOf(services, office, wrong.pairId)).toMatchObject({
    decision: 'different',
    mergeId: null,
  });
  expect(await judge(overlooked.sampleId, 'same')).toMatchObject({ ok: true });
  expect((await statusOf(services, office, overlooked.pairId)).mergeId).not.toBeNull();
  // The same answer again counts once; another one comes too late.
  expect(await judge(wrong.sampleId, 'different')).toMatchObject({ ok: true });
  expect(await judge(wrong.sampleId, 'same')).toMatchObject({ ok: false, refusal: { code: 'already_done' } });
  const labels = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('pairLabels')
      .select('source')
      .where('pairId', 'in', [wrong.pairId, overlooked.pairId])
      .orderBy('source')
      .execute(),
  );
  // What the machine did wrong is an example of its work, and stops it.
  expect(labels).toEqual([{ source: 'example' }, { source: 'sample' }]);
  const found = await read(services, officer, pairPermissions['pair.view'], duplicatesOverview);
  expect(found).toMatchObject({ value: { release: { state: 'doubted', wrong: 1 } } });
});

test('where only the owner became one, the machine merged no enterprise: such a pair is drawn among the others', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  await examplesSeen(services, officer, 10);
  const { pairId } = await aCandidatePair(services, officer, { ...sure, suggests: 'same_owner' });
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  expect((await statusOf(services, office, pairId)).mergeId).not.toBeNull();
  await execute(services, officer, drawSample, {});
  const samples = await samplesOf(services, office);
  expect(samples).toMatchObject([{ pairId, stratum: 'near', stratumSize: 1 }]);
  const { sampleId } = samples[0]!;
  await execute(services, officer, judgeSample, { sampleId, decision: 'same_owner' });
  expect(await statusOf(services, office, pairId)).toMatchObject({ decision: 'same_owner' });
  expect((await statusOf(services, office, pairId)).mergeId).not.toBeNull();
});

test('once enough pairs were judged the office is told how good merging is, with how sure that is', async () => {
  const { services, office, officer } = await anOfficeWithMergedPairs();
  const quality = async () => {
    const found = await read(services, officer, pairPermissions['pair.view'], duplicatesOverview);
    return found.ok ? found.value?.quality : undefined;
  };
  for (const day of ['2026-05-06', '2026-08-06']) {
    services.setNow(new Date(`${day}T03:00:00Z`));
    expect(await quality()).toEqual({ precision: null, recall: null });
    await execute(services, officer, drawSample, {});
    for (const { sampleId, stratum, decision } of await samplesOf(services, office)) {
      if (decision === null)
        await execute(services, officer, judgeSample, {
          sampleId,
          decision: stratum === 'merged' ? 'same' : 'different',
        });
    }
  }
  const found = await quality();
  expect(found?.precision).toMatchObject({ share: 1, high: 1, judged: 10 });
  expect(found?.precision?.low).toBeGreaterThan(0.65);
  expect(found?.recall).toMatchObject({ share: 1 });
});

test('a pair that is skipped is not asked again and does not count', async () => {
  const { services, office, officer } = await anOfficeWithMergedPairs();
  await execute(services, officer, drawSample, {});
  const { sampleId } = (await samplesOf(services, office))[0]!;
  expect(await execute(services, officer, skipSample, { sampleId })).toMatchObject({ ok: true });
  expect(await execute(services, officer, skipSample, { sampleId })).toMatchObject({
    ok: false,
    refusal: { code: 'already_done' },
  });
  const queue = await read(services, officer, pairPermissions['pair.view'], (context) =>
    reviewQueue(context, { queue: 'sample', except: [], limit: 10 }),
  );
  expect(queue).toMatchObject({ ok: true, value: { waiting: 9 } });
});

test('judging is for officers of the whole office, and of their own office', async () => {
  const { services, office, officer } = await anOfficeWithMergedPairs();
  expect(await execute(services, anActor(office, 'head'), drawSample, {})).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  await execute(services, officer, drawSample, {});
  const { sampleId } = (await samplesOf(services, office))[0]!;
  const elsewhere = anActor(await anOffice(services, '33.25'));
  for (const command of [judgeSample, skipSample] as const) {
    const input = { sampleId, decision: 'same' };
    for (const [actor, code] of [
      [anActor(office, 'head'), 'forbidden'],
      [elsewhere, 'not_found'],
    ] as const)
      expect(await execute(services, actor, command as typeof judgeSample, input)).toMatchObject({
        refusal: { code },
      });
    expect(
      await execute(services, officer, command as typeof judgeSample, { ...input, sampleId: 'x' }),
    ).toMatchObject({ refusal: { code: 'invalid_input' } });
  }
});

test('an office in which nothing was compared has nothing to draw', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  expect(await execute(services, officer, drawSample, {})).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});
