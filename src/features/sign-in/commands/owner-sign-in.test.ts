import { expect, test } from 'vitest';
import type { Actor, Scope } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { loadSession } from '#platform/auth/session.server.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { Browser } from '../factory.ts';
import { anOwner } from '../owner-factory.ts';
import { type IssuedOwnerCode, issueOwnerCode } from './owner-codes.server.ts';
import { requestOwnerCode, signInOwner } from './owner-sign-in.server.ts';

const PHONE = '+6281234567890';
const typedPhone = '0812 3456 7890';
const door = new Browser('10.0.0.20').visitor;
const wrongCode = { ok: false, refusal: { code: 'wrong_code' } };

const outbox = (services: Services, office: string) =>
  withOffice(services.db, office, async (trx) =>
    (await trx.selectFrom('outboxMessages').selectAll().orderBy('messageId').execute()).map((one) => ({
      channel: one.channel,
      purpose: one.purpose,
      hint: one.recipientHint,
      recipient: services.vault.decryptMessage(one.messageId, 'recipient', one.recipientCipher),
      body: services.vault.decryptMessage(one.messageId, 'body', one.bodyCipher),
    })),
  );
const audited = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select(['action', 'actorName', 'subjectId', 'details'])
      .orderBy('eventId')
      .execute(),
  );
const actions = async (services: Services, office: string) =>
  (await audited(services, office)).map((one) => one.action);
const codeIn = (body: string) => /\d{6}/.exec(body)?.[0] ?? '';

async function sentCode(services: Services, office: string): Promise<string> {
  expect(await requestOwnerCode(services, door, typedPhone)).toEqual({ ok: true, value: undefined });
  return codeIn((await outbox(services, office)).at(-1)?.body ?? '');
}
async function enter(services: Services, number: string, code: string) {
  const answer = await signInOwner(services, door, { number, code });
  return answer.ok ? loadSession(services, new Browser().keep(answer.value.setCookies).headers) : answer;
}
async function issue(services: Services, actor: Actor, ownerId: string): Promise<IssuedOwnerCode> {
  const answer = await execute(services, actor, issueOwnerCode, { ownerId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
const ownerScopes = (ids: string[]) => ids.map((code) => ({ role: 'owner', scope: { kind: 'owner', code } }));

test('an owner asks for a code, finds it in the message, and enters once', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const ownerId = await anOwner(services, office, { phone: PHONE });
  const code = await sentCode(services, office);
  expect(await outbox(services, office)).toEqual([
    {
      channel: 'whatsapp',
      purpose: 'sign_in_code',
      hint: '08******7890',
      recipient: PHONE,
      body: expect.stringContaining(`${code}. Berlaku 10 menit`),
    },
  ]);
  expect(await enter(services, '62812-3456-7890', `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({
    name: 'Siti Aminah',
    locked: false,
    actor: { officeCode: office, grants: ownerScopes([ownerId]) },
  });
  expect(await enter(services, typedPhone, code)).toEqual(wrongCode);
  expect(await actions(services, office)).toEqual([
    'owner_code.sent',
    'owner.roles_aligned',
    'session.opened',
  ]);
  const kept = JSON.stringify([
    await audited(services, office),
    await services.db.selectFrom('authOneTimeCodes').selectAll().execute(),
    await services.db.selectFrom('authUsers').selectAll().execute(),
  ]);
  for (const secret of [code, '81234567890']) expect(kept).not.toContain(secret);
});

test('the answer is the same for a number that nobody knows, and nothing is sent', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await anOwner(services, office, { phone: '+6281111111112', whose: 'kader' });
  expect(await requestOwnerCode(services, door, typedPhone)).toEqual({ ok: true, value: undefined });
  expect(await requestOwnerCode(services, door, '0811 1111 1112')).toEqual({ ok: true, value: undefined });
  expect(await requestOwnerCode(services, door, '1234 5678')).toEqual({ ok: true, value: undefined });
  expect(await outbox(services, office)).toEqual([]);
  expect(await enter(services, typedPhone, '123456')).toEqual(wrongCode);
});

test('what cannot be a number, or is empty, is said at once', async () => {
  const services = await freshServices();
  expect(await requestOwnerCode(services, door, ' ')).toEqual({
    ok: false,
    refusal: { code: 'blank', field: 'number' },
  });
  expect(await requestOwnerCode(services, door, 'nomor saya')).toEqual({
    ok: false,
    refusal: { code: 'phone_unreadable' },
  });
  expect(await enter(services, typedPhone, '')).toEqual({
    ok: false,
    refusal: { code: 'blank', field: 'code' },
  });
  expect(await enter(services, 'nomor', '123456')).toEqual({
    ok: false,
    refusal: { code: 'phone_unreadable' },
  });
});

test('three codes in a quarter of an hour are enough for one number, known or not', async () => {
  const services = await freshServices();
  for (let count = 1; count <= 3; count++)
    expect((await requestOwnerCode(services, door, typedPhone)).ok).toBe(true);
  expect(await requestOwnerCode(services, door, typedPhone)).toMatchObject({ refusal: { code: 'wait' } });
});

test('a code is good for ten minutes, and a newer one ends it', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  await anOwner(services, office, { phone: PHONE });
  const first = await sentCode(services, office);
  const second = await sentCode(services, office);
  if (first !== second) expect(await enter(services, typedPhone, first)).toEqual(wrongCode);
  services.setNow(new Date(services.clock().getTime() + 10 * 60_000));
  expect(await enter(services, typedPhone, second)).toEqual(wrongCode);
});

test('five wrong codes spend it, and the office is told without the number', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const ownerId = await anOwner(services, office, { phone: PHONE });
  const code = await sentCode(services, office);
  const other = code === '000000' ? '000001' : '000000';
  for (let count = 1; count <= 5; count++)
    expect(await enter(services, typedPhone, other)).toEqual(wrongCode);
  expect(await enter(services, typedPhone, code)).toEqual(wrongCode);
  expect(
    (await audited(services, office)).filter((one) => one.action === 'owner_code.failed_repeatedly'),
  ).toEqual([
    { action: 'owner_code.failed_repeatedly', actorName: 'Pintu masuk', subjectId: ownerId, details: {} },
  ]);
});

test('one number serves several owners, in two offices; who no longer has it is gone at the next sign-in', async () => {
  const services = await freshServices();
  const [batang, pekalongan] = [await anOffice(services, '33.25'), await anOffice(services, '33.75')];
  const mother = await anOwner(services, batang, { phone: PHONE });
  const son = await anOwner(services, batang, { phone: PHONE, whose: 'family', name: 'Agus' });
  await anOwner(services, pekalongan, { phone: PHONE });
  const session = await enter(services, typedPhone, await sentCode(services, batang));
  if (!session || 'ok' in session) throw new Error('not let in');
  expect(session.officeCodes).toEqual([batang, pekalongan]);
  expect(session.actor.grants.map((one) => one.scope.code).sort()).toEqual([mother, son].sort());

  await withOffice(services.db, batang, (trx) =>
    trx.deleteFrom('ownerPhones').where('ownerId', '=', son).execute(),
  );
  const later = await enter(services, typedPhone, await sentCode(services, batang));
  expect(later).toMatchObject({ userId: session.userId, actor: { grants: ownerScopes([mother]) } });
  await withOffice(services.db, batang, (trx) => trx.deleteFrom('ownerPhones').execute());
  expect(await enter(services, typedPhone, await sentCode(services, pekalongan))).toMatchObject({
    officeCodes: [pekalongan],
  });
});

test('an officer makes a code for an owner with a phone: it works with that phone for a day', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const ownerId = await anOwner(services, office, { phone: PHONE, villageCode: '33.75.01.1002' });
  const issued = await issue(services, anActor(office), ownerId);
  expect(issued).toMatchObject({
    ownerName: 'Siti Aminah',
    number: null,
    phoneHint: '08******7890',
    code: expect.stringMatching(/^\d{6}$/),
  });
  services.setNow(new Date(services.clock().getTime() + 23 * 60 * 60_000));
  expect(await enter(services, typedPhone, issued.code)).toMatchObject({
    actor: { grants: ownerScopes([ownerId]) },
  });
  expect((await audited(services, office))[0]).toMatchObject({
    action: 'owner_code.issued',
    subjectId: ownerId,
  });
});

test('an owner without a phone gets a printed number; a new one ends the old, the account stays', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const ownerId = await anOwner(services, office);
  const first = await issue(services, anActor(office, 'companion'), ownerId);
  expect(first.number).toMatch(/^\d{8}$/);
  const session = await enter(services, first.number ?? '', first.code);
  expect(session).toMatchObject({ name: 'Siti Aminah', actor: { grants: ownerScopes([ownerId]) } });
  expect(await enter(services, first.number ?? '', first.code)).toEqual(wrongCode);
  const second = await issue(services, anActor(office), ownerId);
  expect(second.number).not.toBe(first.number);
  expect(await enter(services, second.number ?? '', second.code)).toMatchObject({
    userId: (session as { userId: string }).userId,
  });
});

test('only those who meet owners may make a code, within their area and office', async () => {
  const services = await freshServices();
  const [office, other] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const ownerId = await anOwner(services, office, { villageCode: '33.75.01.1002' });
  const ask = (actor: Actor, id: unknown = ownerId) =>
    execute(services, actor, issueOwnerCode, { ownerId: id });
  const district = (code: string): Scope => ({ kind: 'district', code });
  for (const role of ['head', 'enumerator', 'partner', 'owner'] as const)
    expect(await ask(anActor(office, role))).toEqual(refused('forbidden'));
  expect(await ask({ ...anActor(office), grants: [] })).toEqual(refused('forbidden'));
  expect(await ask(anActor(other))).toEqual(refused('not_found'));
  expect(await ask(anActor(office), 'x')).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await ask(anActor(office, 'companion', district('33.75.02')))).toEqual(refused('forbidden'));
  expect((await ask(anActor(office, 'companion', district('33.75.01')))).ok).toBe(true);
});
