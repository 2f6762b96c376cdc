import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must, refused } from '#kernel/refusal.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import {
  addSourceEntries,
  canonicalIds,
  createSourceList,
  defaultSurvivor,
  listByIdentifiers,
  listRecordsForLists,
  markListWithdrawn,
  takeBackFromList,
  undoOf,
  updateFromList,
  withdrawUntouched,
} from '../index.server.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseProfile } from '../queries/enterprise-profile.server.ts';
import { registerOverview } from '../queries/register-overview.server.ts';
import { searchRegister } from '../queries/register-search.server.ts';
import { registerSheet } from '../queries/register-sheet.server.ts';
import { editEnterprise } from './edit-enterprise.server.ts';
import { merge } from './merge-enterprises.server.ts';
import { undo } from './undo-merge.server.ts';

const nik = '3375034507850003';
const otherNik = '3375011505770002';
const nib = '1234567890123';
const otherNib = '9876543210987';
const view = registerPermissions['enterprise.view'];

/** Two records of one business: the older with a NIB, the newer with a NIK, a phone and a product. */
async function twins() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const kept = await anEnterprise(services, actor, { name: 'Batik Ayu', owner: 'Siti Aminah', nib });
  const more = { nik, phone: '081234567890', products: ['Sarung batik'] };
  const twin = await anEnterprise(services, actor, { name: 'Ayu Collection', owner: 'Bu Siti', ...more });
  const profile = async (id: string) =>
    must(await read(services, actor, view, (context) => enterpriseProfile(context, id)))!;
  const find = async (text: string) => {
    const search = { text, filter: {}, offset: 0, limit: 10 };
    const found = must(await read(services, actor, view, (context) => searchRegister(context, search)));
    return found.enterpriseIds.slice(0, found.enterprises);
  };
  const mergeTwins = async (kind = 'same') =>
    must(
      await execute(services, actor, merge, {
        kind,
        survivorId: kept.enterpriseId,
        mergedId: twin.enterpriseId,
      }),
    );
  return { services, office, actor, kept, twin, profile, find, mergeTwins };
}

test('two records of one enterprise become one: listed, counted and exported once, found by either’s names and numbers', async () => {
  const { services, actor, kept, twin, profile, find, mergeTwins } = await twins();
  expect(await find('')).toHaveLength(2);
  await mergeTwins();
  const { enterprise, owner, products, merges } = await profile(twin.enterpriseId);
  expect(enterprise).toMatchObject({ enterpriseId: kept.enterpriseId, name: 'Batik Ayu', nib });
  expect(owner).toMatchObject({ fullName: 'Siti Aminah', nikMasked: expect.stringContaining('0003') });
  expect(owner?.phones).toHaveLength(1);
  expect(products.map(({ name }) => name)).toEqual(['Sarung batik']);
  expect(merges).toMatchObject([
    { mergedId: twin.enterpriseId, name: 'Ayu Collection', mergedBy: 'Uji officer' },
  ]);
  for (const text of ['', 'ayu collection', 'bu siti', 'siti aminah', 'sarung', nib, nik, '081234567890'])
    expect(await find(text), text).toEqual([kept.enterpriseId]);
  const overview = must(await read(services, actor, view, registerOverview));
  expect(overview).toMatchObject({ enterprises: 1, owners: 1 });
  const enterpriseIds = await find('');
  const sheet = registerSheet({ services, actor, enterpriseIds, locale: 'id', unmasked: true }, 'csv');
  const text = Buffer.concat(await sheet.map((chunk) => Buffer.from(chunk)).toArray()).toString();
  expect(text).toContain(nik);
  expect(text).toContain('+6281234567890');
  expect(text).toContain('Sarung batik');
});

test('who is not signed in to the office, has no such duty, or has none here, merges nothing', async () => {
  const { services, actor, office, kept, twin } = await twins();
  const input = { kind: 'same', survivorId: kept.enterpriseId, mergedId: twin.enterpriseId };
  const nobody: Actor = { ...actor, grants: [] };
  const elsewhere = anActor(await anOffice(services, '33.25'));
  const ofAVillage = anActor(office, 'officer', { kind: 'village', code: '33.75.01.1001' });
  expect(await execute(services, nobody, merge, input)).toEqual(refused('forbidden'));
  expect(await execute(services, anActor(office, 'companion'), merge, input)).toEqual(refused('forbidden'));
  expect(await execute(services, elsewhere, merge, input)).toEqual(refused('not_found'));
  expect(await execute(services, ofAVillage, merge, input)).toEqual(refused('not_found'));
  const { mergeId } = must(await execute(services, actor, merge, input));
  expect(await execute(services, nobody, undo, { mergeId })).toEqual(refused('forbidden'));
  expect(await execute(services, elsewhere, undo, { mergeId })).toEqual(refused('not_found'));
  expect(await execute(services, ofAVillage, undo, { mergeId })).toEqual(refused('not_found'));
});

test('a record is not merged with itself, nor with one that is not there', async () => {
  const { services, actor, kept } = await twins();
  const input = { kind: 'same', survivorId: kept.enterpriseId, mergedId: kept.enterpriseId };
  expect(await execute(services, actor, merge, input)).toEqual(refused('wrong_state'));
  expect(await execute(services, actor, merge, { ...input, mergedId: newId() })).toEqual(
    refused('not_found'),
  );
  expect(await execute(services, actor, undo, { mergeId: newId() })).toEqual(refused('not_found'));
  expect(await execute(services, actor, merge, { ...input, mergedId: 'x' })).toMatchObject({
    refusal: { code: 'invalid_input', fields: [{ path: 'mergedId' }] },
  });
});

test('merged twice, and undone twice, is merged and undone once', async () => {
  const { services, office, actor, mergeTwins } = await twins();
  const first = await mergeTwins();
  expect(await mergeTwins()).toEqual({ ...first, isRepeated: true });
  const input = { mergeId: first.mergeId };
  expect(await execute(services, actor, undo, input)).toMatchObject({ value: { isRepeated: false } });
  expect(await execute(services, actor, undo, input)).toMatchObject({ value: { isRepeated: true } });
  const lines = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select('action')
      .where('action', 'like', '%merged')
      .orderBy('action')
      .execute(),
  );
  expect(lines.map(({ action }) => action)).toEqual([
    'enterprise.merged',
    'enterprise.unmerged',
    'owner.merged',
    'owner.unmerged',
  ]);
});

test('clicked at the same time both ways round, they are merged once and in no circle', async () => {
  const { services, actor, kept, twin } = await twins();
  const [one, other] = [kept.enterpriseId, twin.enterpriseId];
  const outcomes = await Promise.all([
    execute(services, actor, merge, { kind: 'same', survivorId: one, mergedId: other }),
    execute(services, actor, merge, { kind: 'same', survivorId: other, mergedId: one }),
  ]);
  const [first, second] = outcomes.map((one) => must(one));
  expect(first!.survivorId).toBe(second!.survivorId);
  expect([first!.isRepeated, second!.isRepeated].sort()).toEqual([false, true]);
});

test('an edit made from a reading before the merge is stale on either side', async () => {
  const { services, actor, kept, twin, mergeTwins } = await twins();
  const { mergeId } = await mergeTwins();
  const form = { revision: 1, enterprise: { name: 'Dari formulir lama' } };
  const edit = (enterpriseId: string) => execute(services, actor, editEnterprise, { enterpriseId, ...form });
  expect(await edit(kept.enterpriseId)).toEqual(refused('conflict_stale'));
  expect(await edit(twin.enterpriseId)).toEqual(refused('conflict_stale'));
  must(await execute(services, actor, undo, { mergeId }));
  expect(await edit(twin.enterpriseId)).toEqual(refused('conflict_stale'));
});

test('owners who cannot be one person stay two, and the enterprise keeps the survivor’s', async () => {
  const { services, actor, kept, profile } = await twins();
  const withNik = await anEnterprise(services, actor, { name: 'Batik Ayu 2', owner: 'Karsi', nik: otherNik });
  const third = await anEnterprise(services, actor, { name: 'Batik Ayu 3', owner: 'Warni', nik });
  const input = { kind: 'same', survivorId: withNik.enterpriseId, mergedId: third.enterpriseId };
  must(await execute(services, actor, merge, input));
  expect((await profile(third.enterpriseId)).owner?.fullName).toBe('Karsi');
  expect((await profile(kept.enterpriseId)).owner?.fullName).toBe('Siti Aminah');
});

test('continued by the family: the later owner is the owner, until it is undone', async () => {
  const { services, actor, kept, twin, profile, mergeTwins } = await twins();
  const { mergeId } = await mergeTwins('family_continues');
  expect((await profile(kept.enterpriseId)).owner).toMatchObject({
    ownerId: twin.ownerId,
    fullName: 'Bu Siti',
  });
  expect((await profile(kept.enterpriseId)).changes[0]).toMatchObject({ kind: 'merged' });
  must(await execute(services, actor, undo, { mergeId }));
  expect((await profile(kept.enterpriseId)).owner?.ownerId).toBe(kept.ownerId);
  expect((await profile(twin.enterpriseId)).owner?.ownerId).toBe(twin.ownerId);
});

test('one owner of two enterprises: the owners are one, the enterprises stay two', async () => {
  const { services, actor, kept, twin, profile, find, mergeTwins } = await twins();
  const { mergeId } = await mergeTwins('same_owner');
  expect((await find(nik)).sort()).toEqual([kept.enterpriseId, twin.enterpriseId].sort());
  const { owner, merges } = await profile(twin.enterpriseId);
  expect(owner?.fullName).toBe('Siti Aminah');
  expect(owner?.enterprises).toHaveLength(2);
  expect(merges).toMatchObject([{ mergeId, name: 'Bu Siti', of: 'owner' }]);
  expect(must(await read(services, actor, view, registerOverview))).toMatchObject({
    enterprises: 2,
    owners: 1,
  });
  must(await execute(services, actor, undo, { mergeId }));
  expect((await profile(twin.enterpriseId)).owner?.fullName).toBe('Bu Siti');
});

test('a list that names the merged record writes to it: shown at the survivor, and taken along by an undo', async () => {
  const { services, office, actor, kept, twin, profile, mergeTwins } = await twins();
  const { mergeId } = await mergeTwins();
  const id = twin.enterpriseId;
  const [known] = await withOffice(services.db, office, (trx) =>
    listByIdentifiers(trx, office, {
      nikIndexes: [],
      nibs: [],
      enterpriseIds: [id],
      sourceKeys: { kind: 'sidt', keys: [] },
    }),
  );
  expect(known).toMatchObject({ enterpriseId: id, ownerId: kept.ownerId });
  await inOneTransaction(services, actor, async (context) => {
    const records = await listRecordsForLists(context.trx, office, [id], true);
    expect(records.get(id)).toMatchObject({
      enterprise: { name: 'Batik Ayu', nib },
      products: ['Sarung batik'],
    });
    const list = { name: 'SIDT', kind: 'sidt', asOf: '2026-01-01', legalBasis: null };
    const sourceListId = await createSourceList(context, list);
    const said = {
      owner: { sex: 'female' },
      enterprise: { brand: 'Ayu', nib: otherNib },
      place: { rt: '7' },
    };
    const news = { phones: ['+6285712345678'], products: [], figures: [], evidences: [], changes: [] };
    const origin = { sourceListId, observedOn: '2026-01-01' };
    await updateFromList(context, records, [{ enterpriseId: id, ...said, ...news }], origin);
  });
  const together = await profile(kept.enterpriseId);
  expect(together.enterprise).toMatchObject({ brand: 'Ayu', nib: otherNib });
  expect(together).toMatchObject({ owner: { sex: 'female' }, premises: { rt: '7' } });
  must(await execute(services, actor, undo, { mergeId }));
  const alone = await profile(kept.enterpriseId);
  expect(alone.enterprise).toMatchObject({ brand: null, nib });
  expect(alone).toMatchObject({ owner: { sex: null, phones: [] }, premises: { rt: null } });
  const its = await profile(id);
  expect(its.enterprise).toMatchObject({ brand: 'Ayu', nib: otherNib });
  expect(its).toMatchObject({ owner: { sex: 'female' }, premises: { rt: '7' } });
  expect(its.owner?.phones).toHaveLength(2);
});

test('a list taken back after a merge takes what it set from the record it was set in', async () => {
  const { services, office, actor, kept, twin, profile, mergeTwins } = await twins();
  const id = twin.enterpriseId;
  const { undone, sourceListId } = await inOneTransaction(services, actor, async (context) => {
    const records = await listRecordsForLists(context.trx, office, [id], true);
    const made = await createSourceList(context, {
      name: 'S',
      kind: 'sidt',
      asOf: '2026-01-01',
      legalBasis: null,
    });
    const empty = { owner: {}, place: {}, phones: [], products: [], figures: [], evidences: [], changes: [] };
    const update = { enterpriseId: id, enterprise: { brand: 'Dari daftar' }, ...empty };
    const origin = { sourceListId: made, observedOn: '2026-01-01' };
    const [added] = await updateFromList(context, records, [update], origin);
    return { undone: undoOf(records.get(id)!, update, added!), sourceListId: made };
  });
  await mergeTwins();
  expect((await profile(kept.enterpriseId)).enterprise.brand).toBe('Dari daftar');
  await inOneTransaction(services, actor, async (context) => {
    await markListWithdrawn(context.trx, office, sourceListId, context.now);
    expect(await takeBackFromList(context, sourceListId, [undone])).toBe(0);
  });
  expect((await profile(kept.enterpriseId)).enterprise.brand).toBeNull();
});

test('an untouched record that came with a list is led back before the list takes it out of sight', async () => {
  const { services, office, actor, kept, find, profile } = await twins();
  const sourceListId = await inOneTransaction(services, actor, (context) =>
    createSourceList(context, { name: 'BPUM', kind: 'bpum', asOf: '2026-01-01', legalBasis: null }),
  );
  const { enterpriseId } = await anEnterprise(services, actor, { name: 'Dari daftar', products: ['Taplak'] });
  await inOneTransaction(services, actor, async ({ trx }) => {
    await addSourceEntries(trx, office, sourceListId, [{ enterpriseId, sourceRow: 1, sourceKey: null }]);
  });
  const input = { kind: 'same', survivorId: kept.enterpriseId, mergedId: enterpriseId };
  must(await execute(services, actor, merge, input));
  expect(await find('taplak')).toEqual([kept.enterpriseId]);
  // Made by hand here: a list would have been the one to write its first line.
  const { ownerUrl } = services;
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('update record_changes set source_list_id = $1 where enterprise_id = $2', [
    sourceListId,
    enterpriseId,
  ]);
  await owner.end();
  await inOneTransaction(services, actor, async (context) => {
    expect(await withdrawUntouched(context, { sourceListId, enterpriseIds: [enterpriseId] })).toBe(0);
  });
  expect(await find('taplak')).toEqual([]);
  expect((await profile(kept.enterpriseId)).merges).toEqual([]);
});

test('ids of old lists and links are answered with the record that stands for them', async () => {
  const { services, office, kept, twin, mergeTwins } = await twins();
  const ids = [twin.enterpriseId, kept.enterpriseId, newId()];
  const before = await withOffice(services.db, office, (trx) =>
    defaultSurvivor(trx, office, [twin.enterpriseId, kept.enterpriseId]),
  );
  expect(before).toEqual({ survivorId: kept.enterpriseId, mergedId: twin.enterpriseId });
  await mergeTwins();
  const canonical = await withOffice(services.db, office, (trx) => canonicalIds(trx, office, ids));
  expect([...canonical]).toHaveLength(2);
  expect(canonical.get(twin.enterpriseId)).toBe(kept.enterpriseId);
});
