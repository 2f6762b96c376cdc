import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anApiClient } from '../../open-api/factory.ts';
import { editEnterprise } from '../../register-enterprise/commands/edit-enterprise.server.ts';
import { editOwner } from '../../register-enterprise/commands/edit-owner.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { aPairOf, sure } from '../factory.ts';
import { listOfficesToLink } from '../link-mark-store.server.ts';
import { linkArrivals } from './link-arrivals.server.ts';

const nik = '3375044507850003';
/**
 * Up to where arrivals were compared is told by the oldest transaction that still runs, in any database of the server:
 * while another test writes, a round compares again what was compared. Then the round is tried anew.
 */
const whileOthersWrite = { retry: 8 };
const sisters = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('candidatePairs')
      .select(['pairId', 'leftId', 'rightId', 'foundBy', 'status', 'steps'])
      .execute(),
  );
const waiting = (services: Services) => services.db.transaction().execute(listOfficesToLink);

/** As two phones send what they noted without a network: one after the other, each under a key of its own. */
async function sentByAPhone(services: Services, office: string) {
  const client = await anApiClient(services, office);
  const send = async (fullName: string, name: string) => {
    const noted = {
      owner: { fullName, nik: { value: nik }, phones: [{ number: '081234567890', whose: 'own' }] },
      enterprise: { name, sector: 'batik', activity: 'Batik tulis' },
      premises: { villageCode: '33.75.04.1004', rt: '2', rw: '3' },
      sameNikIsSomeoneElse: true,
    };
    const made = await client('POST', '/enterprises', noted, { 'Idempotency-Key': newId() });
    expect(made.status).toBe(201);
    return String(made.body.enterpriseId);
  };
  return [
    await send('Siti Khotijah', 'Batik Khotijah'),
    await send('SITI KHADIJAH', 'Batik Bu Khatijah'),
  ].sort();
}

test('two phones that register one woman, her name spelt in two ways, are a pair in the queue', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await anEnterprise(services, anActor(office), { name: 'Warung Pojok', owner: 'Bambang', sector: 'food' });
  const [leftId, rightId] = await sentByAPhone(services, office);
  await linkArrivals(services, office);
  expect(await sisters(services, office)).toMatchObject([
    { leftId, rightId, foundBy: 'arrival', status: 'open' },
  ]);
});

test('the evidence names levels, and holds no name, NIK or phone', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await sentByAPhone(services, office);
  await linkArrivals(services, office);
  const [pair] = await sisters(services, office);
  expect(pair?.steps).toContainEqual(expect.objectContaining({ comparison: 'nik', level: 'exact' }));
  expect(JSON.stringify(pair?.steps)).not.toMatch(/siti|kh[oa]|\d{6}/i);
});

test(
  'an office whose arrivals were compared has none waiting, until somebody registers or edits',
  whileOthersWrite,
  async () => {
    const services = await freshServices();
    const office = await anOffice(services);
    expect(await waiting(services)).toEqual([]);
    const actor = anActor(office);
    const one = await anEnterprise(services, actor, { owner: 'Kartini', nik, name: 'Jamu Kartini' });
    const other = await anEnterprise(services, actor, { owner: 'Bambang', name: 'Bengkel Las' });
    expect(await waiting(services)).toEqual([office]);
    await linkArrivals(services, office);
    expect(await waiting(services)).toEqual([]);
    expect(await sisters(services, office)).toEqual([]);
    const edited = await execute(services, actor, editEnterprise, {
      enterpriseId: other.enterpriseId,
      revision: 1,
      enterprise: { name: 'Jamu Kartini', sector: 'drink' },
      premises: { villageCode: '33.75.04.1004' },
    });
    expect(edited).toMatchObject({ ok: true });
    expect(await waiting(services)).toEqual([office]);
    expect(one.enterpriseId).not.toBe(other.enterpriseId);
  },
);

test('what people said is different is not asked again when one of the two is edited', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await sentByAPhone(services, office);
  await linkArrivals(services, office);
  await withOffice(services.db, office, (trx) =>
    trx
      .updateTable('candidatePairs')
      .set({ status: 'decided', decision: 'different', decidedAt: services.clock(), decidedBy: 'Rina' })
      .execute(),
  );
  await withOffice(services.db, office, (trx) => trx.deleteFrom('linkageMarks').execute());
  await linkArrivals(services, office);
  expect(await sisters(services, office)).toMatchObject([{ status: 'decided' }]);
});

test(
  'a pair that was sure by a wrong NIK waits no more once the NIK is corrected',
  whileOthersWrite,
  async () => {
    const services = await freshServices();
    const office = await anOffice(services);
    const actor = anActor(office);
    const one = await anEnterprise(services, actor, { owner: 'Kartini', nik, name: 'Jamu Kartini' });
    const other = await anEnterprise(services, actor, { owner: 'Bambang', nik, name: 'Bengkel Las' });
    const third = await anEnterprise(services, actor, { owner: 'Wahyuni', name: 'Warung Pojok' });
    const ends = [one.enterpriseId, other.enterpriseId] as const;
    await linkArrivals(services, office);
    const corrected = await aPairOf(services, actor, ends, sure);
    const undone = { ...sure, conflict: 'undone' };
    const apart = await aPairOf(services, actor, [other.enterpriseId, third.enterpriseId], undone);
    const owner = { fullName: 'Bambang', nik: { value: '3375014101900007' } };
    const edited = { ownerId: other.ownerId, revision: 1, owner };
    expect(await execute(services, actor, editOwner, edited)).toMatchObject({ ok: true });
    await linkArrivals(services, office);
    const statusOf = async (pairId: string) =>
      (await sisters(services, office)).find((pair) => pair.pairId === pairId)?.status;
    expect(await statusOf(corrected)).toBe('set_aside');
    // A person took these apart: a person decides.
    expect(await statusOf(apart)).toBe('open');
  },
);

test(
  'a pair set aside because nothing was alike any more waits again when it is found again',
  whileOthersWrite,
  async () => {
    const services = await freshServices();
    const office = await anOffice(services);
    const actor = anActor(office);
    await anEnterprise(services, actor, { owner: 'Kartini', name: 'Jamu Kartini' });
    const { enterpriseId } = await anEnterprise(services, actor, { owner: 'Kartini', name: 'Jamu Kartini' });
    const premises = { villageCode: '33.75.04.1004' };
    for (const [revision, name, status] of [
      [0, 'Jamu Kartini', 'open'],
      [1, 'Bengkel Las', 'set_aside'],
      [2, 'Jamu Kartini', 'open'],
    ] as const) {
      const enterprise = { name, sector: 'batik' };
      if (revision > 0)
        await execute(services, actor, editEnterprise, { enterpriseId, revision, enterprise, premises });
      await linkArrivals(services, office);
      expect(await sisters(services, office)).toMatchObject([{ status }]);
    }
  },
);

test('marks that came with a backup of another database do not hide what is registered here', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await withOffice(services.db, office, (trx) =>
    trx
      .insertInto('linkageMarks')
      .values({ officeCode: office, linkedUpTo: 9_000_000_000, linkedAt: services.clock() })
      .execute(),
  );
  await sentByAPhone(services, office);
  expect(await waiting(services)).toEqual([office]);
  await linkArrivals(services, office);
  expect(await sisters(services, office)).toHaveLength(1);
});
