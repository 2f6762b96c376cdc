import { expect, test } from 'vitest';
import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { aBudgetLine } from '#features/plan-programme/factory.ts';
import { anApplication } from '#features/take-applications/factory.ts';
import { withdrawApplication } from '#features/take-applications/index.server.ts';
import type { Role } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { verifyFile } from '#selection/node/verify-file.ts';
import { readSelectionFile } from '#selection/selection-file.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { AFTER_CLOSE, aDraft, aLocked, anIntakeWithApplicants, byArrival, decide } from '../factory.ts';
import { officialRun } from '../queries/official-run.server.ts';
import { resultSheet } from '../queries/result-sheet.server.ts';
import { resultSheets } from '../rules/result-sheets.ts';
import { findSelection, listRuns } from '../selection-store.server.ts';
import { createSelection } from './create-selection.server.ts';
import { dropSelection } from './drop-selection.server.ts';
import { editPlan } from './edit-plan.server.ts';
import { exportSelection } from './export-selection.server.ts';
import { lockSelection } from './lock-selection.server.ts';
import { runSelection } from './run-selection.server.ts';

const codeOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? 'done' : [outcome.refusal.code, outcome.refusal.details?.hindrance].filter(Boolean).join(' ');

async function anOfficeWith(given: Parameters<typeof anIntakeWithApplicants>[2] = {}) {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const intake = await anIntakeWithApplicants(services, actor, given);
  const lastAudit = () =>
    inOneTransaction(services, actor, async ({ trx }) => {
      const row = trx
        .selectFrom('auditEvents')
        .select(['action', 'details'])
        .orderBy('eventId', 'desc')
        .limit(1);
      return row.executeTakeFirst();
    });
  return { services, office, actor, ...intake, lastAudit };
}

test('the official run seats the highest points, says why to each, and its file is found again and proven', async () => {
  const { services, office, actor, intakeId, applicants } = await anOfficeWith();
  const selectionId = await aLocked(services, actor, [intakeId]);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const official = await inOneTransaction(services, actor, ({ trx }) =>
    officialRun(trx, office, selectionId),
  );
  const ids = applicants.map(({ enterpriseId }) => enterpriseId);
  expect(official?.results.map((one) => [one.enterpriseId, one.rank, one.seated, one.waitingPlace])).toEqual([
    [ids[0], 1, true, null],
    [ids[1], 2, true, null],
    [ids[2], 3, false, 1],
    [ids[3], 4, false, 2],
  ]);
  expect(official?.results[2]?.reason).toMatchObject({
    outcome: 'waiting',
    lowestScore: 750_000,
    score: 500_000,
    takers: 4,
    seats: 2,
  });
  expect(official).toMatchObject({ seed: 'umum-2026', intakeIds: [intakeId] });
  expect(await verifyFile(official!.file)).toMatchObject({ identical: true, certified: true });
});

test('of two clicks on the official run at once one decides, and there is no second run', async () => {
  const { services, office, actor, intakeId } = await anOfficeWith();
  const selectionId = await aLocked(services, actor, [intakeId]);
  services.setNow(AFTER_CLOSE);
  must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
  const run = () => runSelection(services, actor, { selectionId, kind: 'official' });
  const outcomes = await Promise.all([run(), run()]);
  expect(outcomes.map(codeOf).sort()).toEqual(['already_done', 'done']);
  expect(codeOf(await run())).toBe('already_done');
  const runs = await inOneTransaction(services, actor, ({ trx }) => listRuns(trx, office, selectionId));
  expect(runs.map(({ kind }) => kind)).toEqual(['official']);
});

test('locking is refused once applications have closed, or while no close is set', async () => {
  const { services, actor, intakeId } = await anOfficeWith({ applicants: [{}] });
  const selectionId = await aDraft(services, actor, [intakeId]);
  services.setNow(AFTER_CLOSE);
  const lock = { selectionId, revision: 2 };
  expect(codeOf(await execute(services, actor, lockSelection, lock))).toBe('wrong_state applications_closed');
});

test('the official run waits for the lock, for the close of applications, and for the intake to be closed', async () => {
  const { services, actor, intakeId } = await anOfficeWith({ applicants: [{}] });
  const selectionId = await aDraft(services, actor, [intakeId]);
  const run = async () => codeOf(await runSelection(services, actor, { selectionId, kind: 'official' }));
  expect(await run()).toBe('wrong_state not_locked');
  must(await execute(services, actor, lockSelection, { selectionId, revision: 2 }));
  expect(await run()).toBe('wrong_state applications_open');
  services.setNow(AFTER_CLOSE);
  expect(await run()).toBe('wrong_state intake_not_closed');
  must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
  expect(await run()).toBe('done');
});

test('a trial never uses the published seed, however it is written, and a seed that was tried is never published', async () => {
  const { services, actor, intakeId } = await anOfficeWith();
  const selectionId = await aDraft(services, actor, [intakeId]);
  const trial = (seed: string) => runSelection(services, actor, { selectionId, kind: 'trial', seed });
  expect(codeOf(await trial('Undian 17'))).toBe('done');
  const lock = (seed: string) =>
    execute(services, actor, lockSelection, { selectionId, revision: 2, seed, seedSource: 'papan' });
  expect(codeOf(await lock('undian  17'))).toBe('wrong_state seed_tried');
  expect(codeOf(await lock('Undian 18'))).toBe('done');
  expect(codeOf(await trial('UNDIAN 18 '))).toBe('wrong_state seed_published');
  expect(codeOf(await trial('undian 19'))).toBe('done');
});

test('a published plan is changed by nothing: not edited, not dropped, not locked anew, not begun again', async () => {
  const { services, office, actor, intakeId } = await anOfficeWith();
  const selectionId = await aLocked(services, actor, [intakeId]);
  const read = () => inOneTransaction(services, actor, ({ trx }) => findSelection(trx, office, selectionId));
  const before = (await read())!;
  const { revision } = before;
  const other = { ...byArrival, criteria: [{ kind: 'produces', weight: 5 }] };
  expect(codeOf(await execute(services, actor, editPlan, { selectionId, revision, plan: other }))).toBe(
    'wrong_state',
  );
  expect(codeOf(await execute(services, actor, dropSelection, { selectionId, reason: 'lain' }))).toBe(
    'wrong_state',
  );
  expect(codeOf(await execute(services, actor, lockSelection, { selectionId, revision }))).toBe(
    'wrong_state not_draft',
  );
  const again = { selectionId: newId(), intakeIds: [intakeId] };
  expect(codeOf(await execute(services, actor, createSelection, again))).toBe('already_done');
  expect(
    codeOf(await execute(services, actor, createSelection, { selectionId, intakeIds: [intakeId] })),
  ).toBe('done');
  const weights = { order: 1 };
  const trial = { selectionId, kind: 'trial', change: { weights, moreSeats: 50 } };
  expect(codeOf(await runSelection(services, actor, trial))).toBe('done');
  expect(await read()).toEqual(before);
});

test('what if there were more seats: who gains is on record, and the plan stays as it is', async () => {
  const { services, office, actor, intakeId, applicants } = await anOfficeWith();
  const selectionId = await aLocked(services, actor, [intakeId]);
  must(await runSelection(services, actor, { selectionId, kind: 'trial', change: { moreSeats: 50 } }));
  const [run] = await inOneTransaction(services, actor, ({ trx }) => listRuns(trx, office, selectionId));
  expect(run).toMatchObject({
    kind: 'trial',
    seats: 3,
    whatIf: {
      gain: [{ candidate: applicants[2]!.enterpriseId, intake: intakeId }],
      lose: [],
      before: { seats: 2 },
    },
  });
});

test('a reserve that cannot be kept is told with how much of it could be, and nothing is decided', async () => {
  const { services, office, actor, intakeId, lastAudit } = await anOfficeWith();
  const reserves = [{ tag: 'women' as const, intakeId: null, atLeast: { percent: 50 } }];
  const selectionId = await aLocked(services, actor, [intakeId], { reserves });
  services.setNow(AFTER_CLOSE);
  must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
  const outcome = await runSelection(services, actor, { selectionId, kind: 'official' });
  expect(outcome).toMatchObject({ ok: true, value: { outcome: 'clash' } });
  const [run] = await inOneTransaction(services, actor, ({ trx }) => listRuns(trx, office, selectionId));
  expect(run?.clashes).toMatchObject([
    { rows: [{ kind: 'reserve', code: 'women', limit: 1, applicants: 0, reachable: 0 }] },
  ]);
  expect((await lastAudit())?.action).toBe('selection.not_decided');
  const after = await inOneTransaction(services, actor, ({ trx }) => findSelection(trx, office, selectionId));
  expect(after?.status).toBe('locked');
});

test('what was withdrawn before the run is no candidate, and a quota of proposals by others holds', async () => {
  const { services, office, actor, intakeId, applicants } = await anOfficeWith({
    applicants: [{ proposedBy: 'Lurah' }, { proposedBy: 'Lurah' }, {}, {}],
  });
  const quotas = [{ tag: 'proposed' as const, intakeId: null, atMost: { percent: 50 } }];
  const selectionId = await aLocked(services, actor, [intakeId], { quotas });
  const gone = { applicationId: applicants[2]!.applicationId, reason: 'tidak jadi' };
  must(await execute(services, actor, withdrawApplication, gone));
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const official = await inOneTransaction(services, actor, ({ trx }) =>
    officialRun(trx, office, selectionId),
  );
  const seated = official?.results.filter((one) => one.seated).map(({ enterpriseId }) => enterpriseId);
  expect(seated).toEqual([applicants[0]!.enterpriseId, applicants[3]!.enterpriseId]);
  expect(official?.results).toHaveLength(3);
});

test('two intakes that share a line share what it allows, and an enterprise gets one seat', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const budgetLineId = await aBudgetLine(services, anActor(office, 'head'), { amount: 400 });
  const line = { budgetLineId, costPerSeat: 100, seats: 2 };
  const one = await anIntakeWithApplicants(services, actor, { ...line, name: 'Satu' });
  const two = await anIntakeWithApplicants(services, actor, {
    ...line,
    name: 'Dua',
    programmeId: one.programmeId,
    applicants: [{}, {}],
  });
  const { enterpriseId } = one.applicants[0]!;
  await anApplication(services, actor, two.intakeId, { enterpriseId });
  const intakeIds = [one.intakeId, two.intakeId];
  const selectionId = await aLocked(services, actor, intakeIds);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, intakeIds);
  const official = await inOneTransaction(services, actor, ({ trx }) =>
    officialRun(trx, office, selectionId),
  );
  expect(official?.file.problem.budgets).toEqual([{ code: budgetLineId, ceiling: 400 }]);
  expect(official?.results.filter(({ seated }) => seated)).toHaveLength(4);
  const both = official?.results.filter((row) => row.enterpriseId === enterpriseId);
  expect(both?.map(({ reason }) => reason.outcome).sort()).toEqual(['elsewhere', 'seated']);
});

test('the workbook holds the whole file, and who downloads it is on record', async () => {
  const { services, actor, intakeId, lastAudit } = await anOfficeWith();
  const selectionId = await aLocked(services, actor, [intakeId]);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const { withFile } = must(
    await execute(services, actor, exportSelection, { selectionId, what: 'workbook' }),
  );
  expect((await lastAudit())?.action).toBe('selection.exported');
  const told = await inOneTransaction(services, actor, (context) =>
    resultSheet({ ...context, actor, scopes: [{ kind: 'office', code: actor.officeCode }] }, selectionId),
  );
  const sheets = resultSheets({ ...told!, withFile });
  const text = sheets
    .at(-1)!
    .rows.map(([, piece]) => piece)
    .join('');
  const { file } = readSelectionFile(text);
  expect(await verifyFile(file!)).toMatchObject({ identical: true, certified: true });
});

test('the file of a selection that counts disability is for those who may see it in the register', async () => {
  const { services, actor, intakeId } = await anOfficeWith();
  const reserves = [{ tag: 'disability' as const, intakeId: null, atLeast: { seats: 0 } }];
  const selectionId = await aLocked(services, actor, [intakeId], { reserves });
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const asked = { selectionId, what: 'file' };
  const head = anActor(actor.officeCode, 'head');
  expect(codeOf(await execute(services, head, exportSelection, asked))).toBe('forbidden');
  expect(codeOf(await execute(services, actor, exportSelection, asked))).toBe('done');
  const workbook = { selectionId, what: 'workbook' };
  expect(await execute(services, head, exportSelection, workbook)).toMatchObject({
    value: { withFile: false },
  });
});

test('another office and other roles get nowhere', async () => {
  const { services, actor, intakeId } = await anOfficeWith({ applicants: [{}] });
  const selectionId = await aDraft(services, actor, [intakeId]);
  const other = anActor(await anOffice(services, '33.26'));
  const lock = { selectionId, revision: 2 };
  expect(codeOf(await execute(services, other, lockSelection, lock))).toBe('not_found');
  expect(codeOf(await runSelection(services, other, { selectionId, kind: 'trial' }))).toBe('not_found');
  const begin = { selectionId: newId(), intakeIds: [intakeId] };
  expect(codeOf(await execute(services, other, createSelection, begin))).toBe('not_found');
  for (const role of ['companion', 'enumerator', 'partner', 'owner'] satisfies Role[]) {
    const by = anActor(actor.officeCode, role);
    expect(codeOf(await execute(services, by, lockSelection, lock))).toBe('forbidden');
    expect(codeOf(await runSelection(services, by, { selectionId, kind: 'trial' }))).toBe('forbidden');
  }
  const ofVillage = anActor(actor.officeCode, 'officer', { kind: 'village', code: '33.75.04.1004' });
  expect(codeOf(await execute(services, ofVillage, lockSelection, lock))).toBe('not_found');
});

test('a draft that changed meanwhile is not overwritten, and dropped it frees its intake', async () => {
  const { services, actor, intakeId, lastAudit } = await anOfficeWith({ applicants: [{}] });
  const selectionId = await aDraft(services, actor, [intakeId]);
  const stale = { selectionId, revision: 1, plan: byArrival };
  expect(codeOf(await execute(services, actor, editPlan, stale))).toBe('conflict_stale');
  const empty = { selectionId, revision: 2, plan: { ...byArrival, criteria: [] } };
  expect(codeOf(await execute(services, actor, editPlan, empty))).toBe('invalid_input');
  must(await execute(services, actor, dropSelection, { selectionId, reason: 'diganti' }));
  expect((await lastAudit())?.action).toBe('selection.dropped');
  await aDraft(services, actor, [intakeId]);
});
