import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { findAppeal } from '../appeal-store.server.ts';
import { AFTER_CLOSE, aLocked, anIntakeWithApplicants, decide } from '../factory.ts';
import { listParticipants } from '../participant-store.server.ts';
import { answerSeat } from './answer-seat.server.ts';
import { answerAppeal, askAppeal, askOwnAppeal } from './appeals.server.ts';
import { passSeatsOn } from './watch-seats.server.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

/** Two of five have a seat since 21 May. */
async function decided() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const head = anActor(office, 'head');
  const { intakeId, applicants } = await anIntakeWithApplicants(services, actor, {
    applicants: [{}, {}, {}, {}, {}],
  });
  const selectionId = await aLocked(services, actor, [intakeId]);
  const ask = (at: number, appealId = newId()) =>
    execute(services, actor, askAppeal, {
      appealId,
      applicationId: applicants[at]!.applicationId,
      question: 'Mengapa bukan saya?',
    });
  const early = await ask(4);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const all = () => inOneTransaction(services, actor, ({ trx }) => listParticipants(trx, office, intakeId));
  const ids = applicants.map(({ enterpriseId }) => enterpriseId);
  const seats = async () =>
    (await all()).map((one) => `${ids.indexOf(one.enterpriseId) + 1}:${one.status}`).sort();
  const seatOf = async (at: number) =>
    (await all()).findLast((one) => one.enterpriseId === ids[at])!.participantId;
  const find = (appealId: string) =>
    inOneTransaction(services, actor, ({ trx }) => findAppeal(trx, office, appealId));
  return { services, office, actor, head, intakeId, applicants, ids, early, ask, seats, seatOf, find };
}

test('a question is asked after the decision, once at a time, and is due five working days later', async () => {
  const { early, ask, find, seats } = await decided();
  expect(codeOf(early)).toBe('wrong_state');
  expect(codeOf(await ask(0))).toBe('wrong_state'); // has a seat
  const appealId = newId();
  expect(codeOf(await ask(4, appealId))).toBe('done');
  expect(codeOf(await ask(4, appealId))).toBe('done');
  expect(codeOf(await ask(4))).toBe('already_done');
  expect((await find(appealId))?.dueAt.toISOString()).toBe('2026-05-28T16:59:59.000Z');
  expect(await seats()).toEqual(['1:offered', '2:offered']);
});

test('an answer is given once and never written over, also by two at once', async () => {
  const { services, actor, head, ask, find } = await decided();
  const appealId = newId();
  must(await ask(4, appealId));
  const say = (by: typeof actor, answer: string) =>
    execute(services, by, answerAppeal, { appealId, status: 'rejected', answer });
  const outcomes = await Promise.all([say(actor, 'Nilainya di bawah.'), say(head, 'Tetap.')]);
  expect(outcomes.map(codeOf).sort()).toEqual(['already_done', 'done']);
  const kept = await find(appealId);
  expect(codeOf(await say(actor, 'Berubah pikiran'))).toBe('already_done');
  expect(await find(appealId)).toEqual(kept);
  expect(kept).toMatchObject({ status: 'rejected', outcome: null });
});

test('upheld for the waiting list, the next seat is theirs before all others', async () => {
  const { services, actor, ask, seats, seatOf } = await decided();
  const appealId = newId();
  must(await ask(4, appealId));
  const answer = { appealId, status: 'upheld', answer: 'Berkas Anda terlewat.', outcome: 'waiting_list' };
  must(await execute(services, actor, answerAppeal, answer));
  expect(await seats()).toEqual(['1:offered', '2:offered']);
  must(await execute(services, actor, answerSeat, { participantId: await seatOf(0), answer: 'decline' }));
  expect(await seats()).toEqual(['1:declined', '2:offered', '5:offered']);
  must(await execute(services, actor, answerSeat, { participantId: await seatOf(4), answer: 'decline' }));
  expect(await seats()).toEqual(['1:declined', '2:offered', '3:offered', '5:declined']);
});

test('who lost the seat to silence and is proven right is asked once more, when a seat is free at once', async () => {
  const { services, actor, ask, seats } = await decided();
  services.setNow(new Date('2026-05-25T01:00:00Z'));
  await passSeatsOn(services);
  services.setNow(new Date('2026-05-29T01:00:00Z'));
  await passSeatsOn(services);
  expect(await seats()).toEqual(['1:silent', '2:silent', '3:silent', '4:silent', '5:offered']);
  const appealId = newId();
  must(await ask(0, appealId));
  const answer = {
    appealId,
    status: 'upheld',
    answer: 'Nomor Anda salah kami catat.',
    outcome: 'waiting_list',
  };
  must(await execute(services, actor, answerAppeal, answer));
  expect(await seats()).toEqual(['1:offered', '1:silent', '2:silent', '3:silent', '4:silent', '5:offered']);
});

test('a seat by appeal needs a free one, or the head to say whose it is', async () => {
  const { services, actor, head, ask, seats, seatOf, find } = await decided();
  const appealId = newId();
  must(await ask(4, appealId));
  const answer = { appealId, status: 'upheld', answer: 'Benar, Anda yang berhak.', outcome: 'seat' };
  expect(codeOf(await execute(services, actor, answerAppeal, answer))).toBe('quota_full');
  expect((await find(appealId))?.status).toBe('open');
  const displacing = { ...answer, displacedId: await seatOf(1) };
  expect(codeOf(await execute(services, actor, answerAppeal, displacing))).toBe('forbidden');
  expect(codeOf(await execute(services, head, answerAppeal, displacing))).toBe('done');
  expect(await seats()).toEqual(['1:offered', '2:displaced', '5:offered']);
});

test('an owner asks for the own application only; companions and partners do not answer; another office finds nothing', async () => {
  const { services, office, actor, applicants, ask } = await decided();
  const owner = anActor(office, 'owner', { kind: 'owner', code: newId() });
  const question = { appealId: newId(), applicationId: applicants[4]!.applicationId };
  expect(codeOf(await execute(services, owner, askOwnAppeal, question))).toBe('not_found');
  const appealId = newId();
  must(await ask(4, appealId));
  const answer = { appealId, status: 'rejected', answer: 'Tidak.' };
  for (const role of ['companion', 'partner', 'owner', 'enumerator'] as const)
    expect(codeOf(await execute(services, anActor(office, role), answerAppeal, answer))).toBe('forbidden');
  const elsewhere = anActor(await anOffice(services, '33.26'));
  expect(codeOf(await execute(services, elsewhere, answerAppeal, answer))).toBe('not_found');
  expect(codeOf(await execute(services, actor, answerAppeal, { ...answer, status: 'upheld' }))).toBe(
    'invalid_input',
  );
});
