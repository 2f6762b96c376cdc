import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { type ApiClient, anApiClient } from '../open-api/factory.ts';
import { anEnterprise } from './factory.ts';
import { enterprisePageShape } from './queries/enterprise-page.server.ts';
import { enterpriseRecordShape } from './queries/enterprise-record.server.ts';
import { ownerRecordShape } from './queries/owner-record.server.ts';

const nik = '3375034507850003';
const phone = '081234567890';

async function aRegister() {
  const services = await freshServices();
  const office = await anOffice(services);
  const ids = await anEnterprise(services, anActor(office), { nik, phone, nib: '1234567890123' });
  const audit = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('auditEvents').selectAll().orderBy('eventId').execute(),
    );
  return { services, office, ...ids, audit, client: await anApiClient(services, office) };
}

const idsOf = (body: Record<string, unknown>) =>
  (body.items as { enterpriseId: string }[]).map((one) => one.enterpriseId);

async function allPages(client: ApiClient, query: string): Promise<string[]> {
  const params = new URLSearchParams(query);
  const found: string[] = [];
  for (let page = 0; page < 20; page++) {
    const { body } = await client('GET', `/enterprises?${params}`);
    found.push(...idsOf(body));
    if (body.nextCursor === undefined) return found;
    params.set('cursor', String(body.nextCursor));
  }
  throw new Error('the pages do not end');
}

test('an enterprise is registered over the API as by form: kept, answered with its address, audited as the token', async () => {
  const { client, audit } = await aRegister();
  const made = await client('POST', '/enterprises', {
    owner: { fullName: 'Rumiyati', nik: { answer: 'none_yet' }, deceased: false },
    enterprise: { name: 'Tempe Bu Rum', sector: 'food', brand: null },
    products: [{ name: 'Tempe', price: 5000 }],
  });
  expect(made.status).toBe(201);
  expect(made.headers.get('Location')).toBe(`/api/v1/enterprises/${String(made.body.enterpriseId)}`);
  const { body } = await client('GET', `/enterprises/${String(made.body.enterpriseId)}`);
  expect(body).toMatchObject({
    enterprise: { name: 'Tempe Bu Rum' },
    products: [{ name: 'Tempe', price: 5000 }],
    history: [{ via: 'api', kind: 'created' }],
  });
  expect((await audit()).at(-1)).toMatchObject({
    action: 'enterprise.registered',
    actorKind: 'token',
    actorName: 'Sistem uji',
  });
});

test('a NIK already on record is answered with whose it is, and registers nothing', async () => {
  const { client, ownerId } = await aRegister();
  const again = await client('POST', '/enterprises', {
    owner: { fullName: 'Aminah', nik: { value: nik } },
    enterprise: { name: 'Toko' },
  });
  expect([again.status, again.body.code, again.body.details]).toEqual([409, 'duplicate', { ownerId }]);
  const wrong = await client('POST', '/enterprises', {
    owner: { fullName: 'Aminah', nik: { value: '123' } },
    enterprise: {},
  });
  expect([wrong.status, wrong.body.errors]).toMatchObject([
    422,
    [{ path: 'owner.nik.value', code: 'nik_length' }, { path: 'enterprise.name' }],
  ]);
  expect((await client('GET', '/enterprises')).body.total).toMatchObject({ enterprises: 1 });
});

test('a retried registration registers once, and what is kept of it holds no personal data', async () => {
  const { services, office, client } = await aRegister();
  const send = () =>
    client(
      'POST',
      '/enterprises',
      { owner: { fullName: 'Rumiyati', nik: { value: '3375031207800001' } }, enterprise: { name: 'Tempe' } },
      { 'Idempotency-Key': '3375031207800001' },
    );
  const [first, again] = [await send(), await send()];
  expect(again.body).toEqual(first.body);
  expect([again.status, again.headers.get('Idempotency-Replayed'), again.headers.get('Location')]).toEqual([
    201,
    'true',
    first.headers.get('Location'),
  ]);
  expect((await client('GET', '/enterprises')).body.total).toMatchObject({ enterprises: 2 });
  const kept = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('idempotencyKeys').selectAll().execute(),
  );
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toMatch(/Rumiyati|3375031207800001|Tempe/);
});

test('an edit must name the reading it was made from, and a stale one overwrites nothing', async () => {
  const { client, enterpriseId } = await aRegister();
  const path = `/enterprises/${enterpriseId}`;
  const tag = (await client('GET', path)).headers.get('ETag') ?? '';
  const patch = { enterprise: { brand: 'Jlamprang Asli' }, premises: { rt: 4 } };
  expect((await client('PATCH', path, patch)).status).toBe(428);
  const edited = await client('PATCH', path, patch, { 'If-Match': tag });
  expect([edited.status, edited.body]).toEqual([200, { changed: 2, revision: 2 }]);
  const stale = await client('PATCH', path, { enterprise: { brand: 'Lain' } }, { 'If-Match': tag });
  expect([stale.status, stale.body.code]).toEqual([412, 'conflict_stale']);
  // What the patch did not name is as it was.
  expect((await client('GET', path)).body).toMatchObject({
    enterprise: {
      name: 'Batik Jlamprang',
      brand: 'Jlamprang Asli',
      sector: 'batik',
      nib: { answer: 'known', value: '1234567890123' },
    },
    premises: { villageCode: '33.75.04.1004', rt: '4' },
  });
});

test('null takes a field away, and an edit retried with its key is done once', async () => {
  const { client, enterpriseId } = await aRegister();
  const path = `/enterprises/${enterpriseId}`;
  const send = () =>
    client(
      'PATCH',
      path,
      { enterprise: { nib: { answer: 'not_shown' } }, premises: { villageCode: null } },
      { 'If-Match': '"1"', 'Idempotency-Key': 'edit-1' },
    );
  expect(await send()).toMatchObject({ status: 200, body: { revision: 2 } });
  expect(await send()).toMatchObject({ status: 200, body: { revision: 2 } });
  const { body } = await client('GET', path);
  expect(body.premises).toEqual({});
  expect(body.enterprise).toMatchObject({ nib: { answer: 'not_shown' } });
});

test('a reading is not modified until anything on record of the enterprise is', async () => {
  const { client, enterpriseId } = await aRegister();
  const path = `/enterprises/${enterpriseId}`;
  const tag = (await client('GET', path)).headers.get('ETag') ?? '';
  const unchanged = await client('GET', path, undefined, { 'If-None-Match': `W/${tag}` });
  expect([unchanged.status, unchanged.text]).toEqual([304, '']);
  expect((await client('POST', `${path}/products`, { name: 'Sarung goyor', price: '185 rb' })).status).toBe(
    201,
  );
  expect((await client('GET', path, undefined, { 'If-None-Match': tag })).status).toBe(200);
});

test('personal data is masked by default, in lists, records and history', async () => {
  const { client, enterpriseId, ownerId } = await aRegister();
  await client('POST', `/enterprises/${enterpriseId}/evidences`, { kind: 'npwp', number: nik });
  const owner = await client(
    'PATCH',
    `/owners/${ownerId}`,
    { birthDate: '1985-07-05', homeAddress: 'Jalan Rahasia 7' },
    { 'If-Match': '"1"' },
  );
  expect(owner.status).toBe(200);
  const answers = [
    await client('GET', '/enterprises'),
    await client('GET', `/enterprises?q=${nik}`),
    await client('GET', `/enterprises/${enterpriseId}`),
    await client('GET', `/owners/${ownerId}`),
  ];
  for (const { status, text } of answers) {
    expect(status).toBe(200);
    expect(text).toContain(enterpriseId);
    expect(text).not.toMatch(/3375034507850003|81234567890|1985-07-05|Rahasia/);
  }
  expect(answers[3]?.body).toMatchObject({
    nik: { answer: 'known', masked: '************0003' },
    ageBand: expect.any(String),
    hasHomeAddress: true,
  });
});

test('personal data is shown for a reason, which the audit keeps, and nothing else keeps the answer', async () => {
  const { services, office, client, ownerId, audit } = await aRegister();
  const path = `/owners/${ownerId}/reveal`;
  const unreasoned = await client('POST', path, { fields: ['nik'], reason: '' });
  expect([unreasoned.status, unreasoned.body.errors]).toMatchObject([
    422,
    [{ path: 'reason', code: 'blank' }],
  ]);
  const reason = 'Mencocokkan dengan KTP';
  const shown = await client(
    'POST',
    path,
    { fields: ['nik', 'phones'], reason },
    { 'Idempotency-Key': 'reveal-1' },
  );
  expect([shown.status, shown.headers.get('Cache-Control'), shown.body]).toEqual([
    200,
    'no-store',
    { nik, phones: ['0812-3456-7890'] },
  ]);
  expect((await audit()).at(-1)).toMatchObject({
    action: 'owner.revealed',
    actorKind: 'token',
    subjectId: ownerId,
    reason,
  });
  expect(
    await withOffice(services.db, office, (trx) => trx.selectFrom('idempotencyKeys').selectAll().execute()),
  ).toEqual([]);
});

test('an owner is edited field by field; null takes one away', async () => {
  const { client, ownerId } = await aRegister();
  const path = `/owners/${ownerId}`;
  expect(
    (await client('PATCH', path, { sex: 'female', birthDate: '1985-07-05', deceased: true })).status,
  ).toBe(428);
  expect(
    await client(
      'PATCH',
      path,
      { sex: 'female', birthDate: '1985-07-05', deceased: true },
      { 'If-Match': '"1"' },
    ),
  ).toMatchObject({ body: { changed: 3, revision: 2 } });
  expect(await client('PATCH', path, { birthDate: null }, { 'If-Match': '"2"' })).toMatchObject({
    body: { changed: 1, revision: 3 },
  });
  const { body } = await client('GET', path);
  expect(body).toMatchObject({
    fullName: 'Siti Aminah',
    sex: 'female',
    deceased: true,
    nik: { answer: 'known' },
  });
  expect(body.ageBand).toBeUndefined();
  const wrong = await client('PATCH', path, { nik: { value: '12' } }, { 'If-Match': '"3"' });
  expect(wrong.body.errors).toMatchObject([{ path: 'nik.value', code: 'nik_length' }]);
});

test('figures, evidence, notes and groups are added, and an amount with a fraction is never taken for thousands', async () => {
  const { services, office, client, enterpriseId } = await aRegister();
  const path = `/enterprises/${enterpriseId}`;
  const figure = await client('POST', `${path}/figures`, {
    kind: 'sales',
    year: 2025,
    amount: 2_400_000_000,
  });
  expect([figure.status, figure.body.computedScale]).toEqual([201, 'kecil']);
  expect(
    (await client('POST', `${path}/figures`, { kind: 'sales', year: 2025, amount: 1.234 })).body.errors,
  ).toMatchObject([{ path: 'amount' }]);
  expect((await client('POST', `${path}/evidences`, { kind: 'award', grade: 'documented' })).body.code).toBe(
    'evidence_missing',
  );
  expect((await client('POST', `${path}/notes`, { text: 'Pindah kios' })).status).toBe(201);
  const admin = await anApiClient(services, office, 'data_officer');
  const group = await admin('POST', '/groups', { kind: 'mentored', name: 'Binaan 2026' });
  const { groupId } = group.body;
  expect((await admin('POST', '/groups', { kind: 'mentored', name: 'Binaan 2026' })).status).toBe(409);
  expect((await admin('POST', `${path}/groups`, { groupId, joinedOn: '2026-01-05' })).status).toBe(201);
  expect((await admin('POST', `${path}/groups`, { groupId })).body.code).toBe('already_done');
  expect((await client('GET', path)).body).toMatchObject({
    computedScale: 'kecil',
    groups: [{ groupId }],
    figures: [{ amount: 2_400_000_000, sourceKind: 'api' }],
  });
  expect(idsOf((await client('GET', `/enterprises?group=${String(groupId)}&scale=kecil`)).body)).toEqual([
    enterpriseId,
  ]);
});

test('pages follow one another without gaps while others write, and a filter means what it means on screen', async () => {
  const { services, office, client } = await aRegister();
  const actor = anActor(office);
  for (let number = 0; number < 6; number++)
    await anEnterprise(services, actor, {
      name: `Batik ${number}`,
      village: number % 2 ? '33.75.01.1004' : '33.75.04.1004',
    });
  const first = await client('GET', '/enterprises?limit=3');
  expect(first.body).toMatchObject({ total: { enterprises: 7, owners: 7 } });
  await anEnterprise(services, actor, { name: 'Datang belakangan', sector: 'food' });
  const rest = await allPages(client, `limit=3&cursor=${String(first.body.nextCursor)}`);
  expect([...idsOf(first.body), ...rest]).toHaveLength(8);
  expect(new Set([...idsOf(first.body), ...rest]).size).toBe(8);
  for (const query of [
    'village=33.75.01',
    'sector=food&sector=batik',
    'standing=verified',
    'village=33.75.04&sector=batik',
    'operation=unknown',
  ]) {
    const found = await allPages(client, `limit=2&${query}`);
    const { total } = (await client('GET', `/enterprises?${query}`)).body as {
      total: { enterprises: number };
    };
    expect([query, found.length]).toEqual([query, total.enterprises]);
  }
  expect(await allPages(client, 'limit=2&q=batik')).toHaveLength(7);
  const foreign = await client('GET', `/enterprises?sector=food&cursor=${String(first.body.nextCursor)}`);
  expect([foreign.status, foreign.body.errors]).toMatchObject([422, [{ path: 'cursor' }]]);
  expect((await client('GET', '/enterprises?limit=201')).status).toBe(422);
  expect((await client('GET', '/enterprises?sector=emas')).body.errors).toMatchObject([
    { path: 'sector.0', code: 'not_a_choice' },
  ]);
});

test('a token for one village sees, counts and changes only that village', async () => {
  const { services, office, enterpriseId, ownerId } = await aRegister();
  const inside = await anEnterprise(services, anActor(office), {
    name: 'Tempe',
    village: '33.75.01.1004',
    ownerId,
  });
  const client = await anApiClient(services, office, 'companion', 'village:33.75.01.1004');
  expect(await allPages(client, '')).toEqual([inside.enterpriseId]);
  expect(await allPages(client, 'q=siti')).toEqual([inside.enterpriseId]);
  expect((await client('GET', `/enterprises/${enterpriseId}`)).status).toBe(404);
  expect((await client('GET', `/owners/${ownerId}`)).body.enterprises).toEqual([
    { enterpriseId: inside.enterpriseId, name: 'Tempe' },
  ]);
  expect((await client('GET', `/enterprises/${inside.enterpriseId}`)).text).not.toContain(enterpriseId);
  expect(
    (
      await client(
        'PATCH',
        `/enterprises/${enterpriseId}`,
        { enterprise: { name: 'X' } },
        { 'If-Match': '"1"' },
      )
    ).status,
  ).toBe(404);
  expect(
    (
      await client(
        'PATCH',
        `/enterprises/${inside.enterpriseId}`,
        { premises: { villageCode: '33.75.04.1004' } },
        { 'If-Match': '"1"' },
      )
    ).status,
  ).toBe(403);
});

test('areas, KBLI and source lists are read by whoever may see the register', async () => {
  const { client } = await aRegister();
  expect((await client('GET', '/areas')).body.items).toMatchObject([
    { areaCode: '33.75.01', level: 'district' },
    {},
    {},
    {},
  ]);
  expect((await client('GET', '/areas?parent=33.75.04')).text).toContain('33.75.04.1004');
  expect((await client('GET', '/areas?parent=x')).body.errors).toMatchObject([
    { path: 'parent', code: 'area_format' },
  ]);
  expect((await client('GET', '/kbli?q=batik')).body.items).not.toEqual([]);
  expect((await client('GET', '/sources')).body).toEqual({ items: [] });
});

test('answers have the shapes that the document promises', async () => {
  const { client, enterpriseId, ownerId } = await aRegister();
  await client('POST', `/enterprises/${enterpriseId}/figures`, { kind: 'workers', year: 2025, amount: 3 });
  await client('POST', `/enterprises/${enterpriseId}/evidences`, { kind: 'award', number: '7' });
  enterpriseRecordShape.parse((await client('GET', `/enterprises/${enterpriseId}`)).body);
  ownerRecordShape.parse((await client('GET', `/owners/${ownerId}`)).body);
  enterprisePageShape.parse((await client('GET', '/enterprises')).body);
});

test('an enterprise merged over the API answers under either id, takes edits under either, and is parted again', async () => {
  const { services, office, client, enterpriseId } = await aRegister();
  const twin = await anEnterprise(services, anActor(office), { name: 'Batik Kembar', owner: 'Aminah' });
  const key = { 'Idempotency-Key': 'gabung-1' };
  const body = { mergedId: twin.enterpriseId, kind: 'same' };
  const merged = await client('POST', `/enterprises/${enterpriseId}/merges`, body, key);
  expect([merged.status, merged.body]).toMatchObject([201, { survivorId: enterpriseId, isRepeated: false }]);
  const again = await client('POST', `/enterprises/${enterpriseId}/merges`, body, key);
  expect(again.body).toEqual(merged.body);
  const read = await client('GET', `/enterprises/${twin.enterpriseId}`);
  expect(enterpriseRecordShape.safeParse(read.body).error).toBeUndefined();
  expect(read.body).toMatchObject({ enterpriseId, merges: [{ mergedId: twin.enterpriseId, kind: 'same' }] });
  expect((await client('GET', `/owners/${twin.ownerId}`)).body).toMatchObject({ fullName: 'Siti Aminah' });
  expect(await allPages(client, '')).toEqual([enterpriseId]);
  const edit = { enterprise: { brand: 'Kembar' } };
  const tag = { 'If-Match': read.headers.get('ETag')! };
  const edited = await client('PATCH', `/enterprises/${twin.enterpriseId}`, edit, tag);
  expect(edited.status).toBe(200);
  const brandOf = async (id: string) =>
    ((await client('GET', `/enterprises/${id}`)).body.enterprise as { brand?: string }).brand;
  expect(await brandOf(enterpriseId)).toBe('Kembar');
  const undone = await client('POST', `/merges/${String(merged.body.mergeId)}/undo`, {});
  expect([undone.status, undone.body]).toEqual([200, { isRepeated: false }]);
  expect(await brandOf(enterpriseId)).toBeUndefined();
  expect(await brandOf(twin.enterpriseId)).toBe('Kembar');
});
