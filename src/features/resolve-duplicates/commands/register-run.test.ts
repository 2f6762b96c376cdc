import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aCandidatePair, aPairOf, waitingPairs } from '../factory.ts';
import { updateRun } from '../run-store.server.ts';
import { discardRun, startRegisterRun, takeOverRun } from './register-run.server.ts';

const counts = { enterprises: 2, compared: 9, sure: 0, review: 1, no: 8, clusters: 0, largestCluster: 0 };

async function anOfficeWithAPreview() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const started = await execute(services, officer, startRegisterRun, {});
  if (!started.ok) throw new Error(started.refusal.code);
  const { runId } = started.value;
  const pair = await aCandidatePair(services, officer, {
    insertion: { foundBy: 'register', runId, proposed: true },
  });
  await withOffice(services.db, office, (trx) =>
    updateRun(trx, office, runId, { status: 'previewed', counts }),
  );
  return { services, office, officer, runId, pair };
}

const runNow = (services: Services, office: string, runId: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('linkageRuns')
      .select(['status', 'taskId'])
      .where('runId', '=', runId)
      .executeTakeFirstOrThrow(),
  );

test('what a search finds waits outside the queue until a person takes it over', async () => {
  const { services, office, officer, runId, pair } = await anOfficeWithAPreview();
  expect(await waitingPairs(services, officer)).toEqual([]);
  expect(await execute(services, officer, takeOverRun, { runId })).toMatchObject({ ok: true });
  expect(await waitingPairs(services, officer)).toMatchObject([{ pairId: pair.pairId, status: 'open' }]);
  expect((await runNow(services, office, runId)).status).toBe('taken_over');
  expect(await execute(services, officer, takeOverRun, { runId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await execute(services, officer, discardRun, { runId })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('a search that is given up leaves no pair behind', async () => {
  const { services, office, officer, runId } = await anOfficeWithAPreview();
  expect(await execute(services, officer, discardRun, { runId })).toMatchObject({ ok: true });
  expect(await execute(services, officer, discardRun, { runId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const left = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('candidatePairs').select('pairId').execute(),
  );
  expect(left).toEqual([]);
});

test('a pair that a search proposes and a list then brings in is in the queue at once, and stays when the search is given up', async () => {
  const { services, officer, runId, pair } = await anOfficeWithAPreview();
  await aPairOf(services, officer, [pair.leftId, pair.rightId]);
  await execute(services, officer, discardRun, { runId });
  expect(await waitingPairs(services, officer)).toMatchObject([{ pairId: pair.pairId, status: 'open' }]);
});

test('one search at a time, and the next only once the last was taken over or given up', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const answers = await Promise.all([
    execute(services, officer, startRegisterRun, {}),
    execute(services, anActor(office), startRegisterRun, {}),
  ]);
  const [first] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await execute(services, officer, startRegisterRun, {})).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const { runId } = first!;
  await withOffice(services.db, office, (trx) =>
    updateRun(trx, office, runId, { status: 'previewed', counts }),
  );
  expect(await execute(services, officer, startRegisterRun, {})).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('a search whose worker is lost makes room for a new one', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const first = await execute(services, officer, startRegisterRun, {});
  services.setNow(new Date(services.clock().getTime() + 3 * 60_000));
  expect(await execute(services, officer, startRegisterRun, {})).toMatchObject({ ok: true });
  expect((await runNow(services, office, first.ok ? first.value.runId : '')).status).toBe('failed');
});

test('searching the whole register is for officers of the whole office', async () => {
  const { services, office, officer, runId } = await anOfficeWithAPreview();
  const inDistrict = anActor(office, 'officer', { kind: 'district', code: '33.75.04' });
  const elsewhere = anActor(await anOffice(services, '33.25'));
  for (const actor of [anActor(office, 'head'), inDistrict])
    expect(await execute(services, actor, startRegisterRun, {})).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  for (const command of [takeOverRun, discardRun]) {
    for (const actor of [inDistrict, elsewhere])
      expect(await execute(services, actor, command, { runId })).toMatchObject({
        refusal: { code: 'not_found' },
      });
    expect(await execute(services, officer, command, { runId: 'x' })).toMatchObject({
      refusal: { code: 'invalid_input' },
    });
  }
});
