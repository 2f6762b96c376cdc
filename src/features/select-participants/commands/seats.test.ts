import { expect, test } from 'vitest';
import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake, aProgramme } from '#features/plan-programme/factory.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { mergeEnterprises } from '#features/register-enterprise/index.server.ts';
import { withdrawApplication } from '#features/take-applications/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { formatInstant } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { AFTER_CLOSE, aLocked, anIntakeWithApplicants, decide } from '../factory.ts';
import { holdsSeat, listParticipants } from '../participant-store.server.ts';
import type { SelectionPlan } from '../rules/selection-plan.ts';
import { listOverrides, listSeatMoves } from '../seat-move-store.server.ts';
import { hashOfSeatCode, makeAnswerLinks } from './answer-links.server.ts';
import { answerByLink, answerOwnSeat, answerSeat, leaveSeat, takeSeatBack } from './answer-seat.server.ts';
import { greetOffered, seatLinks } from './greet-offered.server.ts';
import { offerSeats } from './offer-seats.server.ts';
import { askLine, giveInstead, overrideSeat } from './override-seat.server.ts';
import { seatDirectly } from './seat-directly.server.ts';
import { passSeatsOn } from './watch-seats.server.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

/** Two seats, offered to the first and the second of those who applied on 21 May; the intake begins on 3 June. */
async function offered(
  given: Parameters<typeof anIntakeWithApplicants>[2] = {},
  plan: Partial<SelectionPlan> = {},
) {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const head = anActor(office, 'head');
  const { intakeId, applicants, programmeId } = await anIntakeWithApplicants(services, actor, given);
  const selectionId = await aLocked(services, actor, [intakeId], plan);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  must(await inOneTransaction(services, actor, (context) => offerSeats(context, { selectionId })));
  const ids = applicants.map(({ enterpriseId }) => enterpriseId);
  const all = () => inOneTransaction(services, actor, ({ trx }) => listParticipants(trx, office, intakeId));
  const of = async (at: number) => (await all()).findLast(({ enterpriseId }) => enterpriseId === ids[at])!;
  /** Who is where: `1:offered` for the first applicant. */
  const seats = async () =>
    (await all()).map((one) => `${ids.indexOf(one.enterpriseId) + 1}:${one.status}`).sort();
  const moves = () => inOneTransaction(services, actor, ({ trx }) => listSeatMoves(trx, office, [intakeId]));
  const answer = async (at: number, said: 'confirm' | 'decline') =>
    execute(services, actor, answerSeat, { participantId: (await of(at)).participantId, answer: said });
  return {
    services,
    office,
    actor,
    head,
    intakeId,
    programmeId,
    selectionId,
    applicants,
    ids,
    all,
    of,
    seats,
    moves,
    answer,
  };
}

test('who was chosen is offered a seat, to be answered three days later at 23.59 WIB, once', async () => {
  const { services, actor, selectionId, all, seats } = await offered();
  expect(await seats()).toEqual(['1:offered', '2:offered']);
  expect(formatInstant((await all())[0]!.answerBy!.getTime())).toBe('24 Mei 2026, 23.59 WIB');
  const again = await inOneTransaction(services, actor, (context) => offerSeats(context, { selectionId }));
  expect(again).toMatchObject({ value: { offered: 0 } });
});

test('who declines gives the seat to the first on the waiting list at once, and how it went is kept', async () => {
  const { answer, seats, moves, of } = await offered();
  expect(await answer(0, 'decline')).toMatchObject({ value: { status: 'declined' } });
  expect(await seats()).toEqual(['1:declined', '2:offered', '3:offered']);
  const third = await of(2);
  expect(third).toMatchObject({ source: 'waiting_list', follows: (await of(0)).participantId });
  expect(await moves()).toMatchObject([{ vacated: third.follows, nextId: third.participantId, skipped: [] }]);
});

test('the same answer sent twice, also at once, moves one person up', async () => {
  const { answer, seats } = await offered();
  const outcomes = await Promise.all([answer(0, 'decline'), answer(0, 'decline')]);
  expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
  expect(await seats()).toEqual(['1:declined', '2:offered', '3:offered']);
});

test('two who decline at once give their seats to two people, never to one twice', async () => {
  const { answer, seats } = await offered();
  await Promise.all([answer(0, 'decline'), answer(1, 'decline')]);
  expect(await seats()).toEqual(['1:declined', '2:declined', '3:offered', '4:offered']);
});

test('silence after the last moment gives both seats on, also when two watches run at once; a confirmed seat stays', async () => {
  const { services, answer, seats } = await offered({ applicants: [{}, {}, {}, {}, {}], seats: 3 });
  await answer(1, 'confirm');
  services.setNow(new Date('2026-05-24T16:59:58Z'));
  await passSeatsOn(services);
  expect(await seats()).toEqual(['1:offered', '2:confirmed', '3:offered']);
  services.setNow(new Date('2026-05-24T17:00:00Z'));
  await Promise.all([passSeatsOn(services), passSeatsOn(services)]);
  expect(await seats()).toEqual(['1:silent', '2:confirmed', '3:silent', '4:offered', '5:offered']);
});

test('an answer that comes too late does not take the seat back from the next', async () => {
  const { services, answer, seats } = await offered();
  services.setNow(new Date('2026-05-25T01:00:00Z'));
  expect(await answer(0, 'confirm')).toMatchObject({ value: { status: 'silent', late: true } });
  expect(await seats()).toEqual(['1:silent', '2:silent', '3:offered', '4:offered']);
});

test('an application that was taken back gives its seat up, and nobody who took theirs back moves up', async () => {
  const { services, actor, applicants, seats, answer } = await offered();
  const withdraw = (at: number) =>
    execute(services, actor, withdrawApplication, {
      applicationId: applicants[at]!.applicationId,
      reason: 'pindah kota',
    });
  must(await withdraw(2));
  must(await withdraw(0));
  await passSeatsOn(services);
  expect(await seats()).toEqual(['1:left', '2:offered', '4:offered']);
  await answer(1, 'decline');
  expect(await seats()).toEqual(['1:left', '2:declined', '4:offered']);
});

test('who confirmed may still give the seat up, with the reason; then the line moves', async () => {
  const { services, actor, answer, of, seats } = await offered();
  await answer(0, 'confirm');
  const { participantId } = await of(0);
  expect(codeOf(await execute(services, actor, leaveSeat, { participantId, reason: '' }))).toBe(
    'invalid_input',
  );
  must(await execute(services, actor, leaveSeat, { participantId, reason: 'sakit' }));
  expect(await of(0)).toMatchObject({ status: 'left', statusReason: 'sakit' });
  expect(await seats()).toEqual(['1:left', '2:offered', '3:offered']);
  expect(codeOf(await answer(0, 'confirm'))).toBe('wrong_state');
});

test('a seat of an intake that is over can no longer be given up or taken back', async () => {
  const { services, actor, head, intakeId, of, answer, seats } = await offered();
  must(await answer(0, 'confirm'));
  for (const action of ['start', 'finish'])
    must(await execute(services, actor, steerIntake, { intakeId, action }));
  const { participantId } = await of(0);
  for (const [by, deed] of [
    [actor, leaveSeat],
    [head, takeSeatBack],
  ] as const)
    expect(codeOf(await execute(services, by, deed, { participantId, reason: 'pindah' }))).toBe(
      'wrong_state',
    );
  expect(await seats()).toContain('1:confirmed');
});

test('the line stands still once the intake has begun, unless the plan lets it move for some days', async () => {
  const still = await offered();
  must(
    await execute(still.services, still.actor, steerIntake, { intakeId: still.intakeId, action: 'start' }),
  );
  await still.answer(0, 'decline');
  expect(await still.seats()).toEqual(['1:declined', '2:offered']);
  expect(await still.moves()).toMatchObject([{ nextId: null, whyNone: 'line_ended' }]);
  const moving = await offered({}, { moveUpDays: 2 });
  must(
    await execute(moving.services, moving.actor, steerIntake, { intakeId: moving.intakeId, action: 'start' }),
  );
  await moving.answer(0, 'decline');
  expect(await moving.seats()).toEqual(['1:declined', '2:offered', '3:offered']);
});

test('who would leave a reserve short is passed over; where nobody keeps it, an officer decides', async () => {
  const quota = { tag: 'proposed' as const, intakeId: null, atLeast: { seats: 1 } };
  const { services, actor, answer, seats, moves, of, ids, intakeId } = await offered(
    { applicants: [{ proposedBy: 'Lurah' }, {}, {}, { proposedBy: 'Lurah' }, {}] },
    { reserves: [quota] },
  );
  await answer(0, 'decline');
  expect(await seats()).toEqual(['1:declined', '2:offered', '4:offered']);
  expect(await moves()).toMatchObject([
    { skipped: [{ enterpriseId: ids[2], limits: ['reserve:proposed'] }] },
  ]);
  await answer(3, 'decline');
  expect(await seats()).toEqual(['1:declined', '2:offered', '4:declined']);
  expect((await moves())[1]).toMatchObject({
    nextId: null,
    whyNone: 'only_without_reserve',
    instead: { enterpriseId: ids[2], limits: ['reserve:proposed'] },
  });
  const decision = {
    intakeId,
    vacated: (await of(3)).participantId,
    reason: 'tidak ada lagi yang diusulkan',
  };
  const give = (at: number) => execute(services, actor, giveInstead, { ...decision, enterpriseId: ids[at] });
  expect(codeOf(await give(4))).toBe('wrong_state');
  expect(codeOf(await give(2))).toBe('done');
  expect(codeOf(await give(2))).toBe('wrong_state');
  expect(await seats()).toEqual(['1:declined', '2:offered', '3:offered', '4:declined']);
});

test('an override names who gets the seat, who gives it up and why; only the head may', async () => {
  const { services, office, actor, head, intakeId, selectionId, ids, of, seats, answer } = await offered();
  const decision = {
    overrideId: newId(),
    intakeId,
    enterpriseId: ids[3],
    displacedId: (await of(0)).participantId,
    reason: 'berkasnya tertukar',
  };
  expect(codeOf(await execute(services, actor, overrideSeat, decision))).toBe('forbidden');
  const { reason: _, ...bare } = decision;
  expect(codeOf(await execute(services, head, overrideSeat, bare))).toBe('invalid_input');
  const clicks = () => execute(services, head, overrideSeat, decision);
  expect((await Promise.all([clicks(), clicks()])).map(codeOf)).toEqual(['done', 'done']);
  expect(await seats()).toEqual(['1:displaced', '2:offered', '4:offered']);
  const kept = await inOneTransaction(services, actor, ({ trx }) => listOverrides(trx, office, selectionId));
  expect(kept).toMatchObject([
    { enterpriseId: ids[3], displacedId: ids[0], reason: 'berkasnya tertukar', decidedBy: head.name },
  ]);
  // Displaced by a decision, they wait in their old place.
  await answer(1, 'decline');
  expect(await seats()).toContain('1:offered');
});

test('no intake gives more seats than it has: an override without a free seat is refused', async () => {
  const { services, head, intakeId, ids, answer, seats } = await offered({ applicants: [{}, {}, {}] });
  const decision = { overrideId: newId(), intakeId, enterpriseId: ids[2], reason: 'permintaan' };
  expect(codeOf(await execute(services, head, overrideSeat, decision))).toBe('quota_full');
  await answer(0, 'decline'); // the third moves up, nobody waits any more
  await answer(1, 'decline');
  expect(await seats()).toEqual(['1:declined', '2:declined', '3:offered']);
  expect(codeOf(await execute(services, head, overrideSeat, { ...decision, enterpriseId: ids[1] }))).toBe(
    'done',
  );
  const { enterpriseId } = await anEnterprise(services, anActor('33.75'));
  const more = { ...decision, overrideId: newId(), enterpriseId };
  expect(codeOf(await execute(services, head, overrideSeat, more))).toBe('quota_full');
});

test('a seat that is taken back goes to the next, and not to whom it was taken from', async () => {
  const { services, head, of, seats, answer } = await offered();
  const { participantId } = await of(0);
  must(await execute(services, head, takeSeatBack, { participantId, reason: 'data palsu' }));
  expect(await seats()).toEqual(['1:displaced', '2:offered', '3:offered']);
  await answer(1, 'decline');
  await answer(2, 'decline');
  expect(await seats()).toEqual(['1:displaced', '2:declined', '3:declined', '4:offered']);
});

test('seats that were added go to the waiting list when an officer asks it', async () => {
  const { services, actor, office, intakeId, seats } = await offered();
  await inOneTransaction(services, actor, ({ trx }) =>
    trx
      .updateTable('intakes')
      .set({ seats: 3 })
      .where('officeCode', '=', office)
      .where('intakeId', '=', intakeId)
      .execute(),
  );
  expect(await execute(services, actor, askLine, { intakeId })).toMatchObject({ value: { movedUp: 1 } });
  expect(await seats()).toEqual(['1:offered', '2:offered', '3:offered']);
  expect(await execute(services, actor, askLine, { intakeId })).toMatchObject({ value: { movedUp: 0 } });
});

test('an enterprise that was found to be one with a participant does not get a second seat', async () => {
  const { services, actor, answer, seats, ids } = await offered();
  const same = { survivorId: ids[1]!, mergedId: ids[2]!, kind: 'same' as const };
  must(await inOneTransaction(services, actor, (context) => mergeEnterprises(context, same)));
  await answer(0, 'decline');
  expect(await seats()).toEqual(['1:declined', '2:offered', '4:offered']);
});

test('without a selection seats are given one by one, up to what there is, and never twice to one', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const intakeId = await anIntake(services, actor, await aProgramme(services, actor), { seats: 1 });
  const { enterpriseId } = await anEnterprise(services, actor);
  const other = await anEnterprise(services, actor, { name: 'Lain' });
  const given = { participantId: newId(), intakeId, enterpriseId, reason: 'diundang mitra', answered: '1' };
  expect(codeOf(await execute(services, actor, seatDirectly, given))).toBe('done');
  expect(codeOf(await execute(services, actor, seatDirectly, given))).toBe('done');
  const again = { ...given, participantId: newId() };
  expect(codeOf(await execute(services, actor, seatDirectly, again))).toBe('already_done');
  const one = { ...again, enterpriseId: other.enterpriseId };
  expect(codeOf(await execute(services, actor, seatDirectly, one))).toBe('quota_full');
  expect(codeOf(await execute(services, anActor(office, 'partner'), seatDirectly, one))).toBe('forbidden');
  const all = await inOneTransaction(services, actor, ({ trx }) => listParticipants(trx, office, intakeId));
  expect(all.filter(holdsSeat)).toMatchObject([{ source: 'direct', status: 'confirmed' }]);
});

test('while somebody waits in line, nobody is seated past it without a decision', async () => {
  const { services, actor, intakeId, answer } = await offered();
  const { enterpriseId } = await anEnterprise(services, actor);
  await answer(0, 'confirm');
  const given = { participantId: newId(), intakeId, enterpriseId, reason: 'titipan', answered: '1' };
  expect(codeOf(await execute(services, actor, seatDirectly, given))).toBe('wrong_state');
});

test('a link answers for its own seat and no other, and only its hash is kept', async () => {
  const { services, office, actor, intakeId, of, seats } = await offered();
  const { participantId } = await of(0);
  const by = (code: string, answer: 'confirm' | 'decline') =>
    execute(services, systemActor(office, 'Lewat tautan'), answerByLink, {
      codeHash: hashOfSeatCode(code).toString('hex'),
      answer,
    });
  expect(codeOf(await by('aaaa-bbbb-cccc-dddd', 'confirm'))).toBe('not_found');
  const made = must(await execute(services, actor, makeAnswerLinks, { intakeId, participantId }));
  const code = made.links[0]!.path.split('/').at(-1)!;
  expect(await by(code.toUpperCase().replaceAll('-', ' '), 'confirm')).toMatchObject({
    value: { status: 'confirmed' },
  });
  expect(await seats()).toEqual(['1:confirmed', '2:offered']);
  expect((await of(0)).answeredBy).toBe('Lewat tautan');
  expect(JSON.stringify(await of(0))).not.toContain(code);
  expect(codeOf(await by(code, 'decline'))).toBe('wrong_state');
  const person = anActor(office, 'data_officer');
  const given = { codeHash: hashOfSeatCode(code).toString('hex'), answer: 'confirm' };
  expect(codeOf(await execute(services, person, answerByLink, given))).toBe('forbidden');
});

test('who has not answered is greeted by a list with a link of their own, made once', async () => {
  const { services, actor, intakeId, of, office, answer } = await offered();
  const first = must(await execute(services, actor, greetOffered, { intakeId }));
  expect(must(await execute(services, actor, greetOffered, { intakeId }))).toEqual(first);
  const origin = await inOneTransaction(services, actor, ({ trx }) =>
    trx
      .selectFrom('outreaches')
      .select(['originId', 'message'])
      .where('officeCode', '=', office)
      .where('outreachId', '=', first.outreachId)
      .executeTakeFirstOrThrow(),
  );
  expect(origin.message).toContain('{tautan}');
  const one = await of(0);
  const links = () =>
    inOneTransaction(services, actor, (context) =>
      seatLinks.linksFor(context, origin.originId!, [one.enterpriseId]),
    );
  const [path] = await links();
  expect((await of(0)).codeHash).toEqual(hashOfSeatCode(path!.split('/').at(-1)!));
  await answer(0, 'confirm');
  expect(await links()).toEqual([]);
});

test('an owner answers for the own enterprise and no other; another office finds nothing', async () => {
  const { services, office, actor, of } = await offered();
  const ownerOf = async (enterpriseId: string) =>
    inOneTransaction(services, actor, async ({ trx }) => {
      const row = await trx
        .selectFrom('enterprises')
        .select('ownerId')
        .where('officeCode', '=', office)
        .where('enterpriseId', '=', enterpriseId)
        .executeTakeFirstOrThrow();
      return anActor(office, 'owner', { kind: 'owner', code: row.ownerId! });
    });
  const [first, second] = [await of(0), await of(1)];
  const owner = await ownerOf(first.enterpriseId);
  const say = (by: typeof owner, participantId: string) =>
    execute(services, by, answerOwnSeat, { participantId, answer: 'confirm' });
  expect(codeOf(await say(owner, second.participantId))).toBe('not_found');
  expect(codeOf(await say(owner, first.participantId))).toBe('done');
  const elsewhere = anActor(await anOffice(services, '33.26'));
  const theirs = { participantId: second.participantId, answer: 'decline' };
  expect(codeOf(await execute(services, elsewhere, answerSeat, theirs))).toBe('not_found');
});
