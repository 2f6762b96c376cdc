import { expect, test } from 'vitest';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { whatsappCloudChannel } from '#platform/messages/whatsapp-cloud-channel.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { whatsappDouble } from '#testing/whatsapp-double.ts';
import { freshPace, sendDue } from '../commands/send-due.server.ts';
import { startSending } from '../commands/steer-sending.server.ts';
import { agrees, anOutreach, peopleOf, setUpSending } from '../factory.ts';
import { makeWhatsappHook } from './whatsapp-hook.server.ts';

const seconds = String(TEST_NOW.getTime() / 1_000);

async function aSentMessage() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const provider = await whatsappDouble(office);
  setUpSending(services, provider.settings);
  const { enterpriseId } = await anEnterprise(services, officer, { phone: '+6281234567890' });
  await agrees(services, officer, enterpriseId);
  const outreachId = await anOutreach(services, officer, [enterpriseId]);
  await execute(services, officer, startSending, {
    outreachId,
    templateName: 'kelas',
    templateLanguage: 'id',
    templateCategory: 'utility',
  });
  const channel = whatsappCloudChannel(provider.settings);
  const send = () => sendDue(services, channel, office, freshPace(), new AbortController().signal);
  const hook = makeWhatsappHook(services);
  const post = (
    value: object,
    change: (notice: { body: string; headers: Record<string, string> }) => void = () => {},
  ) => {
    const notice = provider.notice(value);
    change(notice);
    return hook.request('/whatsapp', { method: 'POST', ...notice });
  };
  const status = (word: string, more: object = {}, id = provider.taken[0]?.id) => ({
    statuses: [{ id, status: word, timestamp: seconds, recipient_id: '6281234567890', ...more }],
  });
  const reply = (text: string, id = 'wamid.in-1', from = '6281234567890') => ({
    messages: [{ from, id, timestamp: seconds, type: 'text', text: { body: text } }],
  });
  const sent = async () =>
    (
      await withOffice(services.db, office, (trx) => trx.selectFrom('messageSends').selectAll().execute())
    )[0]!;
  const replies = () =>
    withOffice(services.db, office, (trx) => trx.selectFrom('contactReplies').selectAll().execute());
  const person = async () => (await peopleOf(services, office, outreachId))[0]!;
  return {
    services,
    office,
    officer,
    provider,
    enterpriseId,
    outreachId,
    send,
    hook,
    post,
    status,
    reply,
    sent,
    replies,
    person,
  };
}

test('a forged notice is refused, and nothing of it is kept', async () => {
  const { send, post, status, reply, sent, replies, hook } = await aSentMessage();
  await send();
  const forgeries: ((notice: { body: string; headers: Record<string, string> }) => void)[] = [
    (notice) => delete notice.headers['X-Hub-Signature-256'],
    (notice) => {
      notice.headers['X-Hub-Signature-256'] = `sha256=${'0'.repeat(64)}`;
    },
    (notice) => {
      notice.body = notice.body.replace('read', 'sent');
    },
    (notice) => {
      notice.body += ' ';
    },
  ];
  for (const forge of forgeries) expect((await post(status('read'), forge)).status).toBe(401);
  const stop = (notice: { body: string }) => {
    notice.body = notice.body.replace('baik', 'STOP');
  };
  expect((await post(reply('baik'), stop)).status).toBe(401);
  expect((await sent()).status).toBe('accepted');
  expect(await replies()).toEqual([]);
  expect((await hook.request('/whatsapp', { method: 'POST', body: '{}' })).status).toBe(401);
});

test('setting it up: the word is asked back, a wrong one is refused', async () => {
  const { hook, provider } = await aSentMessage();
  const ask = (word: string) =>
    hook.request(`/whatsapp?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`);
  const answer = await ask(provider.settings.verifyToken);
  expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
  expect((await ask('salah')).status).toBe(403);
  expect((await ask('é'.repeat(provider.settings.verifyToken.length))).status).toBe(403);
});

test('delivered and read are noted, whatever their order and however often they come', async () => {
  const { send, post, status, sent, person } = await aSentMessage();
  await send();
  for (const word of ['read', 'delivered', 'sent', 'read', 'delivered'])
    expect((await post(status(word))).status).toBe(200);
  expect(await sent()).toMatchObject({ status: 'read', cost: 350 });
  expect((await person()).state).toBe('sent');
});

test('a message that the provider does not charge costs nothing', async () => {
  const { send, post, status, sent } = await aSentMessage();
  await send();
  await post(
    status('delivered', { pricing: { billable: false, pricing_model: 'PMP', category: 'utility' } }),
  );
  expect((await sent()).cost).toBe(0);
});

test('one in doubt is known again by our own id: it was sent after all, and stays sent', async () => {
  const { provider, send, post, status, sent, person } = await aSentMessage();
  provider.moods.push('accept_then_cut');
  await send();
  const before = await sent();
  expect([before.status, before.providerMessageId]).toEqual(['doubtful', null]);
  await post(status('delivered', { biz_opaque_callback_data: before.sendId }));
  expect(await sent()).toMatchObject({ status: 'delivered', providerMessageId: provider.taken[0]?.id });
  expect((await person()).state).toBe('sent');
  await send();
  expect(provider.taken).toHaveLength(1);
});

test('a notice that comes for a message waiting after a no keeps it from being sent twice', async () => {
  const { provider, send, post, status, sent } = await aSentMessage();
  provider.moods.push({ refuse: 131000, status: 500 });
  await send();
  const waiting = await sent();
  expect(waiting.status).toBe('waiting');
  await post(status('sent', { biz_opaque_callback_data: waiting.sendId }, 'wamid.late'));
  expect(await sent()).toMatchObject({ status: 'sent', providerMessageId: 'wamid.late' });
});

test('not on WhatsApp, told later: a visit, and no cost', async () => {
  const { send, post, status, sent, person } = await aSentMessage();
  await send();
  const errors = [
    { code: 131026, title: 'Message undeliverable', error_data: { details: 'not on WhatsApp' } },
  ];
  await post(status('failed', { errors }));
  await post(status('failed', { errors }));
  expect(await sent()).toMatchObject({ status: 'failed', errorCode: '131026', cost: 0 });
  expect(await person()).toMatchObject({ lane: 'visit', state: 'wrong_number' });
});

test('an answer is kept sealed, once, on the person’s newest contact', async () => {
  const { services, office, send, post, reply, replies, person } = await aSentMessage();
  await send();
  for (let at = 0; at < 3; at++) expect((await post(reply('Baik bu, saya ikut'))).status).toBe(200);
  const kept = await replies();
  expect(kept).toHaveLength(1);
  expect(kept[0]!.bodyCipher.toString('latin1')).not.toContain('ikut');
  expect(services.vault.decryptMessage(kept[0]!.replyId, 'body', kept[0]!.bodyCipher)).toBe(
    'Baik bu, saya ikut',
  );
  expect((await person()).state).toBe('replied');
  const [contact] = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('contacts').selectAll().execute(),
  );
  expect([contact?.contactId, contact?.result]).toEqual([kept[0]!.contactId, 'replied']);
});

test('STOP holds at once, for the number, in every list and purpose', async () => {
  const { services, office, officer, enterpriseId, send, post, reply, replies, person } =
    await aSentMessage();
  await send();
  const otherId = await anOutreach(services, officer, [enterpriseId], { purpose: 'service' });
  await post(reply('Mohon berhenti ya'));
  await post(reply('Mohon berhenti ya', 'wamid.in-2'));
  expect(await replies()).toHaveLength(2);
  expect((await person()).state).toBe('declined');
  const [other] = await peopleOf(services, office, otherId);
  const [later] = await peopleOf(services, office, await anOutreach(services, officer, [enterpriseId]));
  expect([other?.laneReason, later?.laneReason]).toEqual(['opted_out', 'opted_out']);
  const stops = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select('actorKind').where('action', '=', 'contact.stop_heard').execute(),
  );
  expect(stops.map(({ actorKind }) => actorKind)).toEqual(['system', 'system']);
});

test('notices for another number, of unknown messages, and nonsense are passed over without harm', async () => {
  const { send, post, hook, provider, status, reply, sent, replies } = await aSentMessage();
  await send();
  await post(status('read', {}, 'wamid.unknown'));
  await post({ ...status('read'), metadata: { phone_number_id: '1' } });
  await post(reply('halo', 'wamid.in-9', '6281111111111'));
  for (const value of [
    null,
    [],
    { entry: 1 },
    { entry: [{ changes: [{ value: { statuses: [null, 3] } }] }] },
  ]) {
    const { headers } = provider.notice({});
    const body = JSON.stringify(value);
    const { signatureOf } = await import('#platform/messages/signed-body.server.ts');
    headers['X-Hub-Signature-256'] = signatureOf(Buffer.from(body), provider.settings.appSecret);
    expect((await hook.request('/whatsapp', { method: 'POST', body, headers })).status).toBe(200);
  }
  expect((await sent()).status).toBe('accepted');
  expect(await replies()).toMatchObject([{ contactId: null }]);
});
