import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { updateDeactivated } from '../../sign-in/account-store.server.ts';
import { aStaffMember } from '../../sign-in/factory.ts';
import { handOver } from './hand-over.server.ts';
import { registerOpenWork } from './open-work.server.ts';

/** Stands for a slice with work of its own: source lists, by who made them. */
beforeAll(() => {
  registerOpenWork({
    kind: 'source_list',
    label: { id: 'Daftar asal', en: 'Source lists' },
    count: async (trx, userId) =>
      (await trx.selectFrom('sourceLists').select('name').where('createdBy', '=', userId).execute()).length,
    move: async (trx, from, to) => {
      const moved = await trx
        .updateTable('sourceLists')
        .set({ createdBy: to })
        .where('createdBy', '=', from)
        .executeTakeFirst();
      return Number(moved.numUpdatedRows);
    },
  });
});
afterAll(() =>
  registerOpenWork({
    kind: 'source_list',
    label: { id: '', en: '' },
    count: async () => 0,
    move: async () => 0,
  }),
);

const scope = (code: string) => ({ kind: 'district' as const, code });
const aList = (services: Services, officeCode: string, createdBy: string) =>
  withOffice(services.db, officeCode, (trx) =>
    trx
      .insertInto('sourceLists')
      .values({
        officeCode,
        sourceListId: newId(),
        name: 'BPUM',
        kind: 'bpum',
        asOf: '2026-01-01',
        createdAt: services.clock(),
        createdBy,
      })
      .execute(),
  );
const state = (services: Services, office: string) =>
  withOffice(services.db, office, async (trx) => ({
    lists: await trx.selectFrom('sourceLists').select('createdBy').execute(),
    roles: await trx
      .selectFrom('memberships')
      .select(['userId', 'role', 'scopeCode', 'validTo'])
      .orderBy('membershipId')
      .execute(),
    handOvers: await trx
      .selectFrom('handOvers')
      .select(['fromUserId', 'toUserId', 'moved', 'note'])
      .execute(),
    audit: await trx.selectFrom('auditEvents').select(['action', 'reason']).execute(),
  }));

async function anOfficeWithTwo(grants: Grant[]) {
  const services = await freshServices();
  const office = await anOffice(services);
  const from = (await aStaffMember(services, office, { name: 'Yang pindah', grants })).userId;
  const to = (await aStaffMember(services, office, { name: 'Pengganti' })).userId;
  await aList(services, office, from);
  await aList(services, office, from);
  await aList(services, office, to);
  return {
    services,
    office,
    from,
    to,
    request: { handOverId: newId(), fromUserId: from, toUserId: to, withRoles: true, note: 'Mutasi' },
  };
}

test('all open work and the roles go to the successor, whose predecessor works until today; asked twice, done once', async () => {
  const grants: Grant[] = [
    { role: 'officer', scope: { kind: 'office', code: '33.75' } },
    { role: 'companion', scope: scope('33.75.02') },
  ];
  const { services, office, from, to, request } = await anOfficeWithTwo(grants);
  const admin = anActor(office, 'data_officer');
  expect(await execute(services, admin, handOver, request)).toEqual(done({ role: 2, source_list: 2 }));
  const after = await state(services, office);
  expect(after.lists).toEqual([{ createdBy: to }, { createdBy: to }, { createdBy: to }]);
  expect(after.roles.filter((one) => one.userId === from).map((one) => one.validTo)).toEqual([
    '2026-05-06',
    '2026-05-06',
  ]);
  expect(after.roles.filter((one) => one.userId === to)).toEqual([
    { userId: to, role: 'officer', scopeCode: '33.75', validTo: null },
    { userId: to, role: 'companion', scopeCode: '33.75.02', validTo: null },
  ]);
  expect(after.handOvers).toEqual([
    { fromUserId: from, toUserId: to, moved: { role: 2, source_list: 2 }, note: 'Mutasi' },
  ]);
  expect(after.audit).toEqual([{ action: 'work.handed_over', reason: 'Mutasi' }]);
  expect(await execute(services, admin, handOver, request)).toEqual(done({ role: 2, source_list: 2 }));
  expect(await state(services, office)).toEqual(after);
});

test('a head hands over work, but gives no roles', async () => {
  const { services, office, from, to, request } = await anOfficeWithTwo([
    { role: 'officer', scope: { kind: 'office', code: '33.75' } },
  ]);
  expect(await execute(services, anActor(office, 'head'), handOver, request)).toEqual(refused('forbidden'));
  expect(await execute(services, anActor(office), handOver, { ...request, withRoles: false })).toEqual(
    refused('forbidden'),
  );
  expect(
    await execute(services, anActor(office, 'head'), handOver, { ...request, withRoles: false }),
  ).toEqual(done({ source_list: 2 }));
  const { roles } = await state(services, office);
  expect(roles.map((one) => [one.userId, one.validTo])).toEqual([
    [from, null],
    [to, null],
  ]);
});

test('a hand-over needs two people of this office, and a successor who can work', async () => {
  const { services, office, from, to, request } = await anOfficeWithTwo([
    { role: 'officer', scope: { kind: 'office', code: '33.75' } },
  ]);
  const stranger = (await aStaffMember(services, await anOffice(services, '33.25'))).userId;
  const admin = anActor(office, 'data_officer');
  const ask = (more: object) => execute(services, admin, handOver, { ...request, ...more });
  expect(await ask({ toUserId: from })).toMatchObject({
    refusal: { fields: [{ path: 'toUserId', code: 'not_a_choice' }] },
  });
  expect(await ask({ toUserId: stranger })).toEqual(refused('not_found'));
  expect(await ask({ fromUserId: stranger })).toEqual(refused('not_found'));
  expect(await ask({ handOverId: 'x' })).toMatchObject({ refusal: { code: 'invalid_input' } });
  await updateDeactivated(services.db, to, services.clock());
  expect(await ask({})).toEqual(refused('wrong_state'));
  expect((await state(services, office)).handOvers).toEqual([]);
});
