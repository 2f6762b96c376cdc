import { expect, test } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, refused } from '#kernel/refusal.ts';
import { loadSession } from '#platform/auth/session.server.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { signIn } from '../../sign-in/commands/sign-in.server.ts';
import { aStaffMember, Browser, signedInBrowser } from '../../sign-in/factory.ts';
import { closeAccount } from './close-account.server.ts';
import { createOffice } from './create-office.server.ts';
import { createUser } from './create-user.server.ts';
import { endRole } from './end-role.server.ts';
import { grantRole } from './grant-role.server.ts';
import { resetAccount } from './reset-account.server.ts';

const officer = { role: 'officer', scope: 'office:33.75' } as const;
const person = { name: 'Budi Santoso', email: 'budi@contoh.id', grants: [officer] };
const actions = (services: Services, office: string) =>
  withOffice(services.db, office, async (trx) =>
    (await trx.selectFrom('auditEvents').select('action').orderBy('eventId').execute()).map(
      (one) => one.action,
    ),
  );
const roles = (services: Services, office: string, userId: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('memberships')
      .select(['membershipId', 'role', 'scopeKind', 'scopeCode', 'validFrom', 'validTo'])
      .where('userId', '=', userId)
      .orderBy('membershipId')
      .execute(),
  );
const sees = async (services: Services, name: string, password: string) => {
  const browser = new Browser();
  const answer = await signIn(services, browser.visitor, { name, password });
  return answer.ok ? loadSession(services, browser.keep(answer.value.setCookies).headers) : null;
};
const nobody: Actor = { kind: 'person', id: 'x', name: 'x', officeCode: '33.75', grants: [] };

test('only the system opens an office, for a regency that exists, and once', async () => {
  const services = await freshServices();
  const open = (actor: Actor, name = 'Dinas Kota Pekalongan') =>
    execute(services, actor, createOffice, { name, shortName: 'Dinas' });
  expect(await open(anActor('33.75', 'data_officer'))).toEqual(refused('forbidden'));
  expect(await open(systemActor('33.99', 'uji'))).toEqual(refused('not_found'));
  expect(await open(systemActor('33.75', 'uji'), ' ')).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await open(systemActor('33.75', 'uji'))).toEqual(done({ officeCode: '33.75' }));
  expect(await open(systemActor('33.75', 'uji'))).toEqual(done({ officeCode: '33.75' }));
  expect(await open(systemActor('33.75', 'uji'), 'Dinas Lain')).toEqual(refused('duplicate'));
  expect(await actions(services, '33.75')).toEqual(['office.created']);
});

test('a data officer adds a person, who signs in with the password handed over and must change it', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const added = await createUser(services, anActor(office, 'data_officer'), {
    ...person,
    phone: '0812 3456 7890',
    grants: [officer, { role: 'enumerator', scope: 'village:33.75.01.1002', validTo: '2026-12-31' }],
  });
  if (!added.ok) throw new Error(added.refusal.code);
  expect(added.value.firstPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  const session = await sees(services, '0812-3456-7890', added.value.firstPassword ?? '');
  expect(session).toMatchObject({
    mustChangePassword: true,
    actor: {
      grants: expect.arrayContaining([
        { role: 'officer', scope: { kind: 'office', code: '33.75' } },
        { role: 'enumerator', scope: { kind: 'village', code: '33.75.01.1002' } },
      ]),
    },
  });
  expect(await actions(services, office)).toEqual([
    'person.added',
    'role.given',
    'role.given',
    'session.opened',
  ]);
});

test('only a data officer adds people', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  for (const actor of [nobody, anActor(office), anActor(office, 'head'), anActor(office, 'owner')]) {
    expect(await createUser(services, actor, person)).toEqual(refused('forbidden'));
  }
});

test.each([
  ['no name', { name: ' ' }, 'name', 'blank'],
  ['nothing to sign in with', { email: '' }, 'email', 'blank'],
  ['a broken e-mail', { email: 'budi@' }, 'email', 'email_invalid'],
  ['a broken phone', { phone: '0812' }, 'phone', 'phone_invalid'],
  ['a NIP that is too short', { nip: '1980081720050' }, 'nip', 'nip_length'],
  ['no role', { grants: [] }, 'grants', 'out_of_range'],
  [
    'a data officer for one kecamatan',
    { grants: [{ role: 'data_officer', scope: 'district:33.75.01' }] },
    'grants.0.scope',
    'not_a_choice',
  ],
  [
    'a kelurahan of another regency',
    { grants: [{ role: 'officer', scope: 'village:33.25.01.2001' }] },
    'grants.0.scope',
    'not_a_choice',
  ],
  [
    'a kelurahan that is not there',
    { grants: [{ role: 'officer', scope: 'village:33.75.01.1999' }] },
    'grants.0.scope',
    'not_a_choice',
  ],
  [
    'an end before the start',
    { grants: [{ ...officer, validFrom: '2026-06-01', validTo: '2026-05-01' }] },
    'grants.0.validTo',
    'out_of_range',
  ],
] as const)('%s is answered at the field, and nothing is saved', async (_what, more, path, code) => {
  const services = await freshServices();
  const office = await anOffice(services);
  const answer = await createUser(services, anActor(office, 'data_officer'), {
    ...person,
    ...(more as object),
  });
  expect(answer).toEqual(refused('invalid_input', { fields: [{ path, code }] }));
  expect(await services.db.selectFrom('authUsers').select('id').execute()).toEqual([]);
});

test('an e-mail, phone or NIP serves one account only', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  expect((await createUser(services, admin, { ...person, phone: '081234567890' })).ok).toBe(true);
  expect(await createUser(services, admin, person)).toEqual(refused('duplicate'));
  expect(
    await createUser(services, admin, { ...person, email: 'lain@contoh.id', phone: '081234567890' }),
  ).toEqual(refused('duplicate'));
  expect(await services.db.selectFrom('authUsers').select('id').execute()).toHaveLength(1);
});

test('one person may hold several roles, each from its first to its last day', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const { userId, email, password } = await aStaffMember(services, office);
  const give = (actor: Actor, more: object) => execute(services, actor, grantRole, { userId, ...more });
  const companion = { role: 'companion', scope: 'district:33.75.02', validFrom: '2026-06-01' };
  expect(await give(anActor(office), companion)).toEqual(refused('forbidden'));
  expect(await give(admin, { role: 'mayor', scope: 'office:33.75' })).toMatchObject({
    refusal: { fields: [{ path: 'role', code: 'not_a_choice' }] },
  });
  expect(await give(admin, { userId: 'siapa', ...companion })).toEqual(refused('not_found'));
  const given = await give(admin, companion);
  expect(await give(admin, companion)).toEqual(given);
  expect((await sees(services, email, password))?.actor.grants.map((one) => one.role)).toEqual(['officer']);
  services.setNow(new Date('2026-05-31T17:00:00Z')); // 1 June 00.00 WIB
  expect((await sees(services, email, password))?.actor.grants.map((one) => one.role).sort()).toEqual([
    'companion',
    'officer',
  ]);
});

test('a person of another office is not found', async () => {
  const services = await freshServices();
  const [ours, theirs] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const { userId } = await aStaffMember(services, theirs);
  const [theirRole] = await roles(services, theirs, userId);
  const admin = anActor(ours, 'data_officer');
  expect(await execute(services, admin, grantRole, { userId, ...officer })).toEqual(refused('not_found'));
  expect(await execute(services, admin, closeAccount, { userId })).toEqual(refused('not_found'));
  expect(await resetAccount(services, admin, { userId, secondFactor: true })).toEqual(refused('not_found'));
  expect(
    await execute(services, admin, endRole, { membershipId: theirRole?.membershipId, lastDay: '2026-05-06' }),
  ).toEqual(refused('not_found'));
});

test('a role ends on the chosen day, today at the earliest, and can be given anew', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const { userId } = await aStaffMember(services, office);
  const [role] = await roles(services, office, userId);
  const end = (lastDay: string, actor = admin) =>
    execute(services, actor, endRole, { membershipId: role?.membershipId, lastDay });
  expect(await end('2026-05-06', anActor(office, 'head'))).toEqual(refused('forbidden'));
  expect(await end('kemarin')).toMatchObject({
    refusal: { fields: [{ path: 'lastDay', code: 'date_unreadable' }] },
  });
  expect(await end('2026-05-05')).toMatchObject({
    refusal: { fields: [{ path: 'lastDay', code: 'out_of_range' }] },
  });
  expect(await end('2026-05-06')).toEqual(done());
  expect(await end('2026-05-06')).toEqual(refused('already_done'));
  expect(await roles(services, office, userId)).toMatchObject([{ validTo: '2026-05-06' }]);
  expect(await execute(services, admin, grantRole, { userId, ...officer })).toEqual(
    done({ membershipId: role?.membershipId }),
  );
  expect(await roles(services, office, userId)).toMatchObject([{ validFrom: '2026-05-06', validTo: null }]);
  expect(await actions(services, office)).toEqual(['role.ended', 'role.given']);
});

test('the last data officer can neither lose the role nor be shut out; one of two can', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const grants = [{ role: 'data_officer' as const, scope: { kind: 'office' as const, code: office } }];
  const [first, second] = [
    await aStaffMember(services, office, { grants }),
    await aStaffMember(services, office, { grants }),
  ];
  const admin = anActor(office, 'data_officer');
  const end = async (userId: string) => {
    const [role] = await roles(services, office, userId);
    return execute(services, admin, endRole, { membershipId: role?.membershipId, lastDay: '2026-05-31' });
  };
  expect(await end(first.userId)).toEqual(done());
  expect(await end(second.userId)).toEqual(refused('in_use'));
  expect(await execute(services, admin, closeAccount, { userId: second.userId })).toEqual(refused('in_use'));
  expect(await execute(services, admin, closeAccount, { userId: first.userId })).toEqual(done());
});

test('closing an account shuts the person out at once and ends their roles', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const staff = await aStaffMember(services, office);
  const browser = await signedInBrowser(services, staff);
  const close = (actor: Actor) => execute(services, actor, closeAccount, { userId: staff.userId });
  expect(await close(anActor(office, 'head'))).toEqual(refused('forbidden'));
  expect(await execute(services, anActor(office, 'data_officer'), closeAccount, {})).toMatchObject({
    refusal: { code: 'invalid_input' },
  });
  expect(await close(anActor(office, 'data_officer'))).toEqual(done());
  expect(await close(anActor(office, 'data_officer'))).toEqual(refused('already_done'));
  expect(await loadSession(services, browser.headers)).toBeNull();
  expect(await sees(services, staff.email, staff.password)).toBeNull();
  expect(await roles(services, office, staff.userId)).toMatchObject([{ validTo: '2026-05-05' }]);
  expect(await services.db.selectFrom('authUsers').select('deactivatedAt').executeTakeFirst()).toEqual({
    deactivatedAt: services.clock(),
  });
  expect((await actions(services, office)).at(-1)).toBe('person.closed');
});

test('who also works for another office keeps the account, and only the machine itself may reset it', async () => {
  const services = await freshServices();
  const [city, regency] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const staff = await aStaffMember(services, city);
  await withOffice(services.db, regency, (trx) =>
    trx
      .insertInto('memberships')
      .values({
        officeCode: regency,
        membershipId: newId(),
        userId: staff.userId,
        role: 'officer',
        scopeCode: regency,
        validFrom: '2026-01-01',
      })
      .execute(),
  );
  const admin = anActor(city, 'data_officer');
  expect(await resetAccount(services, admin, { userId: staff.userId, secondFactor: false })).toEqual(
    refused('wrong_office'),
  );
  expect(
    (await resetAccount(services, systemActor(city, 'uji'), { userId: staff.userId, secondFactor: false }))
      .ok,
  ).toBe(true);
  expect(await execute(services, admin, closeAccount, { userId: staff.userId })).toEqual(done());
  expect(await services.db.selectFrom('authUsers').select('deactivatedAt').executeTakeFirst()).toEqual({
    deactivatedAt: null,
  });
});

test('a reset gives a temporary password, ends all sessions and takes the second factor away when asked', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const staff = await aStaffMember(services, office);
  const browser = await signedInBrowser(services, staff);
  await services.db
    .insertInto('authTwoFactors')
    .values({ id: 'x', userId: staff.userId, secret: 's', backupCodes: 'b' })
    .execute();
  await services.db.updateTable('authUsers').set({ twoFactorEnabled: true }).execute();
  expect(await resetAccount(services, anActor(office), { userId: staff.userId, secondFactor: true })).toEqual(
    refused('forbidden'),
  );
  const reset = await resetAccount(services, anActor(office, 'data_officer'), {
    userId: staff.userId,
    secondFactor: true,
  });
  if (!reset.ok) throw new Error(reset.refusal.code);
  expect(await loadSession(services, browser.headers)).toBeNull();
  expect(await sees(services, staff.email, staff.password)).toBeNull();
  expect(await sees(services, staff.email, reset.value.temporaryPassword)).toMatchObject({
    mustChangePassword: true,
    twoFactorEnabled: false,
  });
  expect(await actions(services, office)).toContain('person.reset');
});
