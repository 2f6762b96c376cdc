import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { editOwner } from '#features/register-enterprise/commands/edit-owner.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { deliverMessage } from '#platform/messages/deliver-message.server.ts';
import { registerMessageKeepers } from '#platform/messages/message-keepers.server.ts';
import { smtpChannel } from '#platform/messages/smtp-channel.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { smtpDouble } from '#testing/smtp-double.ts';
import { agrees, anOutreach, peopleOf } from '../factory.ts';
import { reachPermissions } from '../permissions.ts';
import { consentPage } from '../queries/consent-page.server.ts';
import { outreachPage } from '../queries/outreach-page.server.ts';
import { stopContact } from './keep-consent.server.ts';
import { mailKeeper } from './keep-mail.server.ts';
import { markAddressRefused } from './mark-address-refused.server.ts';
import { sayOutcome } from './say-outcome.server.ts';
import { startMailing } from './start-mailing.server.ts';
import { closeOutreach } from './steer-outreach.server.ts';
import { trustAddress } from './trust-address.server.ts';

registerMessageKeepers([mailKeeper]);
const site = 'https://umkm.contoh.go.id';

/** Siti, who also has a phone, and Budi, who has none; both agreed to mails. */
async function twoPeople() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const server = await smtpDouble();
  Object.assign(services.env, { GAWANGAN_SMTP_URL: server.url, GAWANGAN_URL: site });
  const siti = await anEnterprise(services, officer, {
    name: 'Batik Siti',
    owner: 'Siti',
    email: 'siti@contoh.id',
    phone: '+6281234560001',
  });
  const budi = await anEnterprise(services, officer, {
    name: 'Tahu Budi',
    owner: 'Budi',
    email: 'budi@contoh.id',
  });
  const ids = [siti.enterpriseId, budi.enterpriseId];
  for (const id of ids) await agrees(services, officer, id, 'email');
  const channels = [smtpChannel(server.url, 'Dinas <umkm@contoh.go.id>', { patienceMs: 2_000 })];
  const aList = (title: string) => anOutreach(services, officer, ids, { title });
  const start = (outreachId: string) => execute(services, officer, startMailing, { outreachId, site });
  /** As the worker does, once for each message. */
  const round = async () => {
    const rows = await withOffice(services.db, office, (trx) =>
      trx.selectFrom('outboxMessages').select('messageId').orderBy('messageId').execute(),
    );
    for (const { messageId } of rows)
      await deliverMessage(services, channels, office, messageId).catch(() => undefined);
  };
  const lanes = async (outreachId: string) =>
    (await peopleOf(services, office, outreachId)).map(({ lane, state }) => `${lane} ${state}`);
  const mailing = async (outreachId: string, after: string | null = null) => {
    const page = await read(services, officer, reachPermissions['reach.view'], async (context) => {
      const view = await outreachPage(context, outreachId, after);
      return view!.mailing;
    });
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value;
  };
  const states = async (outreachId: string) => (await mailing(outreachId)).lines.map(({ state }) => state);
  const emailOnPage = (enterpriseId: string) =>
    read(services, officer, reachPermissions['reach.view_contacts'], async (context) => {
      const view = await consentPage(context, enterpriseId);
      return view?.email;
    });
  const trail = async (action: string) =>
    (
      await withOffice(services.db, office, (trx) =>
        trx.selectFrom('auditEvents').select(['actorName', 'details']).where('action', '=', action).execute(),
      )
    ).map(({ actorName, details }) => ({ actorName, ...(details as object) }));
  /** The officer says that this mail of a list came back. */
  const mark = async (outreachId: string, at: number, actor = officer) => {
    const { messageId } = (await mailing(outreachId)).lines[at]!;
    return execute(services, actor, markAddressRefused, { outreachId, messageId });
  };
  return {
    ...{ services, office, officer, server, siti, budi },
    ...{ aList, start, round, lanes, mailing, states, emailOnPage, trail, mark },
  };
}

test('an address that the server refuses for good is written to by no later list, which says so', async () => {
  const {
    services,
    office,
    server,
    siti,
    budi,
    aList,
    start,
    round,
    lanes,
    mailing,
    states,
    emailOnPage,
    trail,
  } = await twoPeople();
  const first = await aList('Kelas ekspor');
  await start(first);
  server.moods.push('accept', { refuse: 550 });
  await round();
  expect(await states(first)).toEqual(['sent', 'wrong_address']);
  expect(await lanes(first)).toEqual(['email sent', 'letter waiting']);
  expect(await trail('contact.address_refused')).toMatchObject([
    { actorName: 'Kotak keluar', outreachId: first, heardAs: 'server' },
  ]);
  const second = await aList('Kelas kedua');
  expect(await mailing(second)).toMatchObject({
    people: 1,
    wrong: { count: 1, people: [{ ownerName: 'Budi', enterpriseId: budi.enterpriseId, name: 'Tahu Budi' }] },
  });
  expect(await start(second)).toMatchObject({ value: { people: 1, wrong: 1 } });
  expect(await lanes(second)).toEqual(['email waiting', 'letter waiting']);
  await round();
  expect(server.taken.map(({ to }) => to)).toEqual(['siti@contoh.id', 'siti@contoh.id']);
  expect(await start(second)).toMatchObject({ value: { people: 0, wrong: 1 } });
  expect(await emailOnPage(budi.enterpriseId)).toEqual({
    ok: true,
    value: { hint: 'b***@contoh.id', refusedAt: services.clock().getTime() },
  });
  expect(await emailOnPage(siti.enterpriseId)).toMatchObject({ value: { refusedAt: null } });
  const { rows } = await withOffice(services.db, office, (trx) =>
    sql<{ t: string }>`select f::text as t from refused_addresses f`.execute(trx),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.t).not.toContain('contoh.id');
});

test('a no for now, a filter, and a no to the office itself teach nothing of an address', async () => {
  const { server, aList, start, round, mailing, states, trail } = await twoPeople();
  const first = await aList('Kelas ekspor');
  await start(first);
  server.moods.push({ refuse: 451 }, { refuse: 554 });
  await round();
  expect(await states(first)).toEqual(['waiting', 'failed']);
  server.moods.push({ refuseSender: 553 });
  await round();
  expect(await states(first)).toEqual(['waiting', 'failed']);
  await round();
  expect(await states(first)).toEqual(['sent', 'failed']);
  expect(await trail('contact.address_refused')).toEqual([]);
  expect(await mailing(await aList('Kelas kedua'))).toMatchObject({ people: 2, wrong: { count: 0 } });
});

test('a mail that waits in another list is not sent to an address found wrong meanwhile', async () => {
  const { server, aList, start, round, lanes, states } = await twoPeople();
  const [first, second] = [await aList('Kelas ekspor'), await aList('Kelas kedua')];
  await start(first);
  await start(second);
  server.moods.push('accept', { refuse: 550 });
  await round();
  expect(await states(second)).toEqual(['sent', 'dropped']);
  expect(await lanes(second)).toEqual(['email sent', 'letter waiting']);
  expect(server.calls()).toBe(3);
});

test('another address is written to again, and so is the same one once an officer says that it is right', async () => {
  const { services, office, officer, server, siti, budi, aList, start, round, trail } = await twoPeople();
  const first = await aList('Kelas ekspor');
  await start(first);
  server.moods.push({ refuse: 550 }, { refuse: 550 });
  await round();
  const { ownerId, enterpriseId } = budi;
  const owner = { fullName: 'Budi', email: 'budi.baru@contoh.id' };
  expect(await execute(services, officer, editOwner, { ownerId, revision: 1, owner })).toMatchObject({
    value: { changed: 1 },
  });
  const second = await aList('Kelas kedua');
  expect(await start(second)).toMatchObject({ value: { people: 1, wrong: 1 } });
  const trust = (actor: typeof officer, enterprise: string) =>
    execute(services, actor, trustAddress, { enterpriseId: enterprise });
  expect(await trust(officer, enterpriseId)).toMatchObject({ refusal: { code: 'already_done' } });
  const sitis = siti.enterpriseId;
  expect(await trust(anActor(office, 'head'), sitis)).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await trust(anActor('33.25'), sitis)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await trust(officer, sitis)).toMatchObject({ ok: true });
  expect(await trust(officer, sitis)).toMatchObject({ refusal: { code: 'already_done' } });
  expect(await trail('contact.address_trusted')).toMatchObject([{ enterpriseId: sitis }]);
  expect(await start(second)).toMatchObject({ value: { people: 1, wrong: 0 } });
  await round();
  expect(server.taken.map(({ to }) => to)).toEqual(['budi.baru@contoh.id', 'siti@contoh.id']);
});

test('a mail that came back later is marked by an officer, with the same effect, also after the list was closed', async () => {
  const { services, office, officer, aList, start, round, lanes, mailing, states, trail, mark } =
    await twoPeople();
  const first = await aList('Kelas ekspor');
  await start(first);
  expect((await mailing(first)).lines.map(({ mayBeMarked }) => mayBeMarked)).toEqual([false, false]);
  expect(await mark(first, 1)).toMatchObject({ refusal: { code: 'wrong_state' } });
  await round();
  expect((await mailing(first)).lines).toMatchObject([
    { ownerName: 'Siti', address: 's***@contoh.id', state: 'sent', mayBeMarked: true },
    { ownerName: 'Budi', address: 'b***@contoh.id', state: 'sent', mayBeMarked: true },
  ]);
  await execute(services, officer, closeOutreach, { outreachId: first });
  expect(await mark(first, 1, anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
  const village = { kind: 'village', code: '33.75.04.1004' } as const;
  expect(await mark(first, 1, anActor(office, 'officer', village))).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  await anOffice(services, '33.25');
  expect(await mark(first, 1, anActor('33.25'))).toMatchObject({ refusal: { code: 'not_found' } });
  const { messageId } = (await mailing(first)).lines[1]!;
  const second = await aList('Kelas kedua');
  const ofOtherList = { outreachId: second, messageId };
  expect(await execute(services, officer, markAddressRefused, ofOtherList)).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await states(first)).toEqual(['sent', 'sent']);
  expect(await mark(first, 1)).toMatchObject({ ok: true });
  expect(await mark(first, 1)).toMatchObject({ refusal: { code: 'already_done' } });
  expect(await states(first)).toEqual(['sent', 'wrong_address']);
  expect(await lanes(first)).toEqual(['email sent', 'letter waiting']);
  expect(await trail('contact.address_refused')).toMatchObject([
    { actorName: officer.name, messageId, heardAs: 'officer' },
  ]);
  const log = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('contacts').select('result').orderBy('contactId').execute(),
  );
  expect(log).toEqual([{ result: 'sent' }, { result: 'failed' }]);
  expect(await mailing(second)).toMatchObject({ people: 1, wrong: { count: 1 } });
});

test('a mail that came back is also found by the address in it, if this list wrote there', async () => {
  const { services, officer, aList, start, round, states } = await twoPeople();
  const outreachId = await aList('Kelas ekspor');
  await start(outreachId);
  await round();
  const mark = (address: string) => execute(services, officer, markAddressRefused, { outreachId, address });
  expect(await mark('wati@contoh.id')).toMatchObject({ refusal: { code: 'not_found' } });
  for (const [typed, code] of [
    ['', 'blank'],
    ['siti', 'email_invalid'],
  ] as const)
    expect(await mark(typed)).toMatchObject({ refusal: { fields: [{ path: 'address', code }] } });
  expect(await states(outreachId)).toEqual(['sent', 'sent']);
  expect(await mark(' <Siti@Contoh.id>')).toMatchObject({ ok: true });
  expect(await states(outreachId)).toEqual(['wrong_address', 'sent']);
});

test('whoever answered, or said stop, since the mail is not put back into a queue when it comes back', async () => {
  const { services, office, officer, siti, aList, start, round, lanes, mark } = await twoPeople();
  const first = await aList('Kelas ekspor');
  await start(first);
  await round();
  await execute(services, officer, stopContact, { enterpriseId: siti.enterpriseId });
  const [, budi] = await peopleOf(services, office, first);
  await execute(services, officer, sayOutcome, { recipientId: budi?.recipientId, outcome: 'replied' });
  expect(await mark(first, 0)).toMatchObject({ ok: true });
  expect(await mark(first, 1)).toMatchObject({ ok: true });
  expect(await lanes(first)).toEqual(['none waiting', 'email replied']);
});
