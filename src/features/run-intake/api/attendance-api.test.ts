import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { listMarks } from '../attendance-store.server.ts';
import { makeTrainerLink, revokeTrainerLink } from '../commands/trainer-links.server.ts';
import { aSeat, aSeatedIntake, aSession } from '../factory.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import type { AttendanceWork, MarksAnswer } from '../rules/attendance-wire.ts';
import { makeAttendanceApi } from './attendance-api.server.ts';

async function aTrainersPhone() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId, seated } = await aSeatedIntake(services, officer);
  const sessionId = await aSession(services, officer, intakeId);
  const linkId = newId();
  const made = await execute(services, officer, makeTrainerLink, {
    intakeId,
    linkId,
    trainerName: 'Bu Ratna',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const api = makeAttendanceApi(services);
  const bearer = (code: string) => ({ Authorization: `Bearer ${code}`, 'Content-Type': 'application/json' });
  const work = (code = made.value.code) => api.request('/work', { headers: bearer(code) });
  const send = (marks: object[], { code = made.value.code, sentAt = services.clock().toISOString() } = {}) =>
    api.request('/marks', { method: 'POST', headers: bearer(code), body: JSON.stringify({ sentAt, marks }) });
  const mark = (at: number, state: string, markedAt: string, more = {}) => ({
    markId: newId(),
    sessionId,
    participantId: seated[at]!.participantId,
    state,
    reason: null,
    markedAt,
    ...more,
  });
  const marks = () => withOffice(services.db, office, (trx) => listMarks(trx, office, [sessionId]));
  return { services, office, officer, intakeId, sessionId, seated, linkId, made, work, send, mark, marks };
}

test('the phone is told names, enterprises and sessions of its intake, and nothing else of anybody', async () => {
  const { services, officer, work, intakeId, seated } = await aTrainersPhone();
  const elsewhere = await aSeatedIntake(services, officer, { word: 'Rahasia' });
  await aSeat(services, officer, {
    intakeId,
    enterpriseId: elsewhere.seated[0]!.enterpriseId,
    status: 'declined',
  });
  const answer = await work();
  const told = (await answer.json()) as AttendanceWork;
  expect(told).toMatchObject({ trainer: 'Bu Ratna', intake: 'Angkatan 1', validTo: '2026-05-15' });
  expect(told.people).toEqual(
    seated.map(({ participantId }, at) => ({
      participantId,
      name: `Pemilik ${at + 1}`,
      enterprise: `Peserta ${at + 1}`,
    })),
  );
  expect(JSON.stringify(told)).not.toContain('Rahasia');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('marks that arrive late, twice and out of order are each kept once, and the one said last counts', async () => {
  const { send, mark, marks } = await aTrainersPhone();
  const said = mark(0, 'late', '2026-05-06T01:20:00Z');
  const before = mark(0, 'absent', '2026-05-06T01:05:00Z', { reason: 'Belum datang' });
  const kept = async (sent: object[]) => ((await (await send(sent)).json()) as MarksAnswer).kept;
  expect(await kept([said])).toEqual([said.markId]);
  expect(await kept([before, said])).toEqual([before.markId, said.markId]);
  expect(await marks()).toHaveLength(2);
  expect([...marksThatCount(await marks()).values()]).toMatchObject([
    { state: 'late', via: 'trainer', markedBy: 'Bu Ratna' },
  ]);
});

test('a phone whose clock is a day fast cannot win over what is said after it', async () => {
  const { send, mark, marks } = await aTrainersPhone();
  await send([mark(0, 'absent', '2026-05-07T02:50:00Z')], { sentAt: '2026-05-07T03:00:00Z' });
  expect(await marks()).toMatchObject([{ markedAt: new Date('2026-05-06T02:50:00Z') }]);
});

test('a mark with an impossible day or letter hinders none of those sent with it', async () => {
  const { send, mark, marks } = await aTrainersPhone();
  const odd = [
    mark(0, 'excused', '2026-05-06T01:00:00Z', { reason: 'Sa\0kit' }),
    mark(1, 'present', '0001-01-01T00:00:00Z'),
  ];
  expect((await send(odd, { sentAt: '9999-12-31T23:59:59Z' })).status).toBe(200);
  expect((await marks()).map(({ reason }) => reason)).toEqual(expect.arrayContaining(['Sakit', null]));
});

test('with the link of one intake nobody of another is marked', async () => {
  const { services, officer, send, mark, marks } = await aTrainersPhone();
  const other = await aSeatedIntake(services, officer, { word: 'Lain' });
  const otherSession = await aSession(services, officer, other.intakeId);
  const answer = (await (
    await send([
      mark(0, 'present', '2026-05-06T01:00:00Z', { sessionId: otherSession }),
      mark(0, 'present', '2026-05-06T01:00:00Z', { participantId: other.seated[0]!.participantId }),
    ])
  ).json()) as MarksAnswer;
  expect(answer).toMatchObject({ kept: [], refused: [{ code: 'no_session' }, { code: 'no_participant' }] });
  expect(await marks()).toEqual([]);
});

test('a revoked, an expired and an unknown link are told apart, and nothing is kept or shown', async () => {
  const { services, officer, linkId, work, send, mark, marks } = await aTrainersPhone();
  const said = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const one = [mark(0, 'present', '2026-05-06T01:00:00Z')];
  for (const code of ['', '33.75', '33.75.aaaaa-aaaaa-aaaaa-aaaaa', '99.99.aaaaa-aaaaa-aaaaa-aaaaa']) {
    expect(await said(await work(code))).toEqual([401, 'unknown']);
    expect(await said(await send(one, { code }))).toEqual([401, 'unknown']);
  }
  services.setNow(new Date('2026-05-16T03:00:00Z'));
  expect(await said(await work())).toEqual([401, 'expired']);
  services.setNow(new Date('2026-05-06T03:00:00Z'));
  expect(await execute(services, officer, revokeTrainerLink, { linkId })).toMatchObject({ ok: true });
  expect(await said(await work())).toEqual([401, 'revoked']);
  expect(await said(await send(one))).toEqual([401, 'revoked']);
  expect(await marks()).toEqual([]);
});

test('a code of one office opens nothing in another', async () => {
  const { services, made, work } = await aTrainersPhone();
  await anOffice(services, '33.25');
  expect((await work(made.value.code.replace('33.75', '33.25'))).status).toBe(401);
});

test('what is no list of marks, or too long a one, is refused whole', async () => {
  const { send, mark, marks } = await aTrainersPhone();
  const many = Array.from({ length: 501 }, () => mark(0, 'present', '2026-05-06T01:00:00Z'));
  expect((await send(many)).status).toBe(400);
  expect((await send([{ markId: 'x' }])).status).toBe(400);
  expect((await send([mark(0, 'present', 'kemarin')])).status).toBe(400);
  expect(await marks()).toEqual([]);
});

test('a phone that asks without end is told to wait', async () => {
  const { work } = await aTrainersPhone();
  const answers = [];
  for (let at = 0; at < 61; at += 1) answers.push((await work()).status);
  expect(answers.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(answers[60]).toBe(429);
});

test('a link is made and revoked by people of the whole office, and its code is kept nowhere', async () => {
  const { services, office, intakeId, linkId, made } = await aTrainersPhone();
  const partner = anActor(office, 'companion');
  expect(
    await execute(services, partner, makeTrainerLink, { intakeId, linkId: newId(), trainerName: 'x' }),
  ).toMatchObject({ refusal: { code: 'forbidden' } });
  const other = anActor(await anOffice(services, '33.25'));
  expect(await execute(services, other, revokeTrainerLink, { linkId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  const rows = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('trainerLinks').selectAll().execute(),
  );
  const audit = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').selectAll().execute(),
  );
  const secret = made.value.code.slice('33.75.'.length);
  expect(JSON.stringify([rows, audit])).not.toContain(secret);
});
