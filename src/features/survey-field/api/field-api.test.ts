import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { signedInBrowser } from '../../sign-in/factory.ts';
import { makeFieldApi } from '../api.server.ts';
import { anEnumerator, anEnvelope, aPhone, aRow, aRunningRound, aSubmission } from '../factory.ts';
import type { Delivered, PhoneRegistered, Work } from '../rules/wire.ts';

const OFFICE = '33.75';

async function aField() {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const staff = await anEnumerator(services, round);
  const phone = await aPhone(services, OFFICE, staff);
  const api = makeFieldApi(services);
  const ask = (method: string, path: string, token: string, init: RequestInit = {}) =>
    api.request(`http://127.0.0.1:3000${path}`, {
      method,
      ...init,
      headers: { Authorization: `Bearer ${token}`, ...init.headers },
    });
  const deliver = async (token: string, body: unknown) =>
    ask('POST', '/deliveries', token, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const work = async (more = '') => {
    const answer = await ask('GET', `/work${more}`, phone.pullToken);
    return { status: answer.status, text: await answer.clone().text(), work: (await answer.json()) as Work };
  };
  return { services, round, staff, phone, api, ask, deliver, work };
}

test('a phone is registered by somebody signed in, from our own page, and by nobody else', async () => {
  const { services, staff, api } = await aField();
  const browser = await signedInBrowser(services, staff);
  const phoneId = newId();
  const register = (headers: Record<string, string>) =>
    api.request('http://127.0.0.1:3000/phones', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ phoneId, label: 'HP Ani', appVersion: '1.0.0' }),
    });
  const origin = 'http://127.0.0.1:3000';
  const cookie = browser.cookie ?? '';
  expect((await register({ origin })).status).toBe(401);
  expect((await register({ cookie })).status).toBe(403);
  expect((await register({ cookie, origin: 'https://lain.example' })).status).toBe(403);
  const answer = await register({ cookie, origin });
  expect(answer.status).toBe(200);
  const registered = (await answer.json()) as PhoneRegistered;
  expect(registered).toMatchObject({ phoneId, officeCode: OFFICE, user: { id: staff.userId, name: 'Ani' } });
  expect(Buffer.from(registered.officeKey.publicKey, 'base64url')).toHaveLength(65);
  const kept = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('fieldPhones').selectAll().where('phoneId', '=', phoneId).executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(kept)).not.toContain(registered.deliveryToken.split('.')[4]);
});

test('two who share a phone deliver by one token, and have a list each', async () => {
  const { services, round, phone } = await aField();
  const other = await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'), phone);
  expect(other.deliveryToken).toBe(phone.deliveryToken);
  expect(other.pullToken).not.toBe(phone.pullToken);
  expect(other.officeKey).toEqual(phone.officeKey);
});

test('a list shows the person’s rows with masked numbers only, the questionnaire once, then only what is new', async () => {
  const { services, round, staff, phone, work } = await aField();
  const given = { name: 'Batik Uji', nik: '3375044507850003', phone: '081234567890' };
  const { rowId } = await aRow(services, round, staff.userId, given);
  await aRow(services, round, null, { name: 'Milik orang lain' });
  const first = await work();
  expect(first.status).toBe(200);
  expect(first.work.rows).toMatchObject([
    {
      rowId,
      name: 'Batik Uji',
      owner: 'Siti Aminah',
      nikEnds: '0003',
      phoneHint: '08******7890',
      revision: 1,
    },
  ]);
  expect(first.text).not.toMatch(/3375044507850003|81234567890/);
  expect(first.work.forms).toMatchObject([{ formId: 'uji', version: 1 }]);
  expect(first.work.villages).toMatchObject([{ code: round.villageCode }]);
  expect(first.work.rounds).toMatchObject([{ roundId: round.roundId, done: 0, target: 1 }]);
  expect(first.work.officeKey).toEqual(phone.officeKey);
  const again = await work(`?since=${first.work.cursor}&forms=uji.1`);
  expect(again.work).toMatchObject({ forms: [], villages: [], gone: [] });
  await withOffice(services.db, OFFICE, (trx) =>
    sql`update enterprises set name = 'Batik Baru', revision = 2, touched = pg_current_xact_id()::text::bigint
      where name = 'Batik Uji'`.execute(trx),
  );
  const renamed = await work(`?since=${first.work.cursor}&forms=uji.1`);
  expect(renamed.work.rows).toMatchObject([{ rowId, name: 'Batik Baru', revision: 2 }]);
});

test('a row that was handed to somebody else is gone from the list, and an unknown cursor fetches all', async () => {
  const { services, round, staff, work } = await aField();
  const other = await anEnumerator(services, round, 'Budi');
  const kept = await aRow(services, round, staff.userId);
  const moved = await aRow(services, round, staff.userId);
  const { work: first } = await work();
  expect(first.rows).toHaveLength(2);
  await withOffice(services.db, OFFICE, async (trx) => {
    const { rowId } = moved;
    await trx.deleteFrom('censusRows').where('rowId', '=', rowId).execute();
    await trx
      .insertInto('censusRows')
      .values({
        officeCode: OFFICE,
        rowId,
        roundId: round.roundId,
        enterpriseId: moved.enterpriseId,
        sourceListId: round.sourceListId,
        place: 1,
        status: 'assigned',
        assignedTo: other.userId,
      })
      .execute();
    await trx
      .insertInto('assignmentMoves')
      .values({
        officeCode: OFFICE,
        moveId: newId(),
        gestureId: newId(),
        roundId: round.roundId,
        fromUserId: staff.userId,
        toUserId: other.userId,
        rows: 1,
        rowIds: [rowId],
        movedAt: services.clock(),
        movedBy: 'Uji',
      })
      .execute();
  });
  expect((await work(`?since=${first.cursor}`)).work.gone).toEqual([moved.rowId]);
  const whole = (await work('?since=dari-bulan-lalu')).work;
  expect(whole.rows.map(({ rowId }) => rowId)).toEqual([kept.rowId]);
});

test('a day’s list of 60 rows travels in less than 200 KB compressed', async () => {
  const { services, round, staff, work } = await aField();
  for (let at = 0; at < 60; at++)
    await aRow(services, round, staff.userId, {
      name: `Usaha ${newId()} ${newId()} ${newId()}`,
      owner: `Pemilik ${newId()} ${newId()} ${newId()}`,
      nik: '3375044507850003',
      phone: '081234567890',
    });
  const { text, work: list } = await work();
  expect(list.rows).toHaveLength(60);
  expect(text).not.toMatch(/3375044507850003|81234567890/);
  const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')));
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(200 * 1024);
});

test('a token that nobody gave, one of another office, and the wrong one of the two are refused', async () => {
  const { services, phone, ask, deliver } = await aField();
  await anOffice(services, '33.25');
  const theirs = await aPhone(
    services,
    '33.25',
    await anEnumerator(services, await aRunningRound(services, '33.25')),
  );
  const moved = theirs.deliveryToken.replace('gw1.33.25', 'gw1.33.75');
  const guessed = `${phone.deliveryToken.slice(0, -3)}abc`;
  for (const token of ['', 'x', moved, guessed, phone.pullToken]) {
    const answer = await deliver(token, { envelopes: [], unsent: 0, appVersion: '1' });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unknown_token', deliverFirst: true });
  }
  expect((await ask('GET', '/work', phone.deliveryToken)).status).toBe(401);
});

test('a delivery is answered one by one, and a second time with: known', async () => {
  const { round, phone, deliver } = await aField();
  const envelope = await anEnvelope(phone, aSubmission(round, phone));
  const body = { envelopes: [envelope], unsent: 1, appVersion: '1.0.0', newField: true };
  const first = (await (await deliver(phone.deliveryToken, body)).json()) as Delivered;
  expect(first.receipts).toEqual([{ id: envelope.id, state: 'stored' }]);
  expect(first.wipe).toBeUndefined();
  const again = (await (await deliver(phone.deliveryToken, body)).json()) as Delivered;
  expect(again.receipts).toEqual([{ id: envelope.id, state: 'known' }]);
});

test('a delivery that nobody understands, or more than fifty at once, is refused whole', async () => {
  const { phone, deliver } = await aField();
  expect((await deliver(phone.deliveryToken, { envelopes: 'x' })).status).toBe(400);
  const many = Array.from({ length: 51 }, () => ({ id: newId(), keyId: newId(), sealed: 'AAAA' }));
  expect((await deliver(phone.deliveryToken, { envelopes: many, unsent: 51 })).status).toBe(400);
});

test('a letter that the database does not know costs itself: the phone is served', async () => {
  const { phone, deliver, ask } = await aField();
  const body = { envelopes: [], unsent: 1, appVersion: '1.0\u0000.1' };
  expect((await deliver(phone.deliveryToken, body)).status).toBe(200);
  const wiped = await ask('POST', '/wiped', phone.deliveryToken, {
    body: JSON.stringify({ userId: '\u0000' }),
  });
  expect(wiped.status).toBe(204);
});

test('a phone that does not say what still waits on it is never told to forget', async () => {
  const { services, phone, deliver } = await aField();
  await withOffice(services.db, OFFICE, (trx) =>
    trx.updateTable('fieldPhones').set({ revokedAt: services.clock() }).execute(),
  );
  const send = async (body: object) => (await (await deliver(phone.deliveryToken, body)).json()) as Delivered;
  expect((await send({ envelopes: [] })).wipe).toBeUndefined();
  expect((await send({ envelopes: [], unsent: 0 })).wipe).toBe(true);
});

test('a revoked phone delivers into quarantine, and is told to forget only when nothing is left on it', async () => {
  const { services, round, phone, ask, deliver, staff } = await aField();
  await withOffice(services.db, OFFICE, (trx) =>
    trx.updateTable('fieldPhones').set({ revokedAt: services.clock() }).execute(),
  );
  const refused = await ask('GET', '/work', phone.pullToken);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 'revoked', deliverFirst: true });
  const send = async (unsent: number) => {
    const envelopes = [await anEnvelope(phone, aSubmission(round, phone))];
    const answer = await deliver(phone.deliveryToken, { envelopes, unsent, appVersion: '1' });
    return (await answer.json()) as Delivered;
  };
  const first = await send(2);
  expect(first.receipts).toMatchObject([{ state: 'quarantined' }]);
  expect(first.wipe).toBeUndefined();
  expect(await send(1)).toMatchObject({ wipe: true, wipeUsers: [staff.userId] });
  const wiped = await ask('POST', '/wiped', phone.deliveryToken, {
    body: JSON.stringify({ userId: staff.userId }),
  });
  expect(wiped.status).toBe(204);
  const user = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('fieldPhoneUsers').select('wipedAt').executeTakeFirstOrThrow(),
  );
  expect(user.wipedAt).toEqual(services.clock());
  // Said again, it is no news.
  const body = JSON.stringify({ userId: staff.userId });
  expect((await ask('POST', '/wiped', phone.deliveryToken, { body })).status).toBe(204);
  const lines = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('auditEvents').select('action').where('action', '=', 'phone.wiped').execute(),
  );
  expect(lines).toHaveLength(1);
});

test('a person whose role has ended gets no list, and is the only one the shared phone forgets', async () => {
  const { services, round, staff, phone, deliver, work } = await aField();
  await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'), phone);
  await withOffice(services.db, OFFICE, (trx) =>
    trx
      .updateTable('memberships')
      .set({ validTo: '2026-05-05' })
      .where('userId', '=', staff.userId)
      .execute(),
  );
  expect((await work()).status).toBe(401);
  const answer = (await (
    await deliver(phone.deliveryToken, { envelopes: [], unsent: 0, appVersion: '1' })
  ).json()) as Delivered;
  expect(answer.wipe).toBeUndefined();
  expect(answer.wipeUsers).toEqual([staff.userId]);
});
