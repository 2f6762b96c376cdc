import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { editEnterprise } from '../commands/edit-enterprise.server.ts';
import { editOwner } from '../commands/edit-owner.server.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import type { FacetFilter } from '../rules/register-index.ts';
import { enterpriseList } from './enterprise-list.server.ts';

async function find(services: Services, actor: Actor, text: string, filter: FacetFilter = {}) {
  const outcome = await read(services, actor, registerPermissions['enterprise.view'], (context) =>
    enterpriseList(context, { text, filter, offset: 0, limit: 50 }),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
const names = (list: { rows: { name: string }[] }) => list.rows.map((row) => row.name);

test('one box finds by name, owner, product, place, NIB, NIK and phone', async () => {
  const services = await freshServices();
  const actor = anActor(await anOffice(services));
  await anEnterprise(services, actor, {
    name: 'Batik Jlamprang',
    owner: 'Muhammad Rokhman',
    nik: '3375031207800001',
    nib: '1234567890123',
    phone: '081234567890',
    products: ['Sarung goyor'],
    village: '33.75.04.1004',
  });
  await anEnterprise(services, actor, {
    name: 'Tempe Bu Yem',
    owner: 'Sayem',
    village: '33.75.01.1004',
    sector: 'food',
  });
  for (const typed of [
    'batik jlampran',
    'mohamad rohman',
    'goyor',
    '1234567890123',
    '3375031207800001',
    '0812 3456 7890',
    '+62 812-3456-7890',
  ]) {
    expect(names(await find(services, actor, typed)), typed).toEqual(['Batik Jlamprang']);
  }
  expect(names(await find(services, actor, '3375031207800002'))).toEqual([]);
});

test('counts tell enterprises from people, and chips narrow them', async () => {
  const services = await freshServices();
  const actor = anActor(await anOffice(services));
  const { ownerId } = await anEnterprise(services, actor, { name: 'Batik A' });
  await anEnterprise(services, actor, { name: 'Batik B', ownerId });
  await anEnterprise(services, actor, {
    name: 'Warung C',
    owner: 'Darmi',
    sector: 'food',
    village: '33.75.01.1004',
  });
  expect(await find(services, actor, '')).toMatchObject({
    enterprises: 3,
    owners: 2,
    counts: { sector: { batik: 2, food: 1 } },
  });
  expect(await find(services, actor, '', { village: ['33.75.04'] })).toMatchObject({
    enterprises: 2,
    owners: 1,
  });
});

test('what was changed a moment ago is found at once, in this process and in another', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { enterpriseId, ownerId } = await anEnterprise(services, actor, {
    name: 'Toko Lama',
    owner: 'Sutinah',
  });
  const otherProcess = { ...services };
  expect(names(await find(otherProcess, actor, 'toko lama'))).toEqual(['Toko Lama']);
  await execute(services, actor, editEnterprise, {
    enterpriseId,
    revision: 1,
    enterprise: { name: 'Griya Canting', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004' },
  });
  await execute(services, actor, editOwner, { ownerId, revision: 1, owner: { fullName: 'Rumiyati' } });
  for (const process of [services, otherProcess]) {
    expect(names(await find(process, actor, 'griya canting'))).toEqual(['Griya Canting']);
    expect(names(await find(process, actor, 'rumiyati'))).toEqual(['Griya Canting']);
    expect(names(await find(process, actor, 'toko lama '))).toEqual([]);
  }
});

test('a change committed by a transaction older than the last look is not missed', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { enterpriseId } = await anEnterprise(services, actor, { name: 'Toko Lama' });
  let finish = () => undefined as unknown;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = () => undefined as unknown;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = services.db.transaction().execute(async (trx) => {
    const { sql } = await import('kysely');
    await sql`select set_config('gawangan.office', ${office}, true)`.execute(trx);
    await sql`update enterprises set name = 'Toko Pelan', touched = pg_current_xact_id()::text::bigint where enterprise_id = ${enterpriseId}`.execute(
      trx,
    );
    begun();
    await held;
  });
  await hasBegun;
  // A later transaction commits first and is indexed; the slow one has the smaller number.
  await anEnterprise(services, actor, { name: 'Toko Cepat' });
  expect(names(await find(services, actor, 'cepat'))).toEqual(['Toko Cepat']);
  finish();
  await slow;
  expect(names(await find(services, actor, 'pelan'))).toEqual(['Toko Pelan']);
});

test('a companion is shown and counted only their own area; another office nothing', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await anEnterprise(services, anActor(office), { name: 'Batik A', village: '33.75.04.1004' });
  await anEnterprise(services, anActor(office), { name: 'Batik B', village: '33.75.01.1004' });
  const companion = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1004' });
  expect(await find(services, companion, 'batik')).toMatchObject({
    enterprises: 1,
    counts: { village: { '33.75.01.1004': 1 } },
  });
  const stranger = anActor(await anOffice(services, '33.25'));
  expect(await find(services, stranger, 'batik')).toMatchObject({ enterprises: 0, similar: 0, rows: [] });
});
