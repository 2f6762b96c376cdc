import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import { kbliSearch } from './kbli-search.server.ts';
import { ownerMatches, ownerSummary } from './owner-matches.server.ts';
import { villages } from './villages.server.ts';

const permission = registerPermissions['enterprise.register'];

async function matches(
  services: Services,
  actor: Actor,
  typed: { name?: string; nik?: string; phone?: string },
) {
  const outcome = await read(services, actor, permission, (context) =>
    ownerMatches(context, { name: '', nik: '', phone: '', ...typed }),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

test('search before adding: the same NIK comes first, then the same phone, then a similar name', async () => {
  const services = await freshServices();
  const actor = anActor(await anOffice(services));
  await anEnterprise(services, actor, { name: 'Batik A', owner: 'Muhammad Rokhman' });
  await anEnterprise(services, actor, { name: 'Batik B', owner: 'Darmi', phone: '081234567890' });
  const { ownerId } = await anEnterprise(services, actor, {
    name: 'Batik C',
    owner: 'Sutinah',
    nik: '3375034507850003',
  });
  await anEnterprise(services, actor, { name: 'Batik D', ownerId });
  const found = await matches(services, actor, {
    name: 'moh rohman',
    nik: '3375 0345 0785 0003',
    phone: '0812-3456-7890',
  });
  expect(
    found.map(({ by, ownerName, enterprises }) => [by, ownerName, enterprises.map((one) => one.name).sort()]),
  ).toEqual([
    ['nik', 'Sutinah', ['Batik C', 'Batik D']],
    ['phone', 'Darmi', ['Batik B']],
    ['name', 'Muhammad Rokhman', ['Batik A']],
  ]);
});

test('a few letters, or half a NIK, match nobody yet', async () => {
  const services = await freshServices();
  const actor = anActor(await anOffice(services));
  await anEnterprise(services, actor, { owner: 'Siti Aminah', nik: '3375034507850003' });
  expect(await matches(services, actor, { name: 'Si', nik: '33750345', phone: '0812' })).toEqual([]);
});

test('a companion is told of no owner outside their area, by NIK, name or id', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { ownerId } = await anEnterprise(services, anActor(office), {
    owner: 'Siti Aminah',
    nik: '3375034507850003',
  });
  const elsewhere = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1004' });
  expect(await matches(services, elsewhere, { name: 'Siti Aminah', nik: '3375034507850003' })).toEqual([]);
  const summary = (actor: Actor, id: string) =>
    read(services, actor, permission, (context) => ownerSummary(context, id));
  expect(await summary(elsewhere, ownerId)).toEqual({ ok: true, value: null });
  expect(await summary(anActor(office), ownerId)).toMatchObject({
    value: { fullName: 'Siti Aminah', enterprises: [{ name: 'Batik Jlamprang' }] },
  });
  expect(await summary(anActor(office), 'bukan id')).toEqual({ ok: true, value: null });
});

test('the form offers the villages in which the person may work, and KBLI codes by everyday words', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const choices = async (actor: Actor) => {
    const outcome = await read(services, actor, permission, villages);
    return outcome.ok ? outcome.value : [];
  };
  expect(await choices(anActor(office))).toHaveLength(27);
  const companion = anActor(office, 'companion', { kind: 'district', code: '33.75.03' });
  const own = await choices(companion);
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((village) => village.code.startsWith('33.75.03.'))).toBe(true);
  const kbli = await read(services, anActor(office), permission, (context) => kbliSearch(context, 'mbatik'));
  expect(kbli).toMatchObject({ ok: true, value: [{ code: '13133' }] });
});
