import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { editEnterprise } from '../../register-enterprise/commands/edit-enterprise.server.ts';
import { merge } from '../../register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { listRecordsForLists } from '../../register-enterprise/index.server.ts';
import { waitingPairs } from '../../resolve-duplicates/factory.ts';
import { aFrameRow, aRound, aSubmission, proven } from '../factory.ts';
import { approveMany } from './approve-many.server.ts';
import { approveSubmission } from './approve-submission.server.ts';
import { sendBack, setAside } from './send-back.server.ts';
import { undoReview } from './undo-review.server.ts';

async function anOfficeWithARound() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  return { services, office, officer, round: await aRound(services, officer) };
}
const registered = async (services: Services, office: string, enterpriseId: string) =>
  withOffice(services.db, office, async (trx) =>
    (await listRecordsForLists(trx, office, [enterpriseId], false)).get(enterpriseId),
  );
const rowNow = (services: Services, office: string, rowId: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('censusRows')
      .select(['status', 'verdict', 'visitedOn'])
      .where('rowId', '=', rowId)
      .executeTakeFirstOrThrow(),
  );
const statusOf = async (services: Services, office: string, submissionId: string) =>
  withOffice(services.db, office, async (trx) => {
    const row = await trx
      .selectFrom('submissions')
      .select('status')
      .where('submissionId', '=', submissionId)
      .executeTakeFirstOrThrow();
    return row.status;
  });
const audit = (services: Services, office: string, submissionId: string) =>
  withOffice(services.db, office, async (trx) => {
    const rows = await trx
      .selectFrom('auditEvents')
      .select('action')
      .where('subjectId', '=', submissionId)
      .orderBy('eventId')
      .execute();
    return rows.map(({ action }) => action);
  });
const nik = '3375014107900001';
const found = {
  preloaded: { owner_name: 'Siti Aminah', business_name: 'Batik Jlamprang' },
  answers: {
    owner_name: 'Siti Aminah',
    business_name: 'Batik Bu Siti',
    nik,
    phone: '0812 3456 7890',
    goods: 'batik',
    main_product: 'batik cap',
    workers_female: '2',
    workers_male: '1',
    sales_band: 'to_150m',
  },
  position: { latitude: -6.88, longitude: 109.67 },
};

test('what a visit found stands on the register, verified on the day of the visit', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, found);
  const outcome = await execute(services, officer, approveSubmission, { submissionId });
  expect(outcome).toMatchObject({ ok: true, value: { enterpriseId: row.enterpriseId } });
  const record = await registered(services, office, row.enterpriseId);
  expect(record).toMatchObject({
    enterprise: {
      name: 'Batik Bu Siti',
      operation: 'produces',
      standing: 'verified',
      verifiedOn: '2026-05-06',
    },
    owner: { fullName: 'Siti Aminah', nikAnswer: 'known' },
    place: { latitude: -6.88, longitude: 109.67 },
    products: ['batik cap'],
  });
  expect(record?.figures).toContainEqual(
    expect.objectContaining({ kind: 'sales', amount: 50_000_000, amountUpper: 150_000_000 }),
  );
  expect(await rowNow(services, office, row.rowId)).toEqual({
    status: 'approved',
    verdict: 'produces',
    visitedOn: '2026-05-06',
  });
  expect(await statusOf(services, office, submissionId)).toBe('approved');
  expect(await audit(services, office, submissionId)).toEqual(['review.approved']);
});

test('approving twice changes nothing the second time', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, found);
  await execute(services, officer, approveSubmission, { submissionId });
  const again = await execute(services, officer, approveSubmission, { submissionId });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'already_done' } });
});

test('taking an approval back puts everything back, and it can be approved again', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const before = await registered(services, office, row.enterpriseId);
  const submissionId = await aSubmission(services, officer, round, row, found);
  await execute(services, officer, approveSubmission, { submissionId });
  const undone = await execute(services, officer, undoReview, { submissionId });
  expect(undone).toMatchObject({ ok: true, value: { decision: 'approve', kept: false } });
  const after = await registered(services, office, row.enterpriseId);
  // That there was a place without a position is nothing that changed.
  expect(after).toEqual(before);
  expect(await rowNow(services, office, row.rowId)).toMatchObject({ status: 'submitted' });
  expect(await statusOf(services, office, submissionId)).toBe('received');
  const again = await execute(services, officer, approveSubmission, { submissionId });
  expect(again.ok).toBe(true);
  expect((await registered(services, office, row.enterpriseId))?.figures).toHaveLength(3);
  expect(await audit(services, office, submissionId)).toEqual([
    'review.approved',
    'review.undone',
    'review.approved',
  ]);
});

test('what somebody changed after the approval stays when it is taken back, and is said', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, found);
  await execute(services, officer, approveSubmission, { submissionId });
  await withOffice(services.db, office, (trx) =>
    trx
      .updateTable('enterprises')
      .set({ name: 'Nama dari kantor' })
      .where('enterpriseId', '=', row.enterpriseId)
      .execute(),
  );
  const undone = await execute(services, officer, undoReview, { submissionId });
  expect(undone).toMatchObject({ ok: true, value: { kept: true } });
  expect((await registered(services, office, row.enterpriseId))?.enterprise).toMatchObject({
    name: 'Nama dari kantor',
    standing: 'listed',
  });
});

test('where office and field both changed a name, somebody chooses', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, found);
  const edited = await execute(services, officer, editEnterprise, {
    enterpriseId: row.enterpriseId,
    revision: 1,
    enterprise: { name: 'Batik Kantor', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004' },
  });
  if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
  const refused = await execute(services, officer, approveSubmission, { submissionId });
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'conflict_stale', fields: [{ path: 'choice.name' }] },
  });
  expect(await statusOf(services, office, submissionId)).toBe('received');
  const chosen = await execute(services, officer, approveSubmission, {
    submissionId,
    choices: { name: 'office' },
  });
  expect(chosen.ok).toBe(true);
  expect((await registered(services, office, row.enterpriseId))?.enterprise.name).toBe('Batik Kantor');
});

test('a choice made before the office changed it again does not count', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, found);
  await execute(services, officer, editEnterprise, {
    enterpriseId: row.enterpriseId,
    revision: 1,
    enterprise: { name: 'Batik Kantor', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004' },
  });
  const late = await execute(services, officer, approveSubmission, {
    submissionId,
    choices: { name: 'field' },
    revision: 1,
  });
  expect(late).toMatchObject({ ok: false, refusal: { code: 'conflict_stale' } });
});

test('of two answers to one row the approved one holds; taken back, both wait again', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const first = await aSubmission(services, officer, round, row, { conflicts: ['answered_twice'] });
  const second = await aSubmission(services, officer, round, row, {
    userId: round.otherId,
    verdict: 'closed',
    conflicts: ['answered_twice'],
  });
  await execute(services, officer, approveSubmission, { submissionId: second });
  expect(await statusOf(services, office, first)).toBe('replaced');
  expect(await rowNow(services, office, row.rowId)).toMatchObject({ verdict: 'closed' });
  await execute(services, officer, undoReview, { submissionId: second });
  expect(await statusOf(services, office, first)).toBe('received');
});

test('an enterprise found in the field is listed already, and verified by approving', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const { enterpriseId } = await anEnterprise(services, officer);
  const submissionId = await aSubmission(services, officer, round, { rowId: null, enterpriseId }, found);
  expect(await execute(services, officer, approveSubmission, { submissionId })).toMatchObject({ ok: true });
  expect((await registered(services, office, enterpriseId))?.enterprise).toMatchObject({
    standing: 'verified',
  });
  const back = await execute(services, officer, sendBack, { submissionId, note: 'Foto buram' });
  expect(back).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});

test('an enterprise that became one with another since is verified through the one that stands for it', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const other = await anEnterprise(services, officer, { name: 'Batik Siti', owner: 'Siti Amina' });
  const merged = await execute(services, officer, merge, {
    kind: 'same',
    survivorId: other.enterpriseId,
    mergedId: row.enterpriseId,
  });
  if (!merged.ok) throw new Error(JSON.stringify(merged.refusal));
  const submissionId = await aSubmission(services, officer, round, row, { verdict: 'closed' });
  const approved = await execute(services, officer, approveSubmission, { submissionId });
  expect(approved).toMatchObject({ ok: true });
  expect((await registered(services, office, other.enterpriseId))?.enterprise).toMatchObject({
    operation: 'closed',
    standing: 'verified',
  });
  await execute(services, officer, undoReview, { submissionId });
  expect((await registered(services, office, other.enterpriseId))?.enterprise).toMatchObject({
    operation: 'unknown',
    standing: 'listed',
  });
});

test('a double waits among the possible duplicates, with the one it is the same as', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const { enterpriseId } = await anEnterprise(services, officer, { name: 'Batik Siti' });
  const submissionId = await aSubmission(services, officer, round, row, { verdict: 'duplicate' });
  await execute(services, officer, approveSubmission, { submissionId, duplicateOf: enterpriseId });
  const ends = (await waitingPairs(services, officer)).map(({ leftId, rightId }) => [leftId, rightId].sort());
  expect(ends).toEqual([[row.enterpriseId, enterpriseId].sort()]);
});

test('sent back with a note it is on the phone again, until that is taken back', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row);
  expect(await execute(services, officer, sendBack, { submissionId, note: '' })).toMatchObject({ ok: false });
  await execute(services, officer, sendBack, { submissionId, note: 'Foto kurang jelas' });
  expect(await rowNow(services, office, row.rowId)).toMatchObject({ status: 'sent_back' });
  expect(await statusOf(services, office, submissionId)).toBe('sent_back');
  await execute(services, officer, undoReview, { submissionId });
  expect(await rowNow(services, office, row.rowId)).toMatchObject({ status: 'submitted' });
});

test('set aside it counts for nothing, and its row is to be visited', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row);
  await execute(services, officer, setAside, { submissionId, note: 'Salah rumah' });
  expect(await rowNow(services, office, row.rowId)).toEqual({
    status: 'assigned',
    verdict: null,
    visitedOn: null,
  });
  expect(await statusOf(services, office, submissionId)).toBe('set_aside');
});

test('many at once: only those of which there is nothing to look at', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const plain = await aSubmission(
    services,
    officer,
    round,
    await aFrameRow(services, officer, round),
    proven,
  );
  const twice = await aSubmission(services, officer, round, await aFrameRow(services, officer, round), {
    ...proven,
    conflicts: ['reassigned'],
  });
  // No check has looked at these yet.
  const unproven = await aSubmission(services, officer, round, await aFrameRow(services, officer, round));
  const all = [plain, twice, unproven, 'x'];
  expect(await approveMany(services, officer, all)).toMatchObject({ approved: 1, left: 3 });
  expect(await statusOf(services, office, unproven)).toBe('received');
  expect(await statusOf(services, office, twice)).toBe('received');
});

test('who collects and checks alone is not held up, and it is written down', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const own = { ...officer, id: round.enumeratorId };
  const submissionId = await aSubmission(services, officer, round, await aFrameRow(services, officer, round));
  expect(await execute(services, own, approveSubmission, { submissionId })).toMatchObject({ ok: true });
  const [decision] = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('reviewDecisions').select('isOwnWork').execute(),
  );
  expect(decision?.isOwnWork).toBe(true);
});

test('of twenty approved rows of an enumerator one is visited again, by somebody else', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  for (let at = 0; at < 20; at++) {
    const submissionId = await aSubmission(
      services,
      officer,
      round,
      await aFrameRow(services, officer, round),
    );
    await execute(services, officer, approveSubmission, { submissionId });
  }
  const drawn = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('rechecks').select('assignedTo').execute(),
  );
  expect(drawn).toEqual([{ assignedTo: round.otherId }]);
});

test('nobody else decides: not the enumerator, not the head, not another office', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const submissionId = await aSubmission(services, officer, round, await aFrameRow(services, officer, round));
  for (const role of ['enumerator', 'head', 'companion'] as const)
    expect(await execute(services, anActor(office, role), approveSubmission, { submissionId })).toMatchObject(
      {
        ok: false,
        refusal: { code: 'forbidden' },
      },
    );
  const elsewhere = anActor(await anOffice(services, '33.25'));
  const nowhere = { ok: false, refusal: { code: 'not_found' } };
  expect(await execute(services, elsewhere, approveSubmission, { submissionId })).toMatchObject(nowhere);
  expect(await execute(services, elsewhere, undoReview, { submissionId })).toMatchObject(nowhere);
  expect(await execute(services, elsewhere, setAside, { submissionId, note: 'Salah' })).toMatchObject(
    nowhere,
  );
  const inPart = anActor(office, 'officer', { kind: 'district', code: '33.75.01' });
  expect(await execute(services, inPart, approveSubmission, { submissionId })).toMatchObject({
    ok: false,
    refusal: { code: 'not_found' },
  });
});
