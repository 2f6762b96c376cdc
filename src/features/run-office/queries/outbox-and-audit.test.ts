import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { queueMessage } from '#platform/messages/outbox.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aStaffMember } from '../../sign-in/factory.ts';
import { markPassedOn, revealMessage } from '../commands/outbox.server.ts';
import { auditList } from './audit-list.server.ts';
import { outboxList } from './outbox-list.server.ts';

const aMessage = (
  services: Services,
  officeCode: string,
  status: 'waiting' | 'kept' | 'failed' | 'sent' = 'kept',
) =>
  withOffice(services.db, officeCode, async (trx) => {
    const { vault, jobs } = services;
    const messageId = await queueMessage(
      { trx, vault, jobs, officeCode, now: services.clock() },
      {
        channel: 'whatsapp',
        purpose: 'sign_in_code',
        recipient: '+6281234567890',
        recipientHint: '08******7890',
        body: 'Kode Anda: 123456',
      },
    );
    await trx.updateTable('outboxMessages').set({ status }).where('messageId', '=', messageId).execute();
    return messageId;
  });
const everything = { status: null, before: null };
const anything = {
  action: null,
  actorId: null,
  subjectKind: null,
  subjectId: null,
  from: null,
  to: null,
  before: null,
};
const nobody: Actor = { ...anActor('33.75'), grants: [] };
const inKecamatan = anActor('33.75', 'officer', { kind: 'district', code: '33.75.01' });

test('the outbox shows masked recipients, by state and page by page', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  for (let count = 1; count <= 51; count++) await aMessage(services, office);
  await aMessage(services, office, 'failed');
  const first = await outboxList(services, anActor(office), everything);
  if (!first.ok) throw new Error(first.refusal.code);
  expect(first.value.counts).toMatchObject({ waiting: 0, kept: 51, sent: 0, failed: 1 });
  expect(first.value.messages).toHaveLength(50);
  expect(first.value.messages[0]).toMatchObject({ status: 'failed', recipientHint: '08******7890' });
  expect(JSON.stringify(first.value)).not.toMatch(/81234567890|123456"/);
  const second = await outboxList(services, anActor(office), { status: null, before: first.value.next });
  expect(second).toMatchObject({ value: { messages: [{ status: 'kept' }, { status: 'kept' }], next: null } });
  const failed = await outboxList(services, anActor(office), { status: 'failed', before: "' or 1=1" });
  expect(failed).toMatchObject({ value: { messages: [{ status: 'failed' }] } });
});

test('only officers of the whole office see the outbox, and none of another office', async () => {
  const services = await freshServices();
  const [office, other] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const messageId = await aMessage(services, office);
  const reveal = (actor: Actor) =>
    execute(services, actor, revealMessage, { messageId, reason: 'Diteruskan' });
  for (const actor of [nobody, anActor(office, 'head'), anActor(office, 'companion'), inKecamatan]) {
    expect(await outboxList(services, actor, everything)).toEqual(refused('forbidden'));
    expect(await reveal(actor)).toEqual(refused('forbidden'));
    expect(await execute(services, actor, markPassedOn, { messageId })).toEqual(refused('forbidden'));
  }
  expect(await outboxList(services, anActor(other), everything)).toMatchObject({ value: { messages: [] } });
  expect(await reveal(anActor(other))).toEqual(refused('not_found'));
  expect(await execute(services, anActor(other), markPassedOn, { messageId })).toEqual(refused('not_found'));
});

test('seeing a message takes a reason, which stands in the audit; the number does not', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const messageId = await aMessage(services, office);
  const officer = anActor(office);
  expect(await execute(services, officer, revealMessage, { messageId, reason: ' ' })).toMatchObject({
    refusal: { fields: [{ path: 'reason', code: 'too_short' }] },
  });
  expect(
    await execute(services, officer, revealMessage, { messageId, reason: 'Diteruskan lewat WA' }),
  ).toEqual(
    done({
      recipient: '+6281234567890',
      subject: null,
      body: 'Kode Anda: 123456',
      chatLink: 'https://wa.me/6281234567890?text=Kode%20Anda%3A%20123456',
    }),
  );
  const audit = await auditList(services, anActor(office, 'head'), anything);
  expect(audit).toMatchObject({
    value: { events: [{ action: 'message.revealed', reason: 'Diteruskan lewat WA', subjectId: messageId }] },
  });
  expect(JSON.stringify(audit)).not.toMatch(/81234567890|123456"/);
});

test('a kept or failed message is passed on once; one that waits or is sent is left alone', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const pass = (messageId: string) => execute(services, anActor(office), markPassedOn, { messageId });
  const kept = await aMessage(services, office, 'kept');
  expect(await pass(kept)).toEqual(done());
  expect(await pass(kept)).toEqual(refused('already_done'));
  expect(await pass(await aMessage(services, office, 'failed'))).toEqual(done());
  expect(await pass(await aMessage(services, office, 'waiting'))).toEqual(refused('wrong_state'));
  expect(await pass('x')).toMatchObject({ refusal: { code: 'invalid_input' } });
  const page = await outboxList(services, anActor(office), { status: 'sent', before: null });
  expect(page).toMatchObject({ value: { messages: [{ sentAt: services.clock() }, { messageId: kept }] } });
});

test('the trail is found by deed, person, subject and days, newest first', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { userId } = await aStaffMember(services, office, { name: 'Sri Wahyuni' });
  const [officer, admin] = [anActor(office), anActor(office, 'data_officer')];
  await auditAccount(services, officer, { action: 'session.opened' });
  services.setNow(new Date('2026-05-06T17:00:00Z')); // 7 May 00.00 WIB
  await auditAccount(services, admin, { action: 'role.given', subject: { kind: 'user', id: userId } });
  await auditAccount(services, officer, {
    action: 'enterprise.revealed',
    subject: { kind: 'enterprise', id: 'e1' },
    reason: 'Cek',
  });
  const found = async (asked: object) => {
    const answer = await auditList(services, admin, { ...anything, ...asked });
    return answer.ok ? answer.value.events.map((one) => one.action) : answer.refusal.code;
  };
  expect(await found({})).toEqual(['enterprise.revealed', 'role.given', 'session.opened']);
  expect(await found({ action: 'role.given' })).toEqual(['role.given']);
  expect(await found({ actorId: officer.id })).toEqual(['enterprise.revealed', 'session.opened']);
  expect(await found({ subjectKind: 'enterprise', subjectId: 'e1' })).toEqual(['enterprise.revealed']);
  expect(await found({ to: '2026-05-06' })).toEqual(['session.opened']);
  expect(await found({ from: '2026-05-07' })).toEqual(['enterprise.revealed', 'role.given']);
  expect(await found({ from: 'kemarin' })).toHaveLength(3);
  expect(await auditList(services, admin, { ...anything, action: 'role.given' })).toMatchObject({
    value: { events: [{ subjectName: 'Sri Wahyuni' }] },
  });
});

test('a long trail is read page by page, none twice and none left out', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  for (let count = 0; count < 120; count++)
    await auditAccount(services, anActor(office), { action: 'session.opened', details: { count } });
  const seen: unknown[] = [];
  let before: string | null = null;
  do {
    const page = await auditList(services, anActor(office, 'head'), { ...anything, before });
    if (!page.ok) throw new Error(page.refusal.code);
    seen.push(...page.value.events.map((one) => one.details.count));
    before = page.value.next;
  } while (before);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => 119 - at));
});

test('only head and data officer read the trail, each of their own office', async () => {
  const services = await freshServices();
  const [office, other] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  await auditAccount(services, anActor(office), { action: 'session.opened' });
  for (const actor of [nobody, anActor(office), anActor(office, 'owner')])
    expect(await auditList(services, actor, anything)).toEqual(refused('forbidden'));
  expect(await auditList(services, anActor(other, 'head'), anything)).toEqual(
    done({ events: [], next: null }),
  );
});
