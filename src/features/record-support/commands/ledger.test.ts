import { expect, test } from 'vitest';
import { merge } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { undo } from '#features/register-enterprise/commands/undo-merge.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { addSourceEntries, createSourceList } from '#features/register-enterprise/index.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { supportPermissions } from '../permissions.ts';
import { countSince, listSupports } from '../queries/supports-of.server.ts';
import { totalsPage } from '../queries/totals-page.server.ts';
import { listTouchedSupports } from '../support-store.server.ts';
import { addSupport, withdrawSupport } from './add-support.server.ts';
import { listToRecord } from './list-to-record.server.ts';
import { recordList, withdrawBatch } from './record-list.server.ts';

const facts = {
  kind: 'training',
  topic: 'packaging',
  title: 'Kelas kemasan',
  provider: 'Dinas Perdagangan',
  startedOn: '2025-03-10',
  outcome: 'completed',
};

async function aLedger(names = ['Siti', 'Karsi', 'Warni']) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const ids: string[] = [];
  for (const name of names)
    ids.push((await anEnterprise(services, officer, { name: `Usaha ${name}`, owner: name })).enterpriseId);
  const supportsOf = (id: string) =>
    withOffice(services.db, office, async (trx) => (await listSupports(trx, office, [id])).get(id) ?? []);
  return { services, office, officer, ids, supportsOf };
}

const aList = (
  services: Services,
  actor: Actor,
  ids: readonly string[],
  name = 'Peserta kelas kemasan 2025',
) =>
  inOneTransaction(services, actor, async (context) => {
    const id = await createSourceList(context, {
      name,
      kind: 'office',
      asOf: '2025-03-10',
      legalBasis: null,
    });
    const entries = ids.map((enterpriseId, at) => ({ enterpriseId, sourceRow: at + 1, sourceKey: null }));
    await addSourceEntries(context.trx, actor.officeCode, id, entries);
    return id;
  });

test('what an enterprise received is written down once, whoever writes it and in whatever case', async () => {
  const { services, office, officer, ids, supportsOf } = await aLedger(['Siti']);
  const add = (by: Actor, more = {}) =>
    execute(services, by, addSupport, { ...facts, enterpriseId: ids[0], ...more });
  expect(await add(officer, { value: '1,5 jt' })).toMatchObject({ ok: true });
  expect(await add(anActor(office, 'companion'), { title: 'KELAS KEMASAN' })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await add(officer, { startedOn: '2026-05-07' })).toMatchObject({
    refusal: { fields: [{ path: 'startedOn', code: 'date_in_future' }] },
  });
  expect(await add(officer, { endedOn: '2025-03-09' })).toMatchObject({
    refusal: { fields: [{ path: 'endedOn' }] },
  });
  expect(await supportsOf(ids[0]!)).toMatchObject([{ value: 1_500_000, provider: 'Dinas Perdagangan' }]);
  const trail = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select('subjectId').where('action', '=', 'support.added').execute(),
  );
  expect(trail).toEqual([{ subjectId: ids[0] }]);
});

test('a companion writes only for enterprises within reach, a partner and another office for none', async () => {
  const { services, office, ids } = await aLedger(['Siti']);
  const add = (by: Actor) => execute(services, by, addSupport, { ...facts, enterpriseId: ids[0] });
  const far = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1001' });
  expect(await add(far)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await add(anActor(office, 'partner'))).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await add(anActor('33.25'))).toMatchObject({ refusal: { code: 'not_found' } });
});

test('a merged record is read through the one that stands for it, and has its own again after an undo', async () => {
  const { services, office, officer, ids, supportsOf } = await aLedger(['Siti', 'Siti A.']);
  const [survivorId, mergedId] = ids as [string, string];
  await execute(services, officer, addSupport, { ...facts, enterpriseId: survivorId });
  await execute(services, officer, addSupport, { ...facts, enterpriseId: mergedId });
  await execute(services, officer, addSupport, { ...facts, enterpriseId: mergedId, topic: 'halal' });
  const merged = await execute(services, officer, merge, { kind: 'same', survivorId, mergedId });
  expect((await supportsOf(survivorId)).map(({ topic }) => topic).sort()).toEqual(['halal', 'packaging']);
  expect(await supportsOf(mergedId)).toHaveLength(2);
  const since = (year: string) =>
    withOffice(services.db, office, (trx) => countSince(trx, office, ids, `${year}-01-01`));
  expect((await since('2025')).get(survivorId)).toBe(2);
  expect((await since('2026')).size).toBe(0);
  if (merged.ok) await execute(services, officer, undo, { mergeId: merged.value.mergeId });
  expect(await supportsOf(survivorId)).toHaveLength(1);
  expect(await supportsOf(mergedId)).toHaveLength(2);
});

test('a list of another agency becomes one line for each enterprise, once, and is taken back as one', async () => {
  const { services, office, officer, ids, supportsOf } = await aLedger();
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[0] });
  const sourceListId = await aList(services, officer, ids);
  const preview = () =>
    withOffice(services.db, office, (trx) =>
      listToRecord({ trx, officeCode: office }, sourceListId, {
        ...facts,
        kind: 'training',
        topic: 'packaging',
      }),
    );
  expect(await preview()).toMatchObject({ listed: 3, fresh: 2 });
  const record = (by = officer) => execute(services, by, recordList, { ...facts, sourceListId });
  const twice = await Promise.all([record(), record(anActor(office, 'data_officer'))]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(twice.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'already_done' } });
  for (const id of ids) expect(await supportsOf(id)).toHaveLength(1);
  const batchId = twice.flatMap((one) => (one.ok ? [one.value.batchId] : []))[0];
  const back = () => execute(services, officer, withdrawBatch, { batchId });
  expect(await back()).toMatchObject({ value: { records: 2 } });
  expect(await back()).toMatchObject({ refusal: { code: 'already_done' } });
  // What was written by hand before stays.
  expect(await supportsOf(ids[0]!)).toMatchObject([{ sourceKind: 'officer' }]);
  expect(await supportsOf(ids[1]!)).toEqual([]);
  expect(await record()).toMatchObject({ value: { enterprises: 2 } });
});

test('lists are recorded by people of the whole office, from lists of the office', async () => {
  const { services, office, officer, ids } = await aLedger(['Siti']);
  const sourceListId = await aList(services, officer, ids);
  const record = (by: Actor) => execute(services, by, recordList, { ...facts, sourceListId });
  for (const actor of [
    anActor(office, 'companion'),
    anActor(office, 'head'),
    anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' }),
  ])
    expect(await record(actor)).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await record(anActor('33.25'))).toMatchObject({
    refusal: { fields: [{ path: 'sourceListId', code: 'not_a_choice' }] },
  });
});

test('one line is taken back with its reason; what came with an intake is not, and nobody does it twice', async () => {
  const { services, officer, ids, supportsOf } = await aLedger(['Siti']);
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[0] });
  const [support] = await supportsOf(ids[0]!);
  const withdraw = () =>
    execute(services, officer, withdrawSupport, { supportId: support?.supportId, reason: 'Orang lain' });
  expect(await withdraw()).toMatchObject({ ok: true });
  expect(await supportsOf(ids[0]!)).toEqual([]);
  expect(await withdraw()).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[0] })).toMatchObject({
    ok: true,
  });
});

test('whoever was added to or taken back from is told to those who keep counts', async () => {
  const { services, office, officer, ids, supportsOf } = await aLedger();
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[0] });
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[1] });
  const horizon = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('supportRecords')
        .select((eb) => eb.fn.max('touched').as('last'))
        .executeTakeFirstOrThrow(),
    );
  const { last } = await horizon();
  const touched = (since: number) =>
    withOffice(services.db, office, (trx) => listTouchedSupports(trx, office, since));
  expect((await touched(0)).sort()).toEqual([ids[0], ids[1]].sort());
  const supportId = (await supportsOf(ids[0]!))[0]?.supportId;
  await execute(services, officer, withdrawSupport, { supportId });
  expect(await touched(Number(last) + 1)).toEqual([ids[0]]);
});

test('totals tell who never received anything, and unknown sex stays in the count', async () => {
  const { services, office, officer, ids } = await aLedger();
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[0] });
  await execute(services, officer, addSupport, { ...facts, enterpriseId: ids[1], outcome: 'absent' });
  const view = supportPermissions['support.view_totals'];
  const page = await read(services, officer, view, (context) => totalsPage(context));
  expect(page).toMatchObject({
    value: {
      totals: { times: 1, enterprises: 1, byProvider: [{ name: 'Dinas Perdagangan', times: 1 }] },
      unreached: [{ village: 'Jenggot', enterprises: 3, never: 2, female: 0, male: 0, unknown: 2 }],
      asOf: '2026-05-06',
    },
  });
  const local = anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' });
  expect(await read(services, local, view, (context) => totalsPage(context))).toEqual({
    ok: true,
    value: null,
  });
});

test('totals count by year, kind, topic and provider; what two merged records both say counts once', async () => {
  const { services, officer, ids } = await aLedger(['Siti', 'Siti A.', 'Karsi']);
  const [survivorId, mergedId, other] = ids as [string, string, string];
  const add = (enterpriseId: string, more = {}) =>
    execute(services, officer, addSupport, { ...facts, enterpriseId, ...more });
  await add(survivorId);
  await add(mergedId, { title: 'KELAS KEMASAN', provider: 'BLK' });
  await add(mergedId, { topic: 'halal', startedOn: '2026-01-05', provider: 'BLK' });
  await add(other);
  await add(other, { topic: 'brand', outcome: 'absent' });
  const view = supportPermissions['support.view_totals'];
  const totals = async () => {
    const page = await read(services, officer, view, (context) => totalsPage(context));
    return page.ok ? page.value?.totals : null;
  };
  expect(await totals()).toMatchObject({ times: 4, enterprises: 3 });
  await execute(services, officer, merge, { kind: 'same', survivorId, mergedId });
  expect(await totals()).toMatchObject({
    times: 3,
    enterprises: 2,
    byYear: [
      { name: '2026', times: 1, enterprises: 1 },
      { name: '2025', times: 2, enterprises: 2 },
    ],
    byKind: [{ name: 'training', times: 3, enterprises: 2 }],
    byTopic: [
      { name: 'packaging', times: 2, enterprises: 2 },
      { name: 'halal', times: 1, enterprises: 1 },
    ],
  });
});

test('the list of kelurahan is paged; the sums above it are of all of them', async () => {
  const { services, officer } = await aLedger(['Siti']);
  const view = supportPermissions['support.view_totals'];
  const page = (from: number) => read(services, officer, view, (context) => totalsPage(context, from));
  expect(await page(0)).toMatchObject({
    value: { never: 1, all: 1, villages: 1, previous: null, next: null },
  });
  expect(await page(20)).toMatchObject({ value: { never: 1, unreached: [], previous: '0', next: null } });
});
