import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import { ownRecord } from '../queries/own-record.server.ts';
import { editEnterprise } from './edit-enterprise.server.ts';
import { proposeCorrection } from './propose-correction.server.ts';

async function twoOwners() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const mine = await anEnterprise(services, officer, {
    name: 'Batik Aminah',
    owner: 'Siti Aminah',
    nik: '3375034507850003',
    phone: '081234567890',
  });
  const other = await anEnterprise(services, officer, { name: 'Tempe Darmi', owner: 'Darmi' });
  const owner = anActor(office, 'owner', { kind: 'owner', code: mine.ownerId });
  const record = async (actor: Actor, ownerId: string) => {
    const outcome = await read(services, actor, registerPermissions['enterprise.view_own'], (context) =>
      ownRecord(context, ownerId),
    );
    return outcome.ok ? outcome.value : outcome;
  };
  return { services, office, officer, mine, other, owner, record };
}

test('an owner asks for a correction: nothing changes, the wish waits on their page until an officer edits', async () => {
  const { services, office, officer, mine, owner, record } = await twoOwners();
  const wish = { ...mine, text: '  RT saya 03,  bukan 02 ' };
  expect((await execute(services, owner, proposeCorrection, wish)).ok).toBe(true);
  expect(await record(owner, mine.ownerId)).toMatchObject({
    enterprises: [{ name: 'Batik Aminah', openWish: { text: 'RT saya 03, bukan 02' } }],
  });
  const audit = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select(['action', 'subjectId']).orderBy('eventId').execute(),
  );
  expect(audit.at(-1)).toEqual({ action: 'owner.correction_proposed', subjectId: mine.enterpriseId });
  services.setNow(new Date(services.clock().getTime() + 60_000));
  const edit = {
    enterpriseId: mine.enterpriseId,
    revision: 1,
    enterprise: { name: 'Batik Aminah', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004', rt: '03' },
  };
  expect((await execute(services, officer, editEnterprise, edit)).ok).toBe(true);
  expect(await record(owner, mine.ownerId)).toMatchObject({ enterprises: [{ rt: '03', openWish: null }] });
});

test('an owner sees and corrects their own record only, and staff do not use this door', async () => {
  const { services, office, officer, mine, other, owner, record } = await twoOwners();
  expect(await record(owner, other.ownerId)).toBeNull();
  expect(await execute(services, owner, proposeCorrection, { ...other, text: 'Ganti nama' })).toEqual(
    refused('not_found'),
  );
  expect(
    await execute(services, owner, proposeCorrection, {
      ownerId: mine.ownerId,
      enterpriseId: other.enterpriseId,
      text: 'x',
    }),
  ).toEqual(refused('not_found'));
  expect(await execute(services, officer, proposeCorrection, { ...mine, text: 'x' })).toEqual(
    refused('forbidden'),
  );
  expect(await record(officer, mine.ownerId)).toEqual(refused('forbidden'));
  expect(
    await execute(services, owner, proposeCorrection, { ownerId: mine.ownerId, text: ' ' }),
  ).toMatchObject({
    refusal: { fields: [{ path: 'text', code: 'blank' }] },
  });
  const stranger = anActor(await anOffice(services, '33.25'), 'owner', { kind: 'owner', code: mine.ownerId });
  expect(await record(stranger, mine.ownerId)).toBeNull();
  expect(office).toBe('33.75');
});

test('what an owner is shown of themselves keeps NIK and phone masked: phones are lent', async () => {
  const { mine, owner, record } = await twoOwners();
  const shown = await record(owner, mine.ownerId);
  expect(shown).toMatchObject({
    fullName: 'Siti Aminah',
    nikMasked: '************0003',
    phones: [{ hint: '08******7890', whose: 'own' }],
  });
  expect(JSON.stringify(shown)).not.toMatch(/3375034507850003|81234567890/);
});
