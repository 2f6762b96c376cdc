import { expect, test } from 'vitest';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { anOutreach, peopleOf } from '../factory.ts';
import { reachPermissions } from '../permissions.ts';
import { queuePage } from '../queries/queue-page.server.ts';
import { handLetter } from './hand-letters.server.ts';
import { logContact, stopContact } from './keep-consent.server.ts';
import { openChat } from './open-chat.server.ts';
import { sayOutcome, undoLast } from './say-outcome.server.ts';
import { closeOutreach, reopenOutreach, rewordOutreach } from './steer-outreach.server.ts';
import { takeNext } from './take-next.server.ts';

async function aQueue(names = ['Siti', 'Aminah', 'Budi']) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const ids: string[] = [];
  for (const [at, owner] of names.entries()) {
    const given = { name: `Batik ${owner}`, owner, phone: `+628123456${String(at).padStart(2, '0')}00` };
    ids.push((await anEnterprise(services, officer, given)).enterpriseId);
  }
  const outreachId = await anOutreach(services, officer, ids);
  const next = async (actor = officer) => {
    const outcome = await execute(services, actor, takeNext, { outreachId });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const say = (recipientId: string, outcome: string, actor = officer) =>
    execute(services, actor, sayOutcome, { recipientId, outcome });
  return { services, office, officer, ids, outreachId, next, say };
}

const site = 'https://umkm.contoh.go.id';
const places = (people: readonly ({ place: number } | null)[]) => people.map((one) => one?.place ?? null);

test('fifty officers at once are given fifty different people', async () => {
  const { services, office, officer, next } = await aQueue(
    Array.from({ length: 50 }, (_, at) => `Orang ${at}`),
  );
  const given = await Promise.all(Array.from({ length: 50 }, () => next(anActor(office))));
  expect(new Set(given.map((one) => one?.recipientId)).size).toBe(50);
  expect(await next(officer)).toBe(null);
  // Those who went away without a word give their person back.
  services.setNow(new Date(TEST_NOW.getTime() + 6 * 60_000));
  expect((await next(officer))?.place).toBe(1);
});

test('whoever reloads the page keeps the same person, and nobody else may say how it went', async () => {
  const { office, officer, next, say, services } = await aQueue();
  const other = anActor(office);
  const [mine, again, theirs] = [await next(), await next(), await next(other)];
  expect(places([mine, again, theirs])).toEqual([1, 1, 2]);
  expect(await say(mine!.recipientId, 'sent', other)).toMatchObject({ refusal: { code: 'locked' } });
  expect(await execute(services, other, openChat, { recipientId: mine!.recipientId, site })).toMatchObject({
    refusal: { code: 'locked' },
  });
  expect(await say(mine!.recipientId, 'sent', officer)).toMatchObject({ ok: true });
  expect(places([await next()])).toEqual([3]);
});

test('opening a number is a contact and a line in the trail; the number itself is written nowhere', async () => {
  const { services, office, officer, next } = await aQueue();
  const person = await next();
  const open = () => execute(services, officer, openChat, { recipientId: person!.recipientId, site });
  const opened = await open();
  expect(opened).toMatchObject({
    value: {
      link: `https://wa.me/6281234560000?text=${encodeURIComponent('Yth. Siti, Batik Siti: ada kelas ekspor di Dinas UMKM 33.75.')}`,
    },
  });
  await open(); // a second tap is the same contact, and a second line in the trail
  const [contacts, links, audit] = await withOffice(services.db, office, async (trx) => [
    await trx.selectFrom('contacts').selectAll().execute(),
    await trx.selectFrom('contactEnterprises').selectAll().execute(),
    await trx.selectFrom('auditEvents').selectAll().where('action', '=', 'outreach.number_opened').execute(),
  ]);
  expect(contacts).toMatchObject([{ channel: 'chat', result: 'opened', doneByName: 'Uji officer' }]);
  expect([links.length, audit.length]).toEqual([1, 2]);
  expect(JSON.stringify([contacts, audit])).not.toContain('34560000');
});

test('sent, wrong number, replied, skipped: each moves the person where they belong', async () => {
  const { services, office, outreachId, next, say } = await aQueue(['A', 'B', 'C', 'D']);
  for (const outcome of ['sent', 'wrong_number', 'skipped', 'replied']) {
    const person = await next();
    expect(await say(person!.recipientId, outcome)).toMatchObject({ ok: true });
  }
  expect((await peopleOf(services, office, outreachId)).map(({ state, lane }) => [state, lane])).toEqual([
    ['sent', 'chat'],
    ['wrong_number', 'visit'],
    ['waiting', 'chat'],
    ['replied', 'chat'],
  ]);
  expect(places([await next()])).toEqual([3]); // who was skipped comes again at the end
});

test('a number found wrong is not written to from the next list: a visit instead', async () => {
  const { services, office, officer, ids, next, say } = await aQueue(['A']);
  await say((await next())!.recipientId, 'wrong_number');
  const [person] = await peopleOf(services, office, await anOutreach(services, officer, ids));
  expect([person?.lane, person?.laneReason]).toEqual(['visit', 'wrong_number']);
});

test('the last one is taken back, once for each, and only by whoever said it', async () => {
  const { services, office, officer, outreachId, next, say } = await aQueue();
  const first = await next();
  await say(first!.recipientId, 'wrong_number');
  const second = await next();
  await say(second!.recipientId, 'sent');
  const undo = (actor = officer) => execute(services, actor, undoLast, { outreachId });
  expect(await undo(anActor(office))).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await undo()).toMatchObject({ ok: true });
  expect((await next())?.recipientId).toBe(second?.recipientId);
  expect(await undo()).toMatchObject({ ok: true });
  expect(await undo()).toMatchObject({ refusal: { code: 'not_found' } });
  expect((await peopleOf(services, office, outreachId)).map(({ state, lane }) => [state, lane])).toEqual([
    ['waiting', 'chat'],
    ['waiting', 'chat'],
    ['waiting', 'chat'],
  ]);
});

test('who wants no more messages leaves every other queue at once, and stays out when the slip is taken back there', async () => {
  const { services, office, officer, ids, outreachId, next, say } = await aQueue(['A']);
  const otherId = await anOutreach(services, officer, ids, { title: 'Lain' });
  await say((await next())!.recipientId, 'declined');
  const [other] = await peopleOf(services, office, otherId);
  expect([other?.lane, other?.laneReason]).toEqual(['none', 'opted_out']);
  expect(await execute(services, officer, undoLast, { outreachId })).toMatchObject({ ok: true });
  const [back] = await peopleOf(services, office, outreachId);
  expect([back?.lane, back?.state]).toEqual(['chat', 'waiting']);
  const [anew] = await peopleOf(services, office, await anOutreach(services, officer, ids));
  expect(anew?.lane).toBe('chat');
});

test('a stop heard while the person is before an officer keeps the number shut', async () => {
  const { services, officer, ids, next } = await aQueue(['A']);
  const person = await next();
  await execute(services, officer, stopContact, { enterpriseId: ids[0] });
  expect(
    await execute(services, officer, openChat, { recipientId: person!.recipientId, site }),
  ).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('nothing is done on a closed list until it is opened again; another office sees none of it', async () => {
  const { services, office, officer, outreachId, next, say } = await aQueue();
  const person = await next();
  expect(await execute(services, officer, closeOutreach, { outreachId })).toMatchObject({ ok: true });
  expect(await say(person!.recipientId, 'sent')).toMatchObject({ refusal: { code: 'wrong_state' } });
  expect(await execute(services, officer, closeOutreach, { outreachId })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  expect(await execute(services, officer, reopenOutreach, { outreachId })).toMatchObject({ ok: true });
  await anOffice(services, '33.25');
  expect(await say(person!.recipientId, 'sent', anActor('33.25'))).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await say(person!.recipientId, 'sent', anActor(office, 'head'))).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('a letter handed to the kelurahan reaches everybody on it, once', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const one = await anEnterprise(services, officer, { owner: 'A' });
  const two = await anEnterprise(services, officer, { owner: 'B', village: '33.75.01.1004' });
  const outreachId = await anOutreach(services, officer, [one.enterpriseId, two.enterpriseId]);
  const hand = () => execute(services, officer, handLetter, { outreachId, villageCode: '33.75.01.1004' });
  expect(await hand()).toMatchObject({ value: { people: 1 } });
  expect(await hand()).toMatchObject({ refusal: { code: 'not_found' } });
  expect((await peopleOf(services, office, outreachId)).map(({ state }) => state)).toEqual([
    'waiting',
    'handed',
  ]);
});

test('a call or a talk outside any list stands in the log too', async () => {
  const { services, office, officer, ids } = await aQueue(['A']);
  const said = { enterpriseId: ids[0], channel: 'phone', purpose: 'reply', result: 'met' };
  expect(await execute(services, officer, logContact, said)).toMatchObject({ ok: true });
  const rows = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('contacts').select(['channel', 'purpose', 'result']).execute(),
  );
  expect(rows).toEqual([{ channel: 'phone', purpose: 'reply', result: 'met' }]);
});

test('the message can be changed for those still waiting, not on a closed list nor by who only looks on', async () => {
  const { services, office, officer, outreachId, next } = await aQueue(['A']);
  const reword = (message: string, actor = officer) =>
    execute(services, actor, rewordOutreach, { outreachId, title: 'Kelas kemasan', message });
  expect(await reword('Halo {nama}', anActor(office, 'head'))).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(await reword('Halo {tanggal}')).toMatchObject({ refusal: { fields: [{ path: 'message' }] } });
  expect(await reword('Halo {nama}!')).toMatchObject({ ok: true });
  const person = await next();
  expect(
    await execute(services, officer, openChat, { recipientId: person!.recipientId, site }),
  ).toMatchObject({
    value: { link: 'https://wa.me/6281234560000?text=Halo%20A!' },
  });
  await execute(services, officer, closeOutreach, { outreachId });
  expect(await reword('Lain')).toMatchObject({ refusal: { code: 'wrong_state' } });
});

test('when only those who were skipped are left it is said once a round', async () => {
  const { services, officer, outreachId, next, say } = await aQueue(['Siti', 'Budi']);
  const page = async (again: number) => {
    const person = await next();
    const view = reachPermissions['reach.contact'];
    return must(
      await read(services, officer, view, (context) =>
        queuePage(context, outreachId, person, { again, site }),
      ),
    );
  };
  const skip = async (again: number) => say((await page(again))!.person!.recipientId, 'skipped');
  await skip(0);
  await skip(0);
  expect(await page(0)).toMatchObject({ person: null, skipped: 1, left: 2 });
  expect(await page(1)).toMatchObject({ person: { skips: 1 }, skipped: null });
  await skip(1);
  await skip(1);
  expect(await page(1)).toMatchObject({ person: null, skipped: 2 });
});
