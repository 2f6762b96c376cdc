import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { execute } from '#platform/command.server.ts';
import { connect, withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { findCommitmentOf, listCommitments, sumByLine } from '../commitment-store.server.ts';
import { aBudgetLine, anIntake, aProgramme, intakeFacts } from '../factory.ts';
import { findIntake } from '../intake-store.server.ts';
import { addLine, editLine, setCeiling } from './budget-lines.server.ts';
import { editIntake } from './edit-intake.server.ts';
import { postponeForCeiling } from './postpone-for-ceiling.server.ts';
import { recordSpending, releaseRest, takeBackSpending } from './spendings.server.ts';
import { steerIntake } from './steer-intake.server.ts';

/** A line of Rp 20.000.000, and intakes of Rp 15.000.000 each. */
async function aFundedProgramme(amount = 20_000_000) {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const programmeId = await aProgramme(services, admin);
  const budgetLineId = await aBudgetLine(services, admin, { amount });
  const plan = (given = {}) => anIntake(services, admin, programmeId, { budgetLineId, ...given });
  const steer = (intakeId: string, action: string, by: Actor = admin, on: Services = services) =>
    execute(on, by, steerIntake, { intakeId, action });
  const sums = () =>
    withOffice(services.db, office, async (trx) =>
      (await sumByLine(trx, office, [budgetLineId])).get(budgetLineId),
    );
  const commitmentOf = (intakeId: string) =>
    withOffice(services.db, office, (trx) => findCommitmentOf(trx, office, intakeId));
  const statusOf = (intakeId: string) =>
    withOffice(services.db, office, async (trx) => (await findIntake(trx, office, intakeId))?.status);
  const pay = async (intakeId: string, payment: number, more = {}) =>
    execute(services, admin, recordSpending, {
      spendingId: newId(),
      commitmentId: (await commitmentOf(intakeId))?.commitmentId,
      amount: payment,
      spentOn: '2026-05-05',
      documentNumber: 'SP2D/1',
      ...more,
    });
  return {
    services,
    office,
    admin,
    programmeId,
    budgetLineId,
    plan,
    steer,
    sums,
    commitmentOf,
    statusOf,
    pay,
  };
}

test('opening an intake promises seats × cost per seat, and nothing is promised before', async () => {
  const { plan, steer, sums } = await aFundedProgramme();
  const intakeId = await plan();
  expect(await sums()).toBeUndefined();
  expect(await steer(intakeId, 'open')).toMatchObject({ value: { status: 'open' } });
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 0 });
});

test('no new promise passes the ceiling, and who is refused is told what is left', async () => {
  const { plan, steer, sums, statusOf } = await aFundedProgramme();
  await steer(await plan(), 'open');
  const late = await plan({ name: 'Angkatan 2 tahun 2026' });
  const outcome = await steer(late, 'open');
  expect(outcome).toMatchObject({
    refusal: {
      code: 'budget_exceeded',
      details: { left: 5_000_000, wanted: 15_000_000, lacking: 10_000_000 },
    },
  });
  expect(!outcome.ok && refusalMessage(outcome.refusal, 'id')).toContain(
    'sisa Rp 5.000.000, diperlukan Rp 15.000.000',
  );
  expect(await statusOf(late)).toBe('planned');
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 0 });
});

test('fifty officers who commit the last of a budget at once: the ceiling holds, and every loser is told what is left', async () => {
  const { services, office, plan, sums, steer } = await aFundedProgramme(50_000_000);
  const intakes: string[] = [];
  for (let at = 1; at <= 50; at++) intakes.push(await plan({ name: `Angkatan ${at} tahun 2026` }));
  const connected = connect(services.appDatabaseUrl, { max: 25 });
  onTestFinished(() => connected.close());
  const crowd = { ...services, db: connected.db };
  const outcomes = await Promise.all(
    intakes.map((intakeId) => steer(intakeId, 'open', anActor(office, 'officer'), crowd)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  for (const outcome of outcomes)
    if (!outcome.ok)
      expect(outcome.refusal).toMatchObject({ code: 'budget_exceeded', details: { left: 5_000_000 } });
  expect(await sums()).toEqual({ committed: 45_000_000, spent: 0 });
});

test('one intake clicked open by ten at once is promised its money once', async () => {
  const { services, office, plan, steer, sums } = await aFundedProgramme();
  const intakeId = await plan();
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => steer(intakeId, 'open', anActor(office), services)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.refusal.code === 'wrong_state')).toHaveLength(9);
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 0 });
});

test('more seats in an open intake are more money, under the same check; fewer are always allowed', async () => {
  const { services, admin, plan, steer, sums, commitmentOf, budgetLineId } = await aFundedProgramme();
  const intakeId = await plan();
  await steer(intakeId, 'open');
  const edit = (seats: number, revision: number) =>
    execute(services, admin, editIntake, { ...intakeFacts, budgetLineId, seats, intakeId, revision });
  expect(await edit(41, 2)).toMatchObject({
    refusal: { code: 'budget_exceeded', details: { left: 20_000_000 } },
  });
  expect(await edit(40, 2)).toMatchObject({ ok: true });
  expect(await sums()).toEqual({ committed: 20_000_000, spent: 0 });
  expect(await edit(10, 3)).toMatchObject({ ok: true });
  expect((await commitmentOf(intakeId))?.amount).toBe(5_000_000);
  expect(await edit(12, 3)).toMatchObject({ refusal: { code: 'conflict_stale' } });
});

test('moving an intake to another line moves its promise, unless something was paid from the first', async () => {
  const { services, office, admin, plan, steer, sums, pay, commitmentOf } = await aFundedProgramme();
  const other = await aBudgetLine(services, admin, { amount: 15_000_000 });
  const [moved, kept] = [await plan(), await plan({ seats: 10, name: 'Angkatan 2 tahun 2026' })];
  await steer(moved, 'open');
  await steer(kept, 'open');
  const edit = (intakeId: string, seats: number) =>
    execute(services, admin, editIntake, {
      ...intakeFacts,
      budgetLineId: other,
      seats,
      intakeId,
      revision: 2,
    });
  expect(await edit(moved, 30)).toMatchObject({ ok: true });
  expect(await sums()).toEqual({ committed: 5_000_000, spent: 0 });
  expect((await commitmentOf(moved))?.budgetLineId).toBe(other);
  const history = await withOffice(services.db, office, (trx) =>
    listCommitments(trx, office, { intakeId: moved }),
  );
  expect(history.map(({ status }) => status)).toEqual(['released', 'active']);
  await pay(kept, 1_000_000);
  expect(await edit(kept, 10)).toMatchObject({ refusal: { fields: [{ path: 'budgetLineId' }] } });
});

test('postponing gives back what was not paid; taking it up again asks the ceiling anew', async () => {
  const { plan, steer, sums, pay, statusOf } = await aFundedProgramme();
  const first = await plan();
  await steer(first, 'open');
  await pay(first, 2_000_000);
  await steer(first, 'postpone');
  expect(await sums()).toEqual({ committed: 2_000_000, spent: 2_000_000 });
  expect(await pay(first, 1_000_000)).toMatchObject({ refusal: { code: 'wrong_state' } });
  const second = await plan({ name: 'Angkatan 2 tahun 2026' });
  await steer(second, 'open');
  await steer(first, 'resume');
  expect(await statusOf(first)).toBe('planned');
  expect(await steer(first, 'open')).toMatchObject({
    refusal: { code: 'budget_exceeded', details: { left: 5_000_000 } },
  });
  await steer(second, 'cancel');
  expect(await steer(first, 'open')).toMatchObject({ ok: true });
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 2_000_000 });
});

test('a ceiling that falls below what is committed releases nothing by itself; the office chooses what to postpone', async () => {
  const { services, admin, office, plan, steer, sums, statusOf, budgetLineId } =
    await aFundedProgramme(45_000_000);
  const intakes: string[] = [];
  for (const number of [1, 2, 3]) intakes.push(await plan({ name: `Angkatan ${number} tahun 2026` }));
  for (const intakeId of intakes) await steer(intakeId, 'open');
  const shift = { amount: 30_000_000, effectiveOn: '2026-05-01', documentNumber: 'DPPA/2026/7' };
  expect(await execute(services, admin, setCeiling, { budgetLineId, ...shift })).toMatchObject({ ok: true });
  expect(await sums()).toEqual({ committed: 45_000_000, spent: 0 });
  expect(await Promise.all(intakes.map(statusOf))).toEqual(['open', 'open', 'open']);
  const postpone = (intakeIds: string[], by = admin) =>
    execute(services, by, postponeForCeiling, { budgetLineId, intakeIds });
  expect(await postpone([intakes[0]!, newId()])).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await statusOf(intakes[0]!)).toBe('open');
  const twice = await Promise.all([postpone([intakes[2]!]), postpone([intakes[2]!], anActor(office))]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sums()).toEqual({ committed: 30_000_000, spent: 0 });
});

test('a ceiling of a later day does not count before it, one of another year is refused', async () => {
  const { services, admin, budgetLineId, plan, steer } = await aFundedProgramme();
  const set = (effectiveOn: string, amount: string) =>
    execute(services, admin, setCeiling, { budgetLineId, amount, effectiveOn, documentNumber: 'DPPA/1' });
  expect(await set('2026-09-01', '1 jt')).toMatchObject({ ok: true });
  expect(await steer(await plan(), 'open')).toMatchObject({ ok: true });
  expect(await set('2027-01-01', '5 M')).toMatchObject({ refusal: { fields: [{ path: 'effectiveOn' }] } });
});

test('what was paid never passes what is committed; a payment sent twice is kept once', async () => {
  const { plan, steer, sums, pay } = await aFundedProgramme();
  const intakeId = await plan();
  await steer(intakeId, 'open');
  const spendingId = newId();
  expect(await pay(intakeId, 10_000_000, { spendingId })).toMatchObject({ ok: true });
  expect(await pay(intakeId, 10_000_000, { spendingId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await pay(intakeId, 5_000_001)).toMatchObject({
    refusal: { code: 'budget_exceeded', details: { left: 5_000_000, wanted: 5_000_001 } },
  });
  expect(await pay(intakeId, 1, { spentOn: '2026-05-07' })).toMatchObject({
    refusal: { fields: [{ path: 'spentOn', code: 'date_in_future' }] },
  });
  const rush = await Promise.all([pay(intakeId, 4_000_000), pay(intakeId, 4_000_000)]);
  expect(rush.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 14_000_000 });
});

test('a wrong payment is taken back by a line of its own, once, and may then be paid right', async () => {
  const { services, admin, plan, steer, sums, pay } = await aFundedProgramme();
  const intakeId = await plan();
  await steer(intakeId, 'open');
  const spendingId = newId();
  await pay(intakeId, 15_000_000, { spendingId });
  const back = () => execute(services, admin, takeBackSpending, { spendingId, reason: 'Salah kegiatan' });
  const both = await Promise.all([back(), back()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 0 });
  expect(await pay(intakeId, 12_000_000)).toMatchObject({ ok: true });
});

test('what a finished intake did not need is given back only when a person says so', async () => {
  const { services, admin, plan, steer, sums, pay, commitmentOf } = await aFundedProgramme();
  const intakeId = await plan();
  await steer(intakeId, 'open');
  await pay(intakeId, 12_000_000);
  const commitmentId = (await commitmentOf(intakeId))?.commitmentId;
  const release = () => execute(services, admin, releaseRest, { commitmentId });
  expect(await release()).toMatchObject({ refusal: { code: 'wrong_state' } });
  for (const action of ['close', 'start', 'finish']) await steer(intakeId, action);
  expect(await sums()).toEqual({ committed: 15_000_000, spent: 12_000_000 });
  expect(await release()).toMatchObject({ value: { released: 3_000_000 } });
  expect(await sums()).toEqual({ committed: 12_000_000, spent: 12_000_000 });
  expect(await release()).toMatchObject({ refusal: { code: 'already_done' } });
});

test('ceilings are set by head and data officer, payments by officers, all of the whole office', async () => {
  const { services, office, budgetLineId, plan, steer, commitmentOf } = await aFundedProgramme();
  const shift = { budgetLineId, amount: 1, effectiveOn: '2026-05-01', documentNumber: 'X' };
  for (const role of ['officer', 'companion', 'partner'] as const)
    expect(await execute(services, anActor(office, role), setCeiling, shift)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  expect(await execute(services, anActor(office, 'head'), setCeiling, shift)).toMatchObject({ ok: true });
  const local = anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' });
  const intakeId = await plan({ costPerSeat: 0 });
  expect(await steer(intakeId, 'open', local)).toMatchObject({ refusal: { code: 'forbidden' } });
  await steer(intakeId, 'open');
  expect(await commitmentOf(intakeId)).toBeNull();
  await anOffice(services, '33.25');
  const elsewhere = await execute(services, anActor('33.25', 'head'), setCeiling, shift);
  expect(elsewhere).toMatchObject({ refusal: { code: 'not_found' } });
});

test('a code stands once a year, and every deed has its line in the audit', async () => {
  const { services, office, admin, budgetLineId } = await aFundedProgramme();
  const line = {
    fiscalYear: 2026,
    code: '2.17.07',
    name: 'Pelatihan',
    amount: '1,5 M',
    effectiveOn: '2026-01-02',
    documentNumber: 'DPA/1',
  };
  expect(await execute(services, admin, addLine, line)).toMatchObject({ ok: true });
  expect(await execute(services, admin, addLine, line)).toMatchObject({ refusal: { code: 'duplicate' } });
  const mended = { budgetLineId, revision: 1, code: '2.17.08', name: 'Pengembangan usaha mikro' };
  expect(await execute(services, admin, editLine, mended)).toMatchObject({ ok: true });
  expect(await execute(services, admin, editLine, mended)).toMatchObject({
    refusal: { code: 'conflict_stale' },
  });
  const trail = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select(['action', 'details']).where('action', 'like', 'budget.%').execute(),
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'budget.line_added',
    'budget.line_added',
    'budget.line_edited',
  ]);
  expect(trail[1]?.details).toMatchObject({ amount: 1_500_000_000, documentNumber: 'DPA/1' });
});
