import { expect, test } from 'vitest';
import { loadSession } from '#platform/auth/session.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { updateDeactivated } from '../account-store.server.ts';
import { aStaffMember, Browser, PASSWORD } from '../factory.ts';
import { signIn } from './sign-in.server.ts';

const audited = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select(['action', 'actorName', 'subjectId', 'details'])
      .orderBy('eventId')
      .execute(),
  );
const wrong = { ok: false, refusal: { code: 'wrong_name_or_password' } };

test.each(['sri@contoh.id', 'SRI@Contoh.id', '0812-3456-7890', '62 812 3456 7890', '19800817 200501 2 003'])(
  'an officer signs in with %s and the password',
  async (name) => {
    const services = await freshServices();
    const office = await anOffice(services);
    const identity = { email: 'sri@contoh.id', phone: '+6281234567890', nip: '198008172005012003' };
    const { userId } = await aStaffMember(services, office, identity);
    const browser = new Browser();
    const answer = await signIn(services, browser.visitor, { name, password: PASSWORD });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(answer.value.next).toBe('signed_in');
    browser.keep(answer.value.setCookies);
    expect(await loadSession(services, browser.headers)).toMatchObject({
      userId,
      name: 'Sri Wahyuni',
      locked: false,
      office: { officeCode: office },
      actor: { grants: [{ role: 'officer', scope: { kind: 'office', code: office } }] },
    });
    expect(await audited(services, office)).toEqual([
      { action: 'session.opened', actorName: 'Sri Wahyuni', subjectId: userId, details: { by: 'password' } },
    ]);
    const session = await services.db.selectFrom('authSessions').selectAll().executeTakeFirstOrThrow();
    expect(session).toMatchObject({
      ipAddress: '10.0.0.7',
      activeOfficeCode: office,
      lastSeenAt: services.clock(),
    });
  },
);

test('unknown name, wrong password, closed account and a role that has ended get one and the same answer', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await aStaffMember(services, office, { email: 'sri@contoh.id' });
  const closed = await aStaffMember(services, office, { email: 'tutup@contoh.id' });
  await updateDeactivated(services.db, closed.userId, services.clock());
  await aStaffMember(services, office, { email: 'pindah@contoh.id', validTo: '2026-05-05' });
  await aStaffMember(services, office, { email: 'tanpa-tugas@contoh.id', grants: [] });
  const attempt = (name: string, password: string) =>
    signIn(services, new Browser().visitor, { name, password });
  expect(await attempt('sri@contoh.id', 'bukan sandinya')).toEqual(wrong);
  expect(await attempt('siapa@contoh.id', PASSWORD)).toEqual(wrong);
  expect(await attempt('entah siapa', PASSWORD)).toEqual(wrong);
  expect(await attempt('tutup@contoh.id', PASSWORD)).toEqual(wrong);
  expect(await attempt('pindah@contoh.id', PASSWORD)).toEqual(wrong);
  expect(await attempt('tanpa-tugas@contoh.id', PASSWORD)).toEqual(wrong);
  expect(await services.db.selectFrom('authSessions').select('id').execute()).toEqual([]);
  expect(await audited(services, office)).toEqual([]);
});

test('nothing typed names the field that is empty', async () => {
  const services = await freshServices();
  const attempt = (input: unknown) => signIn(services, new Browser().visitor, input);
  expect(await attempt({ name: ' ', password: 'x' })).toEqual({
    ok: false,
    refusal: { code: 'blank', field: 'name' },
  });
  expect(await attempt({ name: 'sri@contoh.id', password: '' })).toEqual({
    ok: false,
    refusal: { code: 'blank', field: 'password' },
  });
  expect(await attempt(null)).toMatchObject({ ok: false, refusal: { code: 'blank' } });
});

test('after six wrong passwords a name must wait, even with the right one, and the office sees it in the audit', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { userId } = await aStaffMember(services, office, { email: 'sri@contoh.id' });
  const attempt = (password: string, address: string) =>
    signIn(services, new Browser(address).visitor, { name: 'sri@contoh.id', password });
  for (let count = 1; count <= 6; count++)
    expect(await attempt('salah lagi', `10.0.0.${count}`)).toEqual(wrong);
  const seventh = await attempt(PASSWORD, '10.0.0.9');
  expect(seventh).toMatchObject({ ok: false, refusal: { code: 'wait' } });
  if (!seventh.ok && seventh.refusal.code === 'wait') expect(seventh.refusal.seconds).toBeGreaterThan(500);
  expect(await audited(services, office)).toEqual([
    {
      action: 'sign_in.failed_repeatedly',
      actorName: 'Pintu masuk',
      subjectId: userId,
      details: { attempts: 6 },
    },
  ]);
});

test('an unknown name must wait just as a known one', async () => {
  const services = await freshServices();
  const attempt = () =>
    signIn(services, new Browser().visitor, { name: 'siapa@contoh.id', password: 'salah lagi' });
  for (let count = 1; count <= 6; count++) expect(await attempt()).toEqual(wrong);
  expect(await attempt()).toMatchObject({ ok: false, refusal: { code: 'wait' } });
});

test('the right password forgives the wrong ones before it', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await aStaffMember(services, office, { email: 'sri@contoh.id' });
  const attempt = (password: string) =>
    signIn(services, new Browser().visitor, { name: 'sri@contoh.id', password });
  for (let round = 1; round <= 2; round++) {
    for (let count = 1; count <= 5; count++) expect(await attempt('salah lagi')).toEqual(wrong);
    expect((await attempt(PASSWORD)).ok).toBe(true);
  }
});

test('one address that tries many names must wait', async () => {
  const services = await freshServices();
  await services.db
    .insertInto('authRateLimits')
    .values({ key: 'sign-in-address:10.0.0.7', points: 60, expire: Date.now() + 60_000 })
    .execute();
  const answer = await signIn(services, new Browser('10.0.0.7').visitor, {
    name: 'baru@contoh.id',
    password: 'x',
  });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'wait' } });
});
