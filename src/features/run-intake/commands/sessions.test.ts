import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aSeatedIntake, aSession } from '../factory.ts';
import { listSessions } from '../session-store.server.ts';
import { addSession, cancelSession, changeSession, fillDays } from './keep-sessions.server.ts';

async function anIntakeToPlan() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await aSeatedIntake(services, officer, { people: 0 });
  const sessions = () => withOffice(services.db, office, (trx) => listSessions(trx, office, intakeId));
  return { services, office, officer, intakeId, sessions };
}

test('one click makes a session of 08.00–15.00 WIB for every day, and a second click none', async () => {
  const { services, officer, intakeId, sessions } = await anIntakeToPlan();
  expect(await execute(services, officer, fillDays, { intakeId })).toMatchObject({ value: { added: 3 } });
  expect(await execute(services, officer, fillDays, { intakeId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const made = await sessions();
  expect(made.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-05-06T01:00:00.000Z',
    '2026-05-07T01:00:00.000Z',
    '2026-05-08T01:00:00.000Z',
  ]);
  expect(made[0]).toMatchObject({ endsAt: new Date('2026-05-06T08:00:00Z'), place: 'Aula dinas' });
});

test('two who fill the days at once make each day once', async () => {
  const { services, officer, intakeId, sessions } = await anIntakeToPlan();
  await Promise.all([1, 2].map(() => execute(services, officer, fillDays, { intakeId })));
  expect(await sessions()).toHaveLength(3);
});

test('a session sent twice is one; one that ends before it begins is none', async () => {
  const { services, officer, intakeId, sessions } = await anIntakeToPlan();
  const given = { intakeId, sessionId: newId(), day: '2026-05-06', from: '19:00', to: '21:00' };
  await execute(services, officer, addSession, given);
  expect(await execute(services, officer, addSession, given)).toMatchObject({ ok: true });
  expect(await sessions()).toHaveLength(1);
  expect(
    await execute(services, officer, addSession, { ...given, sessionId: newId(), to: '08:00' }),
  ).toMatchObject({ refusal: { fields: [{ path: 'to' }] } });
});

test('the second of two edits is told, and a session called off may be put back', async () => {
  const { services, officer, intakeId, sessions } = await anIntakeToPlan();
  const sessionId = await aSession(services, officer, intakeId);
  const change = { sessionId, revision: 1, day: '2026-05-07', from: '9.00', to: '12.00', topic: 'Mutu' };
  expect(await execute(services, officer, changeSession, change)).toMatchObject({ ok: true });
  expect(await execute(services, officer, changeSession, change)).toMatchObject({
    refusal: { code: 'conflict_stale' },
  });
  const cancel = (cancelled: string) => execute(services, officer, cancelSession, { sessionId, cancelled });
  expect(await cancel('true')).toMatchObject({ ok: true });
  expect(await cancel('true')).toMatchObject({ refusal: { code: 'already_done' } });
  expect((await sessions())[0]).toMatchObject({ topic: 'Mutu', cancelledAt: services.clock() });
  expect(await cancel('false')).toMatchObject({ ok: true });
});

test('only people of the whole office plan sessions, and only of their own office', async () => {
  const { services, office, officer, intakeId } = await anIntakeToPlan();
  const sessionId = await aSession(services, officer, intakeId);
  const other = anActor(await anOffice(services, '33.25'));
  const ofVillage = anActor(office, 'officer', { kind: 'village', code: '33.75.01.1001' });
  for (const actor of [anActor(office, 'companion'), anActor(office, 'head'), ofVillage])
    expect(await execute(services, actor, fillDays, { intakeId })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  expect(await execute(services, other, fillDays, { intakeId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await execute(services, other, cancelSession, { sessionId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
