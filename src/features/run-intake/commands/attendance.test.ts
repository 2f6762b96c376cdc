import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aPartner, aProgramme } from '../../plan-programme/factory.ts';
import { listMarks } from '../attendance-store.server.ts';
import { aSeatedIntake, aSession } from '../factory.ts';
import { marksThatCount, placeOf } from '../rules/attendance-state.ts';
import { cancelSession } from './keep-sessions.server.ts';
import { recordMarks, saveSheet, scanPresent } from './mark-attendance.server.ts';

async function aSessionToday() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId, seated } = await aSeatedIntake(services, officer);
  const sessionId = await aSession(services, officer, intakeId);
  const marks = () => withOffice(services.db, office, (trx) => listMarks(trx, office, [sessionId]));
  const states = async () => {
    const counting = marksThatCount(await marks());
    return seated.map(
      ({ participantId }) => counting.get(placeOf({ sessionId, participantId }))?.state ?? null,
    );
  };
  const sheet = (...given: (string | { state: string; reason: string })[]) =>
    seated.map(({ participantId }, at) => {
      const line = given[at] ?? 'present';
      return { participantId, shown: null, ...(typeof line === 'string' ? { state: line } : line) };
    });
  return { services, office, officer, intakeId, sessionId, seated, marks, states, sheet };
}

test('all were there except one who was ill: one save, and saving again changes nothing', async () => {
  const { services, officer, sessionId, sheet, states, marks } = await aSessionToday();
  const lines = sheet('present', { state: 'excused', reason: 'Sakit' });
  expect(await execute(services, officer, saveSheet, { sessionId, lines })).toMatchObject({
    value: { written: 3 },
  });
  expect(await execute(services, officer, saveSheet, { sessionId, lines })).toMatchObject({
    value: { written: 0 },
  });
  expect(await states()).toEqual(['present', 'excused', 'present']);
  expect((await marks()).find(({ state }) => state === 'excused')?.reason).toBe('Sakit');
});

test('a correction counts, and what it corrected is kept', async () => {
  const { services, officer, sessionId, sheet, states, marks } = await aSessionToday();
  await execute(services, officer, saveSheet, { sessionId, lines: sheet('absent') });
  services.setNow(new Date('2026-05-06T04:00:00Z'));
  const shown = (state: string) => ({ state });
  const lines = sheet('late').map((line, at) => ({ ...line, shown: shown(at === 0 ? 'absent' : 'present') }));
  expect(await execute(services, officer, saveSheet, { sessionId, lines })).toMatchObject({
    value: { written: 1 },
  });
  expect(await states()).toEqual(['late', 'present', 'present']);
  expect(await marks()).toHaveLength(4);
});

test('two who save the same sheet at once leave one mark each', async () => {
  const { services, officer, sessionId, sheet, marks } = await aSessionToday();
  await Promise.all([1, 2].map(() => execute(services, officer, saveSheet, { sessionId, lines: sheet() })));
  expect(await marks()).toHaveLength(3);
});

test('nobody is marked before the day, at a session that was called off, or from another intake', async () => {
  const { services, officer, intakeId, sessionId, sheet } = await aSessionToday();
  const tomorrow = await aSession(services, officer, intakeId, '2026-05-07');
  expect(await execute(services, officer, saveSheet, { sessionId: tomorrow, lines: sheet() })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  const elsewhere = await aSeatedIntake(services, officer, { word: 'Lain' });
  const lines = elsewhere.seated.map(({ participantId }) => ({
    participantId,
    state: 'present',
    shown: null,
  }));
  expect(await execute(services, officer, saveSheet, { sessionId, lines })).toMatchObject({
    refusal: { code: 'invalid_input' },
  });
  await execute(services, officer, cancelSession, { sessionId });
  expect(await execute(services, officer, saveSheet, { sessionId, lines: sheet() })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('a partner marks in its own intakes and in no others; another office in none', async () => {
  const { services, office, officer, sessionId, sheet } = await aSessionToday();
  const partnerId = await aPartner(services, officer);
  const partner = anActor(office, 'partner', { kind: 'partner', code: partnerId });
  const stranger = anActor(await anOffice(services, '33.25'));
  for (const actor of [partner, stranger])
    expect(await execute(services, actor, saveSheet, { sessionId, lines: sheet() })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  const programmeId = await aProgramme(services, officer, { name: 'Milik mitra', partnerId });
  const own = await aSeatedIntake(services, officer, { word: 'Mitra', programmeId });
  const ownSession = await aSession(services, officer, own.intakeId);
  const lines = own.seated.map(({ participantId }) => ({ participantId, state: 'present', shown: null }));
  expect(await execute(services, partner, saveSheet, { sessionId: ownSession, lines })).toMatchObject({
    value: { written: 3 },
  });
  expect(
    await execute(services, anActor(office, 'head'), saveSheet, { sessionId, lines: sheet() }),
  ).toMatchObject({ refusal: { code: 'forbidden' } });
});

test('a code marks present whose it is, once, and nobody by a code that is none', async () => {
  const { services, officer, sessionId, seated, marks } = await aSessionToday();
  const scan = (code: string) => execute(services, officer, scanPresent, { sessionId, code });
  const { participantId } = seated[1]!;
  expect(await scan(participantId)).toMatchObject({ value: { participantId, again: false } });
  expect(await scan(participantId)).toMatchObject({ value: { again: true } });
  expect(await marks()).toMatchObject([{ participantId, state: 'present', via: 'qr' }]);
  expect(await scan('00000000')).toMatchObject({ refusal: { fields: [{ path: 'code' }] } });
});

test('marks of another system: sent twice kept once, each refused one says why', async () => {
  const { services, officer, intakeId, sessionId, seated, marks } = await aSessionToday();
  const tomorrow = await aSession(services, officer, intakeId, '2026-05-07');
  const mark = (more: object) => ({
    markId: newId(),
    sessionId,
    participantId: seated[0]!.participantId,
    state: 'present',
    markedAt: '2026-05-06T08:05:00+07:00',
    ...more,
  });
  const sent = [
    mark({}),
    mark({ sessionId: newId() }),
    mark({ participantId: newId() }),
    mark({ sessionId: tomorrow }),
  ];
  const send = () => execute(services, officer, recordMarks, { intakeId, marks: sent });
  const answer = {
    value: {
      kept: [sent[0]!.markId],
      refused: [{ code: 'no_session' }, { code: 'no_participant' }, { code: 'too_early' }],
    },
  };
  expect(await send()).toMatchObject(answer);
  expect(await send()).toMatchObject(answer);
  expect(await marks()).toMatchObject([{ markedAt: new Date('2026-05-06T01:05:00Z') }]);
});
