import { expect, test } from 'vitest';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { whatsappCloudChannel } from '#platform/messages/whatsapp-cloud-channel.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { whatsappDouble } from '#testing/whatsapp-double.ts';
import { agrees, anOutreach, peopleOf, setUpSending } from '../factory.ts';
import { stopContact } from './keep-consent.server.ts';
import { freshPace, sendDue } from './send-due.server.ts';
import { pauseSending, settleDoubt, startSending } from './steer-sending.server.ts';

const template = { templateName: 'kelas_ekspor', templateLanguage: 'id', templateCategory: 'utility' };

/** `agreed` of `people` have said yes to WhatsApp; the list is being sent. */
async function aSending(people = 3, agreed = people) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const provider = await whatsappDouble(office);
  setUpSending(services, provider.settings);
  const ids: string[] = [];
  for (let at = 0; at < people; at++) {
    const given = {
      name: `Batik ${at}`,
      owner: `Siti ${at}`,
      phone: `+628123456${String(at).padStart(2, '0')}00`,
    };
    const { enterpriseId } = await anEnterprise(services, officer, given);
    if (at < agreed) await agrees(services, officer, enterpriseId);
    ids.push(enterpriseId);
  }
  const outreachId = await anOutreach(services, officer, ids);
  const started = await execute(services, officer, startSending, { outreachId, ...template });
  let now = TEST_NOW.getTime();
  const pace = freshPace();
  const signal = new AbortController().signal;
  const channel = whatsappCloudChannel(provider.settings, { patienceMs: 400 });
  const round = () => sendDue(services, channel, office, pace, signal);
  /** The worker looks every so often while time passes. */
  const pass = async (minutes: number, everySeconds = 60) => {
    for (let left = minutes * 60; left > 0; left -= everySeconds) {
      now += everySeconds * 1_000;
      services.setNow(new Date(now));
      await round();
    }
  };
  const sends = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('messageSends').selectAll().orderBy('sendId').execute(),
    );
  const statuses = async () => (await sends()).map(({ status }) => status);
  return { services, office, officer, provider, ids, outreachId, started, round, pass, sends, statuses };
}

test('who agreed is written to once, by the approved template; the others stay with the officers', async () => {
  const { services, office, officer, provider, outreachId, started, round, sends } = await aSending(3, 2);
  expect(started).toMatchObject({ value: { people: 2 } });
  await round();
  await round();
  expect(provider.taken.map(({ to, template, parameters }) => [to, template, parameters])).toEqual([
    ['6281234560000', 'kelas_ekspor', ['Siti 0', 'Batik 0', 'Dinas UMKM 33.75']],
    ['6281234560100', 'kelas_ekspor', ['Siti 1', 'Batik 1', 'Dinas UMKM 33.75']],
  ]);
  expect((await sends()).map(({ status, cost, attempts }) => [status, cost, attempts])).toEqual([
    ['accepted', 350, 1],
    ['accepted', 350, 1],
  ]);
  expect((await peopleOf(services, office, outreachId)).map(({ lane, state }) => [lane, state])).toEqual([
    ['auto', 'sent'],
    ['auto', 'sent'],
    ['chat', 'waiting'],
  ]);
  expect(await execute(services, officer, startSending, { outreachId, ...template })).toMatchObject({
    refusal: { code: 'consent_missing' },
  });
});

test('without a number set up, without the right, or for another office nothing is sent', async () => {
  const { services, office, officer, outreachId } = await aSending(1);
  const start = (actor = officer) => execute(services, actor, startSending, { outreachId, ...template });
  expect(await start(anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await start(anActor('33.25'))).toMatchObject({ refusal: { code: 'unavailable' } });
  Object.assign(services.env, { GAWANGAN_WHATSAPP_OFFICE: '33.25' });
  expect(await start()).toMatchObject({ refusal: { code: 'unavailable' } });
});

test('a provider away for an hour: nothing is lost, nothing is sent twice', async () => {
  const { provider, round, pass, statuses } = await aSending(5);
  provider.moods.push('accept', 'accept');
  await provider.goDown();
  await round();
  await pass(60);
  expect(await statuses()).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
  await provider.comeBack();
  await pass(10);
  expect(await statuses()).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted']);
  expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(5);
  expect(provider.taken).toHaveLength(5);
});

test('a provider that answers 500 in its own words for an hour is asked less and less', async () => {
  const { provider, round, pass, statuses } = await aSending(3);
  provider.usual.mood = { refuse: 131000, status: 500 };
  await round();
  await pass(60, 10);
  expect(provider.calls()).toBeLessThan(20);
  provider.usual.mood = 'accept';
  await pass(10);
  expect(await statuses()).toEqual(['accepted', 'accepted', 'accepted']);
  expect(provider.taken).toHaveLength(3);
});

test('429 with Retry-After is waited for', async () => {
  const { provider, round, pass } = await aSending(2);
  provider.moods.push({ refuse: 130429, status: 429, retryAfter: '120' });
  await round();
  await pass(1, 10);
  expect(provider.calls()).toBe(1);
  await pass(2, 10);
  expect(provider.taken).toHaveLength(2);
});

test('a call that broke off is in doubt: never sent again by itself, only when a person says so', async () => {
  const { services, officer, provider, round, pass, sends, statuses } = await aSending(2);
  provider.moods.push('accept_then_cut');
  await round();
  await pass(60);
  expect(await statuses()).toEqual(['doubtful', 'accepted']);
  expect(provider.taken).toHaveLength(2); // the provider did take it: a second one would have been read twice
  const [send] = await sends();
  const settle = (decision: string) =>
    execute(services, officer, settleDoubt, { sendId: send!.sendId, decision });
  expect(await settle('again')).toMatchObject({ ok: true });
  expect(await settle('again')).toMatchObject({ refusal: { code: 'wrong_state' } });
  await pass(1);
  expect(await statuses()).toEqual(['accepted', 'accepted']);
  expect(provider.taken).toHaveLength(3);
});

test('three calls in a row of which nobody knows: a person looks before more go out', async () => {
  const { services, officer, provider, outreachId, pass, statuses } = await aSending(5);
  provider.usual.mood = { bare: 502 };
  await pass(60);
  expect(await statuses()).toEqual(['doubtful', 'doubtful', 'doubtful', 'waiting', 'waiting']);
  expect(provider.calls()).toBe(3);
  provider.usual.mood = 'accept';
  await pass(60);
  expect(provider.taken).toEqual([]);
  await execute(services, officer, pauseSending, { outreachId, resume: 'true' });
  await pass(10);
  expect(await statuses()).toEqual(['doubtful', 'doubtful', 'doubtful', 'accepted', 'accepted']);
});

test('a program killed between call and record: the message is in doubt, not sent again', async () => {
  const { services, office, provider, round, statuses } = await aSending(2);
  await withOffice(services.db, office, (trx) =>
    trx
      .updateTable('messageSends')
      .set({ status: 'sending', calledAt: TEST_NOW, attempts: 1 })
      .where('sendId', '=', (eb) => eb.selectFrom('messageSends').select('sendId').orderBy('sendId').limit(1))
      .execute(),
  );
  await round();
  expect(await statuses()).toEqual(['doubtful', 'accepted']);
  expect(provider.taken).toHaveLength(1);
});

test('two workers at once send each message once', async () => {
  const { provider, round } = await aSending(6);
  await Promise.all([round(), round(), round()]);
  expect(provider.taken).toHaveLength(6);
});

test('wrong number: a visit; closed window: an officer writes; neither costs anything', async () => {
  const { services, office, outreachId, provider, round, sends } = await aSending(3);
  provider.moods.push({ refuse: 131026 }, { refuse: 131047 });
  await round();
  expect((await peopleOf(services, office, outreachId)).map(({ lane, state }) => [lane, state])).toEqual([
    ['visit', 'wrong_number'],
    ['chat', 'waiting'],
    ['auto', 'sent'],
  ]);
  expect((await sends()).map(({ status, errorCode, cost }) => [status, errorCode, cost])).toEqual([
    ['failed', '131026', 0],
    ['failed', '131047', 0],
    ['accepted', null, 350],
  ]);
});

test('a wrong token or template halts the list with its reason, and nothing is lost', async () => {
  const { services, office, officer, outreachId, provider, round, statuses } = await aSending(2);
  provider.moods.push({ refuse: 132001, status: 404 });
  await round();
  const [list] = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('outreaches').selectAll().execute(),
  );
  expect([list?.sending, list?.pauseReason]).toEqual(['paused', '132001']);
  expect(provider.calls()).toBe(1);
  await execute(services, officer, pauseSending, { outreachId, resume: 'true' });
  await round();
  expect(await statuses()).toEqual(['accepted', 'accepted']);
});

test('who says stop between the list and the call gets nothing', async () => {
  const { services, officer, ids, provider, round, statuses } = await aSending(2);
  await execute(services, officer, stopContact, { enterpriseId: ids[0] });
  await round();
  expect(await statuses()).toEqual(['dropped', 'accepted']);
  expect(provider.taken).toHaveLength(1);
});

test('nothing goes out in quiet hours, nor more than the day’s measure', async () => {
  const { services, provider, round, pass } = await aSending(3);
  Object.assign(services.env, { GAWANGAN_QUIET_HOURS: '9-12' });
  await round(); // ten in the morning
  await pass(60);
  expect(provider.calls()).toBe(0);
  Object.assign(services.env, { GAWANGAN_WHATSAPP_PER_DAY: 2 });
  await pass(120);
  expect(provider.taken).toHaveLength(2);
  await pass(24 * 60, 600);
  expect(provider.taken).toHaveLength(3);
});
