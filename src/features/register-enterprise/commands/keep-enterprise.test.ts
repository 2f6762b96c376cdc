import { expect, test } from 'vitest';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseProfile } from '../queries/enterprise-profile.server.ts';
import { addNote } from './add-note.server.ts';
import { editEnterprise } from './edit-enterprise.server.ts';
import { editOwner } from './edit-owner.server.ts';
import { addEvidence, withdrawEvidence } from './keep-evidence.server.ts';
import { createGroup, joinGroup, leaveGroup } from './keep-groups.server.ts';
import { addProduct, endProduct } from './keep-products.server.ts';
import { recordFigure } from './record-figure.server.ts';
import { revealPersonalData } from './reveal-personal-data.server.ts';

const nik = '3375034507850003';

async function aRegister(given: Parameters<typeof anEnterprise>[2] = {}) {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { enterpriseId, ownerId } = await anEnterprise(services, actor, given);
  const profile = async () => {
    const outcome = await read(services, actor, registerPermissions['enterprise.view'], (context) =>
      enterpriseProfile(context, enterpriseId),
    );
    if (!outcome.ok || !outcome.value) throw new Error('no profile');
    return outcome.value;
  };
  const audit = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('auditEvents').selectAll().orderBy('eventId').execute(),
    );
  return { services, office, actor, enterpriseId, ownerId, profile, audit };
}

test('an edit is kept in the history with before and after', async () => {
  const { services, actor, enterpriseId, profile, audit } = await aRegister();
  const outcome = await execute(services, actor, editEnterprise, {
    enterpriseId,
    revision: 1,
    enterprise: { name: 'Batik Jlamprang Baru', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004', rt: '3' },
  });
  expect(outcome).toMatchObject({ ok: true, value: { changed: 2 } });
  const after = await profile();
  expect(after.enterprise).toMatchObject({ name: 'Batik Jlamprang Baru', revision: 2 });
  expect(after.changes[0]).toMatchObject({
    kind: 'edited',
    changedBy: 'Uji officer',
    changes: [
      { field: 'name', before: 'Batik Jlamprang', after: 'Batik Jlamprang Baru' },
      { field: 'rt', before: null, after: '3' },
    ],
  });
  expect((await audit()).at(-1)).toMatchObject({
    action: 'enterprise.edited',
    details: { fields: ['name', 'rt'] },
  });
});

test('two people who edit at once: the second is told, and overwrites nothing', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const edit = (name: string) =>
    execute(services, actor, editEnterprise, {
      enterpriseId,
      revision: 1,
      enterprise: { name, sector: 'batik' },
      premises: { villageCode: '33.75.04.1004' },
    });
  const outcomes = await Promise.all([edit('Pertama'), edit('Kedua')]);
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  expect(outcomes.find((one) => !one.ok)).toEqual(refused('conflict_stale'));
  expect((await profile()).enterprise.revision).toBe(2);
});

test('an edit that changes nothing writes nothing', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const form = {
    enterpriseId,
    revision: 1,
    enterprise: { name: 'Batik Jlamprang', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004' },
  };
  expect(await execute(services, actor, editEnterprise, form)).toMatchObject({
    ok: true,
    value: { changed: 0 },
  });
  expect((await profile()).enterprise.revision).toBe(1);
});

test('the profile shows identifiers masked and the birth date as an age band', async () => {
  const { services, actor, ownerId, profile } = await aRegister({ nik, phone: '081234567890' });
  await execute(services, actor, editOwner, {
    ownerId,
    revision: 1,
    owner: { fullName: 'Siti Aminah', birthDate: '1985-07-05' },
  });
  const { owner } = await profile();
  expect(owner).toMatchObject({
    nikMasked: '************0003',
    ageBand: '40–49',
    phones: [{ hint: '08******7890', whose: 'own' }],
  });
  expect(JSON.stringify(await profile())).not.toMatch(/3375034507850003|81234567890|1985-07-05/);
});

test('a reveal needs a reason, shows the values, and is in the audit with who, what and why', async () => {
  const { services, actor, ownerId, audit } = await aRegister({ nik, phone: '081234567890' });
  const blank = await execute(services, actor, revealPersonalData, {
    ownerId,
    fields: ['nik'],
    reason: '  ',
  });
  expect(blank).toMatchObject({
    ok: false,
    refusal: { code: 'invalid_input', fields: [{ path: 'reason', code: 'blank' }] },
  });
  const shown = await execute(services, actor, revealPersonalData, {
    ownerId,
    fields: ['nik', 'phones'],
    reason: 'Mengurus sertifikat halal',
  });
  expect(shown).toMatchObject({
    ok: true,
    value: { nik, phones: [expect.stringMatching(/812.?3456.?7890/)] },
  });
  const last = (await audit()).at(-1);
  expect(last).toMatchObject({
    action: 'owner.revealed',
    actorId: actor.id,
    subjectId: ownerId,
    reason: 'Mengurus sertifikat halal',
    details: { fields: ['nik', 'phones'] },
  });
  expect(JSON.stringify(await audit())).not.toContain(nik);
});

test('a head of office sees the register but reveals nothing; a companion elsewhere finds nothing', async () => {
  const { services, office, ownerId, enterpriseId } = await aRegister({ nik });
  const reveal = { ownerId, fields: ['nik'], reason: 'Ingin tahu' };
  expect(await execute(services, anActor(office, 'head'), revealPersonalData, reveal)).toEqual(
    refused('forbidden'),
  );
  const elsewhere = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1004' });
  expect(await execute(services, elsewhere, revealPersonalData, reveal)).toEqual(refused('not_found'));
  expect(await execute(services, elsewhere, addNote, { enterpriseId, text: 'Halo' })).toEqual(
    refused('not_found'),
  );
  const profile = await read(services, elsewhere, registerPermissions['enterprise.view'], (context) =>
    enterpriseProfile(context, enterpriseId),
  );
  expect(profile).toEqual({ ok: true, value: null });
});

test('a NIK is changed only when given anew, and its history shows it masked', async () => {
  const { services, actor, ownerId, profile } = await aRegister({ nik, phone: '081234567890' });
  const edit = (revision: number, owner: object) =>
    execute(services, actor, editOwner, { ownerId, revision, owner: { fullName: 'Siti Aminah', ...owner } });
  expect(await edit(1, {})).toMatchObject({ ok: true, value: { changed: 0 } });
  expect(await edit(1, { nik: { value: '3375034507850004' } })).toMatchObject({
    ok: true,
    value: { changed: 1 },
  });
  expect((await profile()).changes[0]!.changes).toEqual([
    { field: 'nik', before: '************0003', after: '************0004' },
  ]);
  const phoneId = (await profile()).owner!.phones[0]!.phoneId;
  await edit(2, { addPhone: { number: '085700001111', whose: 'kader' }, removePhoneIds: [phoneId] });
  expect((await profile()).owner!.phones).toMatchObject([{ hint: '08******1111', whose: 'kader' }]);
});

test('yearly figures are added, never overwritten, and the scale by law follows the newest', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const record = (year: number, amount: string, observedOn: string) =>
    execute(services, actor, recordFigure, { enterpriseId, kind: 'sales', year, amount, observedOn });
  expect(await record(2024, '1,5 M', '2025-01-10')).toMatchObject({
    ok: true,
    value: { computedScale: 'mikro' },
  });
  expect(await record(2025, '2,5 M', '2026-01-10')).toMatchObject({
    ok: true,
    value: { computedScale: 'kecil' },
  });
  expect(await record(2025, '1,9 M', '2026-02-10')).toMatchObject({
    ok: true,
    value: { computedScale: 'mikro' },
  });
  expect(await record(2025, '1 M', '2027-01-01')).toMatchObject({
    ok: false,
    refusal: { fields: [{ path: 'observedOn', code: 'date_in_future' }] },
  });
  const { figures, enterprise } = await profile();
  expect(figures.map((figure) => figure.amount)).toEqual([1_900_000_000, 2_500_000_000, 1_500_000_000]);
  expect(enterprise.computedScale).toBe('mikro');
});

test('evidence is graded and checked by its kind; withdrawn evidence leaves the profile and stays in the history', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const add = (more: object) => execute(services, actor, addEvidence, { enterpriseId, ...more });
  expect(await add({ kind: 'pirt', number: '12' })).toMatchObject({
    ok: false,
    refusal: { fields: [{ path: 'number', code: 'pirt_format' }] },
  });
  expect(await add({ kind: 'halal', grade: 'documented' })).toEqual(refused('evidence_missing'));
  const added = await add({
    kind: 'halal',
    number: 'ID33110000123450526',
    grade: 'seen',
    issuedOn: '2026-05-01',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  expect((await profile()).evidences).toMatchObject([{ kind: 'halal', grade: 'seen' }]);
  const { evidenceId } = added.value;
  expect(
    (await execute(services, actor, withdrawEvidence, { enterpriseId, evidenceId, reason: 'Salah usaha' }))
      .ok,
  ).toBe(true);
  expect(
    await execute(services, actor, withdrawEvidence, { enterpriseId, evidenceId, reason: 'Salah usaha' }),
  ).toEqual(refused('already_done'));
  expect((await profile()).evidences).toEqual([]);
  expect((await profile()).changes[0]).toMatchObject({
    kind: 'evidence',
    changes: [{ after: 'Salah usaha' }],
  });
});

test('products come and go with their history', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const added = await execute(services, actor, addProduct, {
    enterpriseId,
    product: { name: 'Sarung', unit: 'lembar', price: '150.000' },
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  expect((await profile()).products).toMatchObject([{ name: 'Sarung', price: 150_000 }]);
  expect(
    (await execute(services, actor, endProduct, { enterpriseId, productId: added.value.productId })).ok,
  ).toBe(true);
  expect(
    await execute(services, actor, endProduct, { enterpriseId, productId: added.value.productId }),
  ).toEqual(refused('already_done'));
  expect((await profile()).products).toEqual([]);
});

test('a group is joined once at a time and left on a day', async () => {
  const { services, actor, enterpriseId, profile } = await aRegister();
  const group = await execute(services, actor, createGroup, {
    kind: 'mentored',
    name: 'Binaan Dekranasda 2026',
    mentor: 'Dekranasda',
  });
  if (!group.ok) throw new Error('group');
  expect(
    await execute(services, actor, createGroup, { kind: 'mentored', name: 'Binaan Dekranasda 2026' }),
  ).toEqual(refused('duplicate'));
  const join = () =>
    execute(services, actor, joinGroup, {
      enterpriseId,
      groupId: group.value.groupId,
      joinedOn: '2026-01-05',
    });
  const joined = await join();
  if (!joined.ok) throw new Error('join');
  expect(await join()).toEqual(refused('already_done'));
  const left = await execute(services, actor, leaveGroup, {
    enterpriseId,
    groupMembershipId: joined.value.groupMembershipId,
    leftOn: '2026-05-01',
  });
  expect(left.ok).toBe(true);
  expect((await profile()).groups).toMatchObject([
    { name: 'Binaan Dekranasda 2026', joinedOn: '2026-01-05', leftOn: '2026-05-01' },
  ]);
});

test('another office finds none of it, whatever id it names', async () => {
  const { services, enterpriseId, ownerId } = await aRegister({ nik });
  const stranger = anActor(await anOffice(services, '33.25'));
  const profile = await read(services, stranger, registerPermissions['enterprise.view'], (context) =>
    enterpriseProfile(context, enterpriseId),
  );
  expect(profile).toEqual({ ok: true, value: null });
  expect(
    await execute(services, stranger, revealPersonalData, { ownerId, fields: ['nik'], reason: 'Ingin tahu' }),
  ).toEqual(refused('not_found'));
  const edit = { enterpriseId, revision: 1, enterprise: { name: 'Diambil' } };
  expect(await execute(services, stranger, editEnterprise, edit)).toEqual(refused('not_found'));
  expect(
    await execute(services, stranger, editOwner, { ownerId, revision: 1, owner: { fullName: 'X' } }),
  ).toEqual(refused('not_found'));
});
