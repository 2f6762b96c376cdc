import { expect, test } from 'vitest';
import { refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { registerEnterprise } from './register-enterprise.server.ts';

const nik = '3375034507850003';

const wholeForm = {
  owner: {
    fullName: '  Hj.  Siti   Aminah ',
    sex: 'female',
    birthDate: '1985-07-05',
    nik: { value: '3375 0345 0785 0003' },
    noKk: '3375031203100004',
    phones: [{ number: '0812-3456-7890', whose: 'own' }],
  },
  enterprise: { name: 'Batik Aminah', kbli: '2025:13133', nib: { answer: 'none_yet' } },
  premises: { villageCode: '33.75.04.1004', rt: '02', rw: '05' },
  products: [{ name: 'Sarung batik', price: '150rb' }],
};

test('an enterprise is saved with its owner, place and products, identifiers only as ciphertext', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const outcome = await execute(services, anActor(office), registerEnterprise, wholeForm);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  expect(outcome.value.warnings).toEqual([]);
  const stored = await withOffice(services.db, office, async (trx) => ({
    owner: await trx.selectFrom('owners').selectAll().executeTakeFirstOrThrow(),
    enterprise: await trx.selectFrom('enterprises').selectAll().executeTakeFirstOrThrow(),
    phone: await trx.selectFrom('ownerPhones').selectAll().executeTakeFirstOrThrow(),
    product: await trx.selectFrom('products').selectAll().executeTakeFirstOrThrow(),
    change: await trx.selectFrom('recordChanges').selectAll().executeTakeFirstOrThrow(),
    audit: await trx.selectFrom('auditEvents').selectAll().execute(),
  }));
  expect(stored.owner).toMatchObject({ fullName: 'Hj. Siti Aminah', nikAnswer: 'known', nikLast4: '0003' });
  expect(stored.enterprise).toMatchObject({
    sector: 'batik',
    nibAnswer: 'none_yet',
    nib: null,
    standing: 'listed',
  });
  expect(stored.phone.phoneHint).toBe('08******7890');
  expect(stored.product.price).toBe(150_000);
  expect(stored.audit.map((line) => line.action)).toEqual(['enterprise.registered']);
  const everything = JSON.stringify(stored, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  for (const secret of [nik, '3375031203100004', '81234567890']) expect(everything).not.toContain(secret);
});

test('no identifier is required to save, and each reason for its absence is kept apart', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  for (const answer of ['none_yet', 'not_shown', 'declined', 'unknown']) {
    const outcome = await execute(services, anActor(office), registerEnterprise, {
      owner: { fullName: `Darmi ${answer}`, nik: { answer } },
      enterprise: { name: 'Tempe Darmi' },
    });
    expect(outcome.ok).toBe(true);
  }
  const answers = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('owners').select('nikAnswer').orderBy('createdAt').orderBy('ownerId').execute(),
  );
  expect(answers.map((row) => row.nikAnswer)).toEqual(['none_yet', 'not_shown', 'declined', 'unknown']);
});

test('a NIK already on record is answered with its owner; the officer may take that owner or say it is someone else', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const first = await execute(services, actor, registerEnterprise, wholeForm);
  if (!first.ok) throw new Error('first');
  const again = { ...wholeForm, enterprise: { name: 'Warung Aminah' } };
  expect(await execute(services, actor, registerEnterprise, again)).toEqual(
    refused('duplicate', { details: { ownerId: first.value.ownerId } }),
  );
  const second = await execute(services, actor, registerEnterprise, {
    ...again,
    owner: undefined,
    ownerId: first.value.ownerId,
  });
  expect(second).toMatchObject({ ok: true, value: { ownerId: first.value.ownerId } });
  const third = await execute(services, actor, registerEnterprise, {
    ...again,
    sameNikIsSomeoneElse: 'true',
  });
  expect(third.ok && third.value.ownerId !== first.value.ownerId).toBe(true);
});

test('a NIK that contradicts birth date or sex is saved with a warning, never refused', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const outcome = await execute(services, anActor(office), registerEnterprise, {
    owner: { fullName: 'Slamet', sex: 'male', birthDate: '1990-01-02', nik: { value: nik } },
    enterprise: { name: 'Bengkel Slamet' },
  });
  expect(outcome).toMatchObject({ ok: true, value: { warnings: ['birth_date_differs', 'sex_differs'] } });
});

test('what cannot be read is named field by field, and nothing is saved', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const outcome = await execute(services, anActor(office), registerEnterprise, {
    owner: { fullName: '', nik: { value: '12345' }, phones: [{ number: '0812' }], birthDate: '31-02-1990' },
    enterprise: { name: 'X', nib: { value: '1' } },
    products: [{ name: 'Y', price: 'mahal' }],
  });
  if (outcome.ok) throw new Error('saved');
  expect(Object.fromEntries(outcome.refusal.fields!.map((field) => [field.path, field.code]))).toEqual({
    'owner.fullName': 'blank',
    'owner.nik.value': 'nik_length',
    'owner.phones.0.number': 'phone_invalid',
    'owner.birthDate': 'date_unreadable',
    'enterprise.nib.value': 'nib_length',
    'products.0.price': 'amount_unreadable',
  });
  const saved = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('owners').select('ownerId').execute(),
  );
  expect(saved).toEqual([]);
});

test('a code that is not in the reference tables is refused', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const form = { owner: { fullName: 'Ani' }, enterprise: { name: 'X', kbli: '2025:99998' } };
  expect(await execute(services, anActor(office), registerEnterprise, form)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid_input' },
  });
});

test('a companion registers within their own area only; an enumerator and a partner not at all', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const companion = anActor(office, 'companion', { kind: 'district', code: '33.75.04' });
  const form = (villageCode: string) => ({
    owner: { fullName: 'Ani' },
    enterprise: { name: 'X' },
    premises: { villageCode },
  });
  expect((await execute(services, companion, registerEnterprise, form('33.75.04.1004'))).ok).toBe(true);
  expect(await execute(services, companion, registerEnterprise, form('33.75.01.1004'))).toEqual(
    refused('forbidden'),
  );
  for (const role of ['enumerator', 'partner', 'owner', 'head'] as const) {
    expect(await execute(services, anActor(office, role), registerEnterprise, form('33.75.04.1004'))).toEqual(
      refused('forbidden'),
    );
  }
});
