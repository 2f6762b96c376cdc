import { expect, test } from 'vitest';
import { merge } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anOutreach, peopleOf } from '../factory.ts';
import { createOutreach } from './create-outreach.server.ts';
import { logContact, recordConsent, stopContact } from './keep-consent.server.ts';
import { startOutreach } from './steer-outreach.server.ts';

async function aScene() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const register = (given: Parameters<typeof anEnterprise>[2]) => anEnterprise(services, officer, given);
  return { services, office, officer, register };
}

const facts = { title: 'Kelas', purpose: 'programme' as const, message: 'Halo {nama}' };

test('only officers of the whole office make a list; the other office’s enterprises are not there', async () => {
  const { services, office, officer, register } = await aScene();
  const { enterpriseId } = await register({ phone: '+6281234567890' });
  const form = { ...facts, formId: newId(), from: 'register', enterpriseIds: [enterpriseId] };
  for (const actor of [
    anActor(office, 'head'),
    anActor(office, 'enumerator'),
    anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' }),
  ])
    expect(await execute(services, actor, startOutreach, form)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  await anOffice(services, '33.25');
  expect(await execute(services, anActor('33.25'), startOutreach, form)).toMatchObject({
    refusal: { fields: [{ path: 'enterpriseIds', code: 'blank' }] },
  });
  expect(
    await execute(services, officer, startOutreach, { ...form, message: 'Halo {tanggal}' }),
  ).toMatchObject({ refusal: { fields: [{ path: 'message', code: 'wrong_format' }] } });
  expect(await execute(services, officer, startOutreach, form)).toMatchObject({
    value: { isNew: true, people: 1, byLane: { chat: 1 } },
  });
});

test('asked twice by the same origin, also at once, a list is made once', async () => {
  const { services, office, officer, register } = await aScene();
  const { enterpriseId } = await register({ phone: '+6281234567890' });
  const origin = { kind: 'eligibility', id: 'program-1/kurang-nib' };
  const make = () =>
    inOneTransaction(services, officer, (context) =>
      createOutreach(context, { ...facts, enterpriseIds: [enterpriseId], origin }),
    );
  const made = await Promise.all([make(), make(), make()]);
  const again = await make();
  const ids = new Set([...made, again].map((one) => one.ok && one.value.outreachId));
  expect(ids.size).toBe(1);
  expect(made.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
  const [lists, people, audit] = await withOffice(services.db, office, async (trx) => [
    await trx.selectFrom('outreaches').selectAll().execute(),
    await trx.selectFrom('outreachRecipients').selectAll().execute(),
    await trx.selectFrom('auditEvents').select('action').where('action', '=', 'outreach.created').execute(),
  ]);
  expect([lists.length, people.length, audit.length]).toEqual([1, 1, 1]);
});

test('one person for each phone: two enterprises of one owner, and a couple with one phone, are written to once', async () => {
  const { services, office, officer, register } = await aScene();
  const batik = await register({ name: 'Batik A', phone: '+6281234567890' });
  const stall = await register({ name: 'Warung B', ownerId: batik.ownerId });
  const wife = await register({ name: 'Katering C', owner: 'Slamet', phone: '+6281234567890' });
  const other = await register({ name: 'Tahu D', owner: 'Budi', phone: '+6281299998888' });
  const ids = [other, batik, stall, wife].map(({ enterpriseId }) => enterpriseId);
  const people = await peopleOf(services, office, await anOutreach(services, officer, ids));
  expect(people.map(({ place, lane, ownerId }) => [place, lane, ownerId])).toEqual([
    [1, 'chat', other.ownerId],
    [2, 'chat', batik.ownerId],
  ]);
  const links = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('outreachEnterprises')
      .select('enterpriseId')
      .where('recipientId', '=', people[1]!.recipientId)
      .execute(),
  );
  expect(links.map(({ enterpriseId }) => enterpriseId).sort()).toEqual([...ids.slice(1)].sort());
});

test('without a phone a letter goes to the kelurahan; a landline is no chat', async () => {
  const { services, office, officer, register } = await aScene();
  const without = await register({ name: 'Tanpa HP' });
  const landline = await register({ name: 'Telepon rumah', owner: 'Wati', phone: '+62285421234' });
  const ids = [without, landline].map(({ enterpriseId }) => enterpriseId);
  const people = await peopleOf(services, office, await anOutreach(services, officer, ids));
  expect(people.map(({ lane, laneReason }) => [lane, laneReason])).toEqual([
    ['letter', 'no_phone'],
    ['letter', 'no_phone'],
  ]);
});

test('a merged record is reached by the one that stands for it', async () => {
  const { services, office, officer, register } = await aScene();
  const one = await register({ name: 'Batik A', phone: '+6281234567890' });
  const two = await register({ name: 'Batik A (ganda)', owner: 'Siti A', phone: '+6281299998888' });
  const outcome = await execute(services, officer, merge, {
    survivorId: one.enterpriseId,
    mergedId: two.enterpriseId,
    kind: 'same',
  });
  expect(outcome).toMatchObject({ ok: true });
  const ids = [two, one].map(({ enterpriseId }) => enterpriseId);
  const people = await peopleOf(services, office, await anOutreach(services, officer, ids));
  expect(people).toHaveLength(1);
});

test('promotion goes to those only who said yes; who said no or stop is left alone in every purpose', async () => {
  const { services, office, officer, register } = await aScene();
  const shops = await Promise.all(
    ['yes', 'no', 'stop', 'silent'].map((name, at) =>
      register({ name, owner: name, phone: `+62812345678${at}0` }),
    ),
  );
  const [yes, no, stop] = shops.map(({ enterpriseId }) => enterpriseId);
  const said = { channel: 'whatsapp', proof: 'form', saidOn: '2026-05-01' };
  const consent = (enterpriseId: string, purpose: string, answer: string) =>
    execute(services, officer, recordConsent, { enterpriseId, purpose, answer, ...said });
  expect(await consent(yes!, 'promotion', 'given')).toMatchObject({ ok: true });
  expect(await consent(no!, 'promotion', 'given')).toMatchObject({ ok: true });
  expect(await consent(no!, 'promotion', 'withdrawn')).toMatchObject({ ok: true });
  expect(await consent(no!, 'programme', 'withdrawn')).toMatchObject({ ok: true });
  expect(await execute(services, officer, stopContact, { enterpriseId: stop })).toMatchObject({ ok: true });
  const ids = shops.map(({ enterpriseId }) => enterpriseId);
  const lanesFor = async (purpose: string) =>
    (await peopleOf(services, office, await anOutreach(services, officer, ids, { purpose }))).map(
      ({ laneReason }) => laneReason,
    );
  expect(await lanesFor('promotion')).toEqual([null, 'withdrawn', 'opted_out', 'no_consent']);
  expect(await lanesFor('programme')).toEqual([null, 'withdrawn', 'opted_out', null]);
  expect(await lanesFor('service')).toEqual([null, null, 'opted_out', null]);
  expect(await execute(services, officer, stopContact, { enterpriseId: stop, resume: 'true' })).toMatchObject(
    { ok: true },
  );
  expect(await lanesFor('service')).toEqual([null, null, null, null]);
});

test('a companion writes down what an owner of the own village said, and of no other', async () => {
  const { office, services, register } = await aScene();
  const { enterpriseId } = await register({ phone: '+6281234567890', village: '33.75.04.1004' });
  const say = (village: string) => {
    const companion = anActor(office, 'companion', { kind: 'village', code: village });
    return Promise.all([
      execute(services, companion, recordConsent, {
        enterpriseId,
        channel: 'whatsapp',
        purpose: 'programme',
        answer: 'given',
        proof: 'spoken',
        saidOn: '2026-05-05',
      }),
      execute(services, companion, logContact, {
        enterpriseId,
        channel: 'visit',
        purpose: 'programme',
        result: 'met',
      }),
    ]);
  };
  expect(await say('33.75.04.1004')).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await say('33.75.04.1003')).toMatchObject([
    { refusal: { code: 'not_found' } },
    { refusal: { code: 'not_found' } },
  ]);
});

test('consent is dated by the day it was said, needs an owner, and cannot lie in the future', async () => {
  const { services, office, officer, register } = await aScene();
  const { enterpriseId } = await register({ phone: '+6281234567890' });
  const say = (answer: string, saidOn: string, actor = officer) =>
    execute(services, actor, recordConsent, {
      enterpriseId,
      channel: 'whatsapp',
      purpose: 'promotion',
      answer,
      proof: 'spoken',
      saidOn,
    });
  expect(await say('given', '2026-05-07')).toMatchObject({
    refusal: { fields: [{ path: 'saidOn', code: 'date_in_future' }] },
  });
  expect(await say('given', '2026-05-05', anActor(office, 'head'))).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  await say('withdrawn', '2026-05-05');
  await say('given', '2026-04-01'); // an older form, found later
  const [person] = await peopleOf(
    services,
    office,
    await anOutreach(services, officer, [enterpriseId], { purpose: 'promotion' }),
  );
  expect(person?.laneReason).toBe('withdrawn');
});
