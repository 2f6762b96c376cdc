import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { editOwner } from '#features/register-enterprise/commands/edit-owner.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { markPassedOn } from '#features/run-office/commands/outbox.server.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { deliverMessage } from '#platform/messages/deliver-message.server.ts';
import { registerMessageKeepers } from '#platform/messages/message-keepers.server.ts';
import { smtpChannel } from '#platform/messages/smtp-channel.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { smtpDouble } from '#testing/smtp-double.ts';
import { makeMailStopHook } from '../api.server.ts';
import { agrees, anOutreach, peopleOf } from '../factory.ts';
import { reachPermissions } from '../permissions.ts';
import { outreachPage } from '../queries/outreach-page.server.ts';
import { stopPage } from '../queries/stop-page.server.ts';
import { recordConsent, stopContact } from './keep-consent.server.ts';
import { mailKeeper } from './keep-mail.server.ts';
import { startMailing } from './start-mailing.server.ts';
import { closeOutreach } from './steer-outreach.server.ts';
import { stopMails } from './stop-mails.server.ts';

registerMessageKeepers([mailKeeper]);
const site = 'https://umkm.contoh.go.id';
const from = 'Dinas UMKM <umkm@contoh.go.id>';

type Person = { name: string; email?: string; phone?: string; agreed?: boolean };
const three: Person[] = [
  { name: 'Siti', email: 'siti@contoh.id', phone: '+6281234560001', agreed: true },
  { name: 'Budi', email: 'budi@contoh.id', agreed: true },
  { name: 'Wati', email: 'wati@contoh.id', phone: '+6281234560003' },
];

/** A list over these people, and a mail server. */
async function aMailing(people: readonly Person[] = three) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const server = await smtpDouble();
  Object.assign(services.env, { GAWANGAN_SMTP_URL: server.url, GAWANGAN_URL: site });
  const ids: string[] = [];
  const owners: string[] = [];
  for (const { name, email, phone, agreed } of people) {
    const given = {
      name: `Batik ${name}`,
      owner: name,
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
    };
    const made = await anEnterprise(services, officer, given);
    if (agreed) await agrees(services, officer, made.enterpriseId, 'email');
    ids.push(made.enterpriseId);
    owners.push(made.ownerId);
  }
  const outreachId = await anOutreach(services, officer, ids);
  const start = (actor = officer) => execute(services, actor, startMailing, { outreachId, site });
  const outbox = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('outboxMessages')
        .select(['messageId', 'status', 'attempts', 'recipientHint'])
        .orderBy('messageId')
        .execute(),
    );
  const channels = [smtpChannel(services.env.GAWANGAN_SMTP_URL, from, { patienceMs: 2_000 })];
  /** As the worker does, once for each message; faults that may pass are answered by their number. */
  const round = async (by = channels) => {
    let failed = 0;
    for (const { messageId } of await outbox())
      await deliverMessage(services, by, office, messageId).catch(() => failed++);
    return failed;
  };
  const statuses = async () => (await outbox()).map(({ status }) => status);
  const lanes = async () =>
    (await peopleOf(services, office, outreachId)).map(({ lane, state }) => `${lane} ${state}`);
  const contacts = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('contacts')
        .select(['channel', 'result'])
        .where('channel', '=', 'email')
        .orderBy('contactId')
        .execute(),
    );
  const withdraw = (enterpriseId: string | undefined) =>
    execute(services, officer, recordConsent, {
      enterpriseId,
      channel: 'email',
      purpose: 'programme',
      answer: 'withdrawn',
      proof: 'spoken',
      saidOn: '2026-05-06',
    });
  return {
    ...{ services, office, officer, server, ids, owners, outreachId },
    ...{ start, round, outbox, statuses, lanes, contacts, withdraw },
  };
}

test('who has an address and agreed gets one mail, with the message, a way to stop, and a line in the log', async () => {
  const { server, start, round, lanes, contacts, outbox } = await aMailing();
  expect(await lanes()).toEqual(['chat waiting', 'letter waiting', 'chat waiting']);
  expect(await start()).toMatchObject({ value: { people: 2 } });
  expect(await lanes()).toEqual(['email waiting', 'email waiting', 'chat waiting']);
  await round();
  await round();
  expect(server.taken.map(({ to }) => to)).toEqual(['siti@contoh.id', 'budi@contoh.id']);
  const [mail] = server.taken;
  expect(mail?.headers).toContain('Subject: Kelas ekspor');
  expect(mail?.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(mail?.headers).toMatch(
    /List-Unsubscribe: <https:\/\/umkm\.contoh\.go\.id\/kait\/berhenti\/[\w.-]+>/,
  );
  const text = mail?.body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(text).toContain('Yth. Siti, Batik Siti: ada kelas ekspor di Dinas UMKM 33.75.');
  expect(text).toMatch(/https:\/\/umkm\.contoh\.go\.id\/berhenti\/[\w.-]+/);
  expect(await lanes()).toEqual(['email sent', 'email sent', 'chat waiting']);
  expect(await contacts()).toEqual([
    { channel: 'email', result: 'sent' },
    { channel: 'email', result: 'sent' },
  ]);
  expect((await outbox()).map(({ recipientHint }) => recipientHint)).toEqual([
    's***@contoh.id',
    'b***@contoh.id',
  ]);
});

test('a double click, and two officers at once, send each mail once', async () => {
  const { server, start, round, outbox, services, office } = await aMailing();
  const answers = await Promise.all([start(), start(), start()]);
  expect(answers.map((one) => one.ok && one.value.people).sort()).toEqual([0, 0, 2]);
  await round();
  expect(await outbox()).toHaveLength(2);
  expect(server.taken).toHaveLength(2);
  const { rows } = await withOffice(services.db, office, (trx) =>
    sql<{ count: number }>`select count(*)::int as count from pgboss.job
      where name = 'deliver-slowly' and data->>'officeCode' = ${office}
        and data->>'messageId' in (select message_id::text from outbox_messages)`.execute(trx),
  );
  expect(rows).toEqual([{ count: 2 }]);
});

test('one address of two people is written to once; the other is left to the officers', async () => {
  const { start, lanes } = await aMailing([
    { name: 'Siti', email: 'keluarga@contoh.id', agreed: true },
    { name: 'Budi', email: 'Keluarga@contoh.id', phone: '+6281234560002', agreed: true },
  ]);
  expect(await start()).toMatchObject({ value: { people: 1 } });
  expect(await lanes()).toEqual(['email waiting', 'chat waiting']);
});

test('without anybody who agreed, without the right, or for another office nothing is sent', async () => {
  const { services, office, start, withdraw, ids, outbox } = await aMailing();
  await withdraw(ids[0]);
  await withdraw(ids[1]);
  expect(await start()).toMatchObject({ refusal: { code: 'consent_missing' } });
  expect(await start(anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
  const village = { kind: 'village', code: '33.75.04.1004' } as const;
  expect(await start(anActor(office, 'officer', village))).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await start(anActor('33.25'))).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await outbox()).toEqual([]);
});

test('whose number said stop gets no mail either', async () => {
  const { services, officer, start, ids } = await aMailing();
  await execute(services, officer, stopContact, { enterpriseId: ids[0] });
  expect(await start()).toMatchObject({ value: { people: 1 } });
});

test('a mail server without the address of this installation sends nothing, since nobody could stop the mails', async () => {
  const { services, start } = await aMailing();
  Object.assign(services.env, { GAWANGAN_URL: undefined });
  expect(await start()).toMatchObject({ refusal: { code: 'unavailable' } });
});

test('a no for now is tried again; a refused address goes on to where the person stood', async () => {
  const { server, start, round, statuses, lanes, contacts } = await aMailing();
  await start();
  server.moods.push({ refuse: 451 }, { refuse: 550 });
  expect(await round()).toBe(1);
  expect(await statuses()).toEqual(['waiting', 'failed']);
  expect(await lanes()).toEqual(['email waiting', 'letter waiting', 'chat waiting']);
  expect(await round()).toBe(0);
  expect(await statuses()).toEqual(['sent', 'failed']);
  expect(server.taken.map(({ to }) => to)).toEqual(['siti@contoh.id']);
  expect((await contacts()).map(({ result }) => result)).toEqual(['sent', 'failed']);
  expect(await start()).toMatchObject({ value: { people: 0 } }); // nobody is mailed twice in a list
});

test('a server that is away for an hour: nothing is lost, nothing is sent twice', async () => {
  const { server, start, round, statuses } = await aMailing();
  await start();
  await server.goDown();
  for (let time = 0; time < 12; time++) expect(await round()).toBe(2);
  expect(await statuses()).toEqual(['waiting', 'waiting']);
  await server.comeBack();
  await round();
  await round();
  expect(await statuses()).toEqual(['sent', 'sent']);
  expect(server.taken).toHaveLength(2);
});

test('a mail of which nobody knows whether it went out is not sent again; a person decides', async () => {
  const { services, officer, server, start, round, outbox, statuses, lanes } = await aMailing();
  await start();
  server.moods.push('accept_then_cut');
  await round();
  await round();
  expect(await statuses()).toEqual(['doubtful', 'sent']);
  expect(server.taken).toHaveLength(2);
  const [mail] = await outbox();
  expect(await execute(services, officer, markPassedOn, { messageId: mail!.messageId })).toMatchObject({
    ok: true,
  });
  expect(await lanes()).toEqual(['email sent', 'email sent', 'chat waiting']);
});

test('a program killed between call and record: the mail is in doubt, not sent again', async () => {
  const { services, office, server, start, round, outbox, statuses } = await aMailing();
  await start();
  const [mail] = await outbox();
  await withOffice(services.db, office, (trx) =>
    trx
      .updateTable('outboxMessages')
      .set({ status: 'sending' })
      .where('messageId', '=', mail!.messageId)
      .execute(),
  );
  await round();
  expect(await statuses()).toEqual(['doubtful', 'sent']);
  expect(server.taken).toHaveLength(1);
});

test('consent withdrawn between queue and server, also while the server was away, is honoured', async () => {
  const { server, start, round, statuses, lanes, withdraw, ids } = await aMailing();
  await start();
  await server.goDown();
  await round();
  await withdraw(ids[0]);
  await server.comeBack();
  await round();
  expect(await statuses()).toEqual(['dropped', 'sent']);
  expect(await lanes()).toEqual(['none waiting', 'email sent', 'chat waiting']);
  expect(server.taken.map(({ to }) => to)).toEqual(['budi@contoh.id']);
});

test('an address that was changed, and a closed list, send nothing more', async () => {
  const { services, officer, server, start, round, statuses, lanes, owners, outreachId } = await aMailing();
  await start();
  const changed = await execute(services, officer, editOwner, {
    ownerId: owners[0],
    revision: 1,
    owner: { fullName: 'Siti', email: 'siti.baru@contoh.id' },
  });
  expect(changed).toMatchObject({ value: { changed: 1 } });
  await execute(services, officer, closeOutreach, { outreachId });
  await round();
  expect(await statuses()).toEqual(['dropped', 'dropped']);
  expect(await lanes()).toEqual(['chat waiting', 'letter waiting', 'chat waiting']);
  expect(server.taken).toEqual([]);
});

test('without a server mails wait in the outbox, and count as sent once an officer passed them on', async () => {
  const { services, officer, start, round, outbox, statuses, lanes, contacts } = await aMailing();
  Object.assign(services.env, { GAWANGAN_SMTP_URL: undefined, GAWANGAN_URL: undefined });
  await start();
  await round([]);
  expect(await statuses()).toEqual(['kept', 'kept']);
  expect(await contacts()).toEqual([]);
  const [mail] = await outbox();
  await execute(services, officer, markPassedOn, { messageId: mail!.messageId });
  expect(await lanes()).toEqual(['email sent', 'email waiting', 'chat waiting']);
  expect(await contacts()).toEqual([{ channel: 'email', result: 'sent' }]);
});

const codeIn = (headers: string | undefined) => /kait\/berhenti\/([\w.-]+)>/.exec(headers ?? '')?.[1] ?? '';

test('the link in a mail ends all mails at once, for everybody with that address, and twice does no more', async () => {
  const { services, office, server, start, round, officer, ids } = await aMailing([
    { name: 'Siti', email: 'keluarga@contoh.id', agreed: true },
    { name: 'Budi', email: 'keluarga@contoh.id', agreed: true },
    { name: 'Wati', email: 'wati@contoh.id', agreed: true },
  ]);
  await start();
  await round();
  const code = codeIn(server.taken[0]?.headers);
  const consents = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('contactConsents').selectAll().where('answer', '=', 'withdrawn').execute(),
    );
  expect(await stopPage(services, code)).toEqual({ officeName: 'Dinas UMKM 33.75', isStopped: false });
  expect(await stopMails(services, code)).toBe(true);
  expect(await stopPage(services, code)).toMatchObject({ isStopped: true });
  const said = await consents();
  expect(said).toHaveLength(6); // two people, three purposes
  expect(said[0]).toMatchObject({ channel: 'email', proof: 'reply' });
  expect(await stopMails(services, code)).toBe(true);
  expect(await consents()).toHaveLength(6);
  const second = await anOutreach(services, officer, ids, { title: 'Kelas kedua' });
  expect(await execute(services, officer, startMailing, { outreachId: second, site })).toMatchObject({
    value: { people: 1 },
  });
});

test('a mail program posts the wish from nowhere; a look, and a code that is none of ours, change nothing', async () => {
  const { services, office, server, start, round } = await aMailing();
  await start();
  await round();
  const code = codeIn(server.taken[0]?.headers);
  const hook = makeMailStopHook(services);
  const withdrawn = async () =>
    (
      await withOffice(services.db, office, (trx) =>
        trx.selectFrom('contactConsents').select('ownerId').where('answer', '=', 'withdrawn').execute(),
      )
    ).length;
  const look = await hook.request(`/berhenti/${code}`);
  expect([look.status, look.headers.get('location')]).toEqual([303, `/berhenti/${code}`]);
  const post = (to: string) =>
    hook.request(`/berhenti/${to}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
  const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'Q' : 'A'}`;
  for (const wrong of [other, code.replace('33.75', '33.25'), 'x', ''])
    expect((await post(wrong)).status).toBe(404);
  expect(await withdrawn()).toBe(0);
  expect((await post(code)).status).toBe(200);
  expect(await withdrawn()).toBe(3);
});

test('the page of a list says how many may be mailed and how mails stand', async () => {
  const { services, officer, outreachId, server, start, round } = await aMailing();
  const page = () =>
    read(services, officer, reachPermissions['reach.view'], async (context) => {
      const view = await outreachPage(context, outreachId);
      return view?.mailing;
    });
  expect(await page()).toMatchObject({ value: { server: 'ready', people: 2, counts: [], lines: [] } });
  await start();
  server.moods.push({ refuse: 550 });
  await round();
  expect(await page()).toMatchObject({
    value: {
      people: 0,
      counts: expect.arrayContaining([
        { status: 'wrong_address', count: 1 },
        { status: 'sent', count: 1 },
      ]),
    },
  });
});
