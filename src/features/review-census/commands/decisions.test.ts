import { expect, test } from 'vitest';
import { addDays } from '#kernel/calendar.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { recordVisits } from '../../plan-census/index.server.ts';
import { insertCandidatePairs } from '../../resolve-duplicates/index.server.ts';
import { aFrameRow, aRound, aSubmission, type SubmissionGiven } from '../factory.ts';
import { approveSubmission } from './approve-submission.server.ts';
import { sendBack, setAside } from './send-back.server.ts';
import { undoReview } from './undo-review.server.ts';

async function anOfficeWithARow() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const round = await aRound(services, officer);
  const row = await aFrameRow(services, officer, round, { status: 'assigned' });
  const ask = <Row>(query: (trx: Parameters<Parameters<typeof withOffice>[2]>[0]) => Promise<Row>) =>
    withOffice(services.db, office, query);
  /** The phone hands it in. */
  const answer = async (verdict: string, given: SubmissionGiven = {}) => {
    const submissionId = await aSubmission(services, officer, round, row, { verdict, ...given });
    if (given.isFinished !== false)
      await ask((trx) =>
        recordVisits(trx, office, [{ rowId: row.rowId, verdict, visitedOn: '2026-05-06' }] as never),
      );
    return submissionId;
  };
  const note = 'Fotonya kurang jelas';
  return {
    services,
    office,
    officer,
    round,
    row,
    ask,
    answer,
    approve: (submissionId: string, more = {}) =>
      execute(services, officer, approveSubmission, { submissionId, ...more }),
    sendBack: (submissionId: string) => execute(services, officer, sendBack, { submissionId, note }),
    setAside: (submissionId: string) => execute(services, officer, setAside, { submissionId, note }),
    undo: (submissionId: string) => execute(services, officer, undoReview, { submissionId }),
    rowNow: async () => {
      const { status, verdict } = await ask((trx) =>
        trx
          .selectFrom('censusRows')
          .select(['status', 'verdict'])
          .where('rowId', '=', row.rowId)
          .executeTakeFirstOrThrow(),
      );
      return [status, verdict];
    },
    statusOf: async (submissionId: string) => {
      const { status } = await ask((trx) =>
        trx
          .selectFrom('submissions')
          .select('status')
          .where('submissionId', '=', submissionId)
          .executeTakeFirstOrThrow(),
      );
      return status;
    },
  };
}

test('a draft that was rescued goes back to be completed; taken back, the row is to be visited as before', async () => {
  const world = await anOfficeWithARow();
  const draft = await world.answer('produces', { isFinished: false });
  expect(await world.sendBack(draft)).toMatchObject({ ok: true });
  expect((await world.rowNow())[0]).toBe('sent_back');
  expect(await world.undo(draft)).toMatchObject({ ok: true });
  expect(await world.rowNow()).toEqual(['assigned', null]);
});

test('a second answer that is approved takes the place of the first; taken back, the first holds again', async () => {
  const world = await anOfficeWithARow();
  const first = await world.answer('produces');
  await world.approve(first);
  const second = await world.answer('closed');
  expect(await world.rowNow()).toEqual(['contested', 'produces']);
  await world.approve(second);
  expect([await world.rowNow(), await world.statusOf(first)]).toEqual([['approved', 'closed'], 'replaced']);
  expect(await world.undo(first)).toMatchObject({ ok: false });
  await world.undo(second);
  expect([await world.rowNow(), await world.statusOf(first)]).toEqual([
    ['contested', 'produces'],
    'approved',
  ]);
  await world.undo(first);
  expect((await world.rowNow())[0]).toBe('submitted');
});

test('what was sent back waits for the phone again, after the approval of another answer was taken back', async () => {
  const world = await anOfficeWithARow();
  const [vague, clear] = [await world.answer('produces'), await world.answer('closed')];
  await world.sendBack(vague);
  await world.approve(clear);
  expect(await world.rowNow()).toEqual(['approved', 'closed']);
  await world.undo(clear);
  expect([await world.statusOf(vague), (await world.rowNow())[0]]).toEqual(['sent_back', 'sent_back']);
});

test('a later answer that waited already is no reason against taking a decision back', async () => {
  const world = await anOfficeWithARow();
  const [first, second] = [await world.answer('produces'), await world.answer('closed')];
  await world.setAside(first);
  expect(await world.rowNow()).toEqual(['submitted', 'closed']);
  expect(await world.undo(first)).toMatchObject({ ok: true });
  expect([await world.statusOf(first), await world.statusOf(second)]).toEqual(['received', 'received']);
});

test('while another answer was approved, one that is set aside leaves what holds as it was', async () => {
  const world = await anOfficeWithARow();
  await world.approve(await world.answer('produces'));
  await world.setAside(await world.answer('never_existed'));
  expect(await world.rowNow()).toEqual(['approved', 'produces']);
});

test('two supervisors who approve two answers to one row at once: one of them holds', async () => {
  const world = await anOfficeWithARow();
  for (let turn = 0; turn < 4; turn++) {
    const [one, other] = [await world.answer('produces'), await world.answer('closed')];
    const outcomes = await Promise.all([world.approve(one), world.approve(other)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const statuses = [await world.statusOf(one), await world.statusOf(other)];
    expect(statuses.sort()).toEqual(['approved', 'replaced']);
  }
});

test('to approve one answer while the other of the same row is taken back holds nobody up', async () => {
  const world = await anOfficeWithARow();
  for (let turn = 0; turn < 4; turn++) {
    const [one, other] = [await world.answer('produces'), await world.answer('closed')];
    await world.setAside(one);
    const outcomes = await Promise.all([world.undo(one), world.approve(other)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    await world.undo(other);
  }
});

const pairNow = (world: Awaited<ReturnType<typeof anOfficeWithARow>>) =>
  world.ask((trx) => trx.selectFrom('candidatePairs').select(['status', 'probability']).executeTakeFirst());

test('an approval that said two are one takes the pair with it when it is taken back', async () => {
  const world = await anOfficeWithARow();
  const other = await aFrameRow(world.services, world.officer, world.round);
  const double = await world.answer('duplicate');
  await world.approve(double, { duplicateOf: other.enterpriseId });
  expect(await pairNow(world)).toMatchObject({ status: 'open' });
  await world.undo(double);
  expect(await pairNow(world)).toMatchObject({ status: 'set_aside' });
  await world.approve(double, { duplicateOf: other.enterpriseId });
  expect(await pairNow(world)).toMatchObject({ status: 'open' });
});

test('a pair that the linkage had found keeps what speaks for it, approved and taken back', async () => {
  const world = await anOfficeWithARow();
  const other = await aFrameRow(world.services, world.officer, world.round);
  const found = {
    weight: 7,
    probability: 0.75,
    suggests: 'same',
    conflict: null,
    villageCode: null,
  } as const;
  const steps = [{ comparison: 'name', level: 'same', weight: 7 }] as never;
  await inOneTransaction(world.services, world.officer, (context) =>
    insertCandidatePairs(
      context,
      [{ one: world.row.enterpriseId, other: other.enterpriseId, ...found, steps }],
      { foundBy: 'register' },
    ),
  );
  const double = await world.answer('duplicate');
  await world.approve(double, { duplicateOf: other.enterpriseId });
  expect(await pairNow(world)).toEqual({ status: 'open', probability: 0.75 });
  await world.undo(double);
  expect(await pairNow(world)).toEqual({ status: 'open', probability: 0.75 });
});

/** Approves `count` visits of one enumerator, who has more to do unless `nothingLeft`. */
async function rechecksAfter(
  count: number,
  share: number,
  { nothingLeft = false, endsOn = '2026-06-30' } = {},
) {
  const { services, officer, round, ask, approve } = await anOfficeWithARow();
  await ask((trx) => trx.updateTable('censusRounds').set({ recheckShare: share, endsOn }).execute());
  if (nothingLeft) await ask((trx) => trx.updateTable('censusRows').set({ assignedTo: null }).execute());
  const rows = [];
  for (let at = 0; at < count; at++) rows.push(await aFrameRow(services, officer, round));
  for (const row of rows) await approve(await aSubmission(services, officer, round, row));
  return (await ask((trx) => trx.selectFrom('rechecks').select('recheckId').execute())).length;
}

test('the round says how large a share is visited again, and none may be', async () => {
  expect(await rechecksAfter(10, 0.2)).toBe(2);
  expect(await rechecksAfter(10, 0)).toBe(0);
});

test('an enumerator who is done, and a round in its last week, draw from what there is', async () => {
  expect(await rechecksAfter(3, 0.05, { nothingLeft: true })).toBe(1);
  const today = TEST_NOW.toISOString().slice(0, 10);
  expect(await rechecksAfter(3, 0.05, { endsOn: addDays(today, 3) })).toBe(1);
});
