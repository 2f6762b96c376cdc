import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { done, refused } from '#kernel/refusal.ts';
import { loadSession } from '#platform/auth/session.server.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aStaffMember, Browser, PASSWORD, signedInBrowser } from '../factory.ts';
import { insertMembership } from '../membership-store.server.ts';
import { changePassword } from './change-password.server.ts';
import { chooseOffice } from './choose-office.server.ts';
import { lockSession, revokeOtherSessions, revokeSession } from './own-sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { signOut } from './sign-out.server.ts';
import { unlockSession } from './unlock-session.server.ts';

const sessionIn = async (services: Services, browser: Browser) => {
  const session = await loadSession(services, browser.headers);
  if (!session) throw new Error('nobody is signed in');
  return session;
};
const actions = (services: Services, office: string) =>
  withOffice(services.db, office, async (trx) =>
    (await trx.selectFrom('auditEvents').select('action').orderBy('eventId').execute()).map(
      (one) => one.action,
    ),
  );
const later = (services: Services, minutes: number) =>
  new Date(services.clock().getTime() + minutes * 60_000);

test('a locked session opens with the password only, and both are in the audit', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const browser = await signedInBrowser(services, await aStaffMember(services, office));
  const session = await sessionIn(services, browser);
  const lock = () => execute(services, session.actor, lockSession, { sessionId: session.sessionId });
  expect(await lock()).toEqual(done());
  expect(await lock()).toEqual(done());
  const locked = await sessionIn(services, browser);
  expect(locked.locked).toBe(true);
  expect(await unlockSession(services, locked, '')).toMatchObject({ refusal: { code: 'blank' } });
  expect(await unlockSession(services, locked, 'bukan sandinya')).toMatchObject({
    refusal: { code: 'wrong_password' },
  });
  expect((await sessionIn(services, browser)).locked).toBe(true);
  expect((await unlockSession(services, locked, PASSWORD)).ok).toBe(true);
  expect((await sessionIn(services, browser)).locked).toBe(false);
  expect(await actions(services, office)).toEqual([
    'session.opened',
    'session.locked',
    'session.locked',
    'session.unlocked',
  ]);
});

test('a laptop left alone for longer than the office allows is locked, and unlocking starts the time anew', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const browser = await signedInBrowser(services, await aStaffMember(services, office));
  services.setNow(later(services, 14));
  expect((await sessionIn(services, browser)).locked).toBe(false);
  services.setNow(later(services, 16));
  const locked = await sessionIn(services, browser);
  expect(locked.locked).toBe(true);
  await unlockSession(services, locked, PASSWORD);
  services.setNow(later(services, 14));
  expect((await sessionIn(services, browser)).locked).toBe(false);
});

test('six wrong passwords at the lock must wait, even for the right one', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const session = await sessionIn(
    services,
    await signedInBrowser(services, await aStaffMember(services, office)),
  );
  for (let count = 1; count <= 6; count++) await unlockSession(services, session, 'bukan sandinya');
  expect(await unlockSession(services, session, PASSWORD)).toMatchObject({ refusal: { code: 'wait' } });
  expect((await actions(services, office)).at(-1)).toBe('session.unlock_failed_repeatedly');
});

test('signing out ends the session for good', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const browser = await signedInBrowser(services, await aStaffMember(services, office));
  const before = browser.headers;
  const cookies = await signOut(services, browser.visitor, await sessionIn(services, browser));
  expect(browser.keep(cookies).cookie).toBeNull();
  expect(await loadSession(services, before)).toBeNull();
  expect((await actions(services, office)).at(-1)).toBe('session.closed');
  expect(await signOut(services, new Browser().visitor, null)).toEqual(expect.any(Array));
});

test('a person ends one session, or all but this one, and never those of someone else', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const staff = await aStaffMember(services, office);
  const [laptop, phone, tablet] = [new Browser('10.0.0.1'), new Browser('10.0.0.2'), new Browser('10.0.0.3')];
  for (const browser of [laptop, phone, tablet]) await signedInBrowser(services, staff, browser);
  const stranger = await sessionIn(
    services,
    await signedInBrowser(services, await aStaffMember(services, office)),
  );
  const [here, lost] = [await sessionIn(services, laptop), await sessionIn(services, phone)];
  const revoke = (sessionId: string) => execute(services, here.actor, revokeSession, { sessionId });
  expect(await revoke(stranger.sessionId)).toEqual(refused('not_found'));
  expect(await revoke(lost.sessionId)).toEqual(done());
  expect(await revoke(lost.sessionId)).toEqual(refused('not_found'));
  expect(await loadSession(services, phone.headers)).toBeNull();
  expect(await execute(services, here.actor, revokeOtherSessions, { sessionId: here.sessionId })).toEqual(
    done(1),
  );
  expect(await loadSession(services, tablet.headers)).toBeNull();
  expect((await sessionIn(services, laptop)).userId).toBe(staff.userId);
  expect((await actions(services, office)).filter((action) => action === 'session.revoked')).toHaveLength(2);
  expect(await execute(services, anActor(office), lockSession, { sessionId: here.sessionId })).toEqual(
    refused('not_found'),
  );
  expect(await execute(services, here.actor, revokeSession, {})).toMatchObject({
    refusal: { code: 'invalid_input' },
  });
});

test('the first password must be changed; the new one ends all other sessions and keeps this one', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const staff = await aStaffMember(services, office, { mustChangePassword: true });
  const elsewhere = await signedInBrowser(services, staff, new Browser('10.0.0.2'));
  const browser = await signedInBrowser(services, staff);
  const change = async (current: string, fresh: string, repeated = fresh) =>
    changePassword(services, browser.visitor, await sessionIn(services, browser), {
      current,
      fresh,
      repeated,
    });
  expect((await sessionIn(services, browser)).mustChangePassword).toBe(true);
  expect(await change(PASSWORD, '')).toMatchObject({ refusal: { code: 'blank', field: 'fresh' } });
  expect(await change(PASSWORD, 'pendek')).toMatchObject({ refusal: { code: 'too_short' } });
  expect(await change(PASSWORD, PASSWORD)).toMatchObject({ refusal: { code: 'same_as_before' } });
  expect(await change(PASSWORD, 'pasar grosir 2026', 'pasar grosir 2027')).toMatchObject({
    refusal: { code: 'not_repeated' },
  });
  expect(await change('bukan sandinya', 'pasar grosir 2026')).toMatchObject({
    refusal: { code: 'wrong_password' },
  });
  const changed = await change(PASSWORD, 'pasar grosir 2026');
  if (!changed.ok) throw new Error(changed.refusal.code);
  browser.keep(changed.value.setCookies);
  expect(await sessionIn(services, browser)).toMatchObject({ mustChangePassword: false, locked: false });
  expect(await loadSession(services, elsewhere.headers)).toBeNull();
  const old = await signIn(services, new Browser().visitor, { name: staff.email, password: PASSWORD });
  expect(old).toMatchObject({ refusal: { code: 'wrong_name_or_password' } });
  expect(
    (await signIn(services, new Browser().visitor, { name: staff.email, password: 'pasar grosir 2026' })).ok,
  ).toBe(true);
  expect(await actions(services, office)).toContain('password.changed');
});

test('the password of a demo account stays as the sign-in page shows it', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await withOffice(services.db, office, (trx) => trx.updateTable('offices').set({ isDemo: true }).execute());
  const staff = await aStaffMember(services, office, { email: 'petugas@contoh.invalid' });
  const browser = await signedInBrowser(services, staff);
  const input = { current: PASSWORD, fresh: 'pasar grosir 2026', repeated: 'pasar grosir 2026' };
  expect(
    await changePassword(services, browser.visitor, await sessionIn(services, browser), input),
  ).toMatchObject({
    refusal: { code: 'demo_account' },
  });
});

test('a person works in either of their offices, and in no other', async () => {
  const services = await freshServices();
  const [city, regency] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const staff = await aStaffMember(services, city);
  await withOffice(services.db, regency, (trx) =>
    insertMembership(trx, regency, {
      membershipId: newId(),
      userId: staff.userId,
      role: 'head',
      scope: { kind: 'office', code: regency },
      validFrom: '2026-01-01',
      validTo: null,
    }),
  );
  const browser = await signedInBrowser(services, staff);
  const session = await sessionIn(services, browser);
  expect(session.officeCodes).toEqual([regency, city]);
  expect(session.office.officeCode).toBe(regency);
  expect(await chooseOffice(services, session, city)).toEqual(done());
  expect(await sessionIn(services, browser)).toMatchObject({
    office: { officeCode: city },
    actor: { grants: [{ role: 'officer' }] },
  });
  expect(await chooseOffice(services, session, '33.26')).toEqual(refused('wrong_office'));
});
