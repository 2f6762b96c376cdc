import { expect, test } from 'vitest';
import { merge } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { addSourceEntries } from '#features/register-enterprise/index.server.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aListedFrame, aRunningRound, roundFacts, rowsOf, village } from '../factory.ts';
import { createRound } from './create-round.server.ts';
import { editRound } from './edit-round.server.ts';
import { prepareRound } from './prepare-round.server.ts';
import { addNewRows, closeRound, reopenRound, retryRound, startRound } from './steer-round.server.ts';

async function anOfficeWithAList(names: readonly (readonly [string, string])[] = [['02/05', 'Siti']]) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const frame = await aListedFrame(services, officer, names);
  return { services, office, officer, ...frame };
}

test('a round is planned by officers of the whole office only', async () => {
  const { services, office, officer, sourceListId } = await anOfficeWithAList([]);
  const facts = roundFacts([sourceListId]);
  for (const actor of [
    anActor(office, 'enumerator'),
    anActor(office, 'head'),
    anActor(office, 'officer', { kind: 'village', code: village }),
  ])
    expect(await execute(services, actor, createRound, facts)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  await anOffice(services, '33.25');
  expect(await execute(services, anActor('33.25'), createRound, facts)).toMatchObject({
    refusal: {
      fields: [
        { path: 'sourceListIds', code: 'not_a_choice' },
        { path: 'villages', code: 'not_a_choice' },
      ],
    },
  });
  expect(await execute(services, officer, createRound, facts)).toMatchObject({ ok: true });
});

test('what is missing is said field by field', async () => {
  const { services, officer } = await anOfficeWithAList([]);
  const outcome = await execute(services, officer, createRound, {
    ...roundFacts([]),
    name: ' ',
    endsOn: '2026-04-30',
    target: 'banyak',
    villages: [],
  });
  expect(outcome).toMatchObject({ refusal: { code: 'invalid_input' } });
  const paths = !outcome.ok && outcome.refusal.fields?.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['name', 'target', 'sourceListIds', 'villages']));
});

test('a started round has one row for each enterprise on its lists, RT by RT, and can only be started once', async () => {
  const { services, office, officer, sourceListId } = await anOfficeWithAList([
    ['2/5', 'Siti'],
    ['2/5', 'Aminah'],
    ['1/3', 'Budi'],
    ['', 'Tanpa'],
  ]);
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  const rows = await rowsOf(services, office, roundId);
  expect(rows.map(({ rw, rt, place, status }) => [rw, rt, place, status])).toEqual([
    ['01', '03', 1, 'open'],
    ['02', '05', 1, 'open'],
    ['02', '05', 2, 'open'],
    [null, null, 1, 'open'],
  ]);
  expect(await execute(services, officer, startRound, { roundId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const { round, list, audit } = await withOffice(services.db, office, async (trx) => ({
    round: await trx.selectFrom('censusRounds').selectAll().executeTakeFirstOrThrow(),
    list: await trx
      .selectFrom('sourceLists')
      .selectAll()
      .where('kind', '=', 'census')
      .executeTakeFirstOrThrow(),
    audit: await trx
      .selectFrom('auditEvents')
      .select('action')
      .where('subjectKind', '=', 'census_round')
      .execute(),
  }));
  expect(round).toMatchObject({ status: 'running', sourceListId: list.sourceListId });
  expect(audit.map(({ action }) => action)).toEqual(['census.round_created', 'census.round_started']);
});

test('one who stands twice in the register is one row, found by the lists of both records', async () => {
  const { services, office, officer, sourceListId, enterpriseIds } = await anOfficeWithAList();
  const survivor = await anEnterprise(services, officer, { name: 'Batik Siti', village });
  const merged = await execute(services, officer, merge, {
    kind: 'same',
    survivorId: survivor.enterpriseId,
    mergedId: enterpriseIds[0]!,
  });
  expect(merged).toMatchObject({ ok: true });
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  const rows = await rowsOf(services, office, roundId);
  expect(rows.map((row) => row.enterpriseId)).toEqual([survivor.enterpriseId]);
});

test('gathering that was stopped goes on where it was, and adds nobody twice', async () => {
  const { services, office, officer, sourceListId } = await anOfficeWithAList();
  const other = '33.75.01.1004';
  const elsewhere = await aListedFrame(services, officer, [['01/01', 'Joko']], {
    name: 'Lain',
    villageCode: other,
  });
  const sourceListIds = [sourceListId, elsewhere.sourceListId];
  const created = await execute(services, officer, createRound, {
    ...roundFacts(sourceListIds),
    villages: [{ villageCode: village }, { villageCode: other }],
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { roundId } = created.value;
  await execute(services, officer, startRound, { roundId });
  const stop = new AbortController();
  let looks = 0;
  // As if the worker were killed after the first village.
  const signal = Object.assign(stop.signal, {
    throwIfAborted: () => {
      looks += 1;
      if (looks === 3) stop.abort(new Error('killed'));
      if (stop.signal.aborted) throw stop.signal.reason;
    },
  });
  await expect(prepareRound(services, office, roundId, signal)).rejects.toThrow('killed');
  expect(await rowsOf(services, office, roundId)).toHaveLength(1);
  await prepareRound(services, office, roundId);
  await prepareRound(services, office, roundId);
  expect(await rowsOf(services, office, roundId)).toHaveLength(2);
  expect(await execute(services, officer, retryRound, { roundId })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('the sample is drawn by lot with the seed of the round, and new rows join at the same rate', async () => {
  const names = Array.from({ length: 60 }, (_, at): [string, string] => [
    `01/0${(at % 6) + 1}`,
    `Nama ${at}`,
  ]);
  const { services, office, officer, sourceListId } = await anOfficeWithAList(names.slice(0, 40));
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId], sampleSize: '10' });
  const drawn = (await rowsOf(services, office, roundId)).filter(({ sampleOrder }) => sampleOrder !== null);
  expect(drawn.map(({ sampleOrder }) => sampleOrder).sort((a, b) => a! - b!)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);

  const more = await aListedFrame(services, officer, names.slice(40));
  await inOneTransaction(services, officer, ({ trx }) =>
    addSourceEntries(
      trx,
      office,
      sourceListId,
      more.enterpriseIds.map((enterpriseId, at) => ({ enterpriseId, sourceRow: 100 + at, sourceKey: null })),
    ),
  );
  expect(await execute(services, officer, addNewRows, { roundId })).toMatchObject({ ok: true });
  expect(await execute(services, officer, addNewRows, { roundId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  await prepareRound(services, office, roundId);
  const rows = await rowsOf(services, office, roundId);
  expect(rows).toHaveLength(60);
  const sample = rows.filter(({ sampleOrder }) => sampleOrder !== null);
  expect(sample).toHaveLength(15);
  expect(new Set(sample.map(({ sampleOrder }) => sampleOrder))).toHaveLength(15);
  expect(sample.filter(({ rowId }) => drawn.some((one) => one.rowId === rowId))).toHaveLength(10);
});

test('a running round keeps its lists, villages and sample; a plan that someone else changed is not overwritten', async () => {
  const { services, officer, sourceListId } = await anOfficeWithAList();
  const second = await aListedFrame(services, officer, [], { name: 'Kedua', villageCode: village });
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  const edit = (more: object) =>
    execute(services, officer, editRound, { roundId, revision: 1, ...roundFacts([sourceListId]), ...more });
  expect(await edit({ sourceListIds: [second.sourceListId], sampleSize: 5 })).toMatchObject({
    refusal: { fields: [{ path: 'sourceListIds' }, { path: 'sampleSize' }] },
  });
  expect(await edit({ sourceListIds: [sourceListId, second.sourceListId], target: '60.000' })).toMatchObject({
    ok: true,
  });
  expect(await edit({})).toMatchObject({ refusal: { code: 'conflict_stale' } });
});

test('a closed round hands out nothing more until it is opened again', async () => {
  const { services, officer, sourceListId } = await anOfficeWithAList();
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  expect(await execute(services, officer, reopenRound, { roundId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await execute(services, officer, closeRound, { roundId })).toMatchObject({ ok: true });
  expect(await execute(services, officer, closeRound, { roundId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await execute(services, officer, addNewRows, { roundId })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  expect(await execute(services, officer, reopenRound, { roundId })).toMatchObject({ ok: true });
});
