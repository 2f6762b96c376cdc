import { expect, test } from 'vitest';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { exportCoverage } from '../commands/export-coverage.server.ts';
import { exportNotVisited } from '../commands/export-not-visited.server.ts';
import { aFrameRow, aRound, aSubmission } from '../factory.ts';
import { reviewPermissions } from '../permissions.ts';
import { boardPage } from './board-page.server.ts';
import { coveragePage } from './coverage-page.server.ts';
import { notVisitedPage } from './not-visited-page.server.ts';
import { reviewQueue } from './review-queue.server.ts';
import { submissionPage } from './submission-page.server.ts';

const view = reviewPermissions['review.view'];
const noFilter = { userId: '', villageCode: '', verdict: '', urgency: '' };
const everybody = {
  span: 'never',
  villageCode: '',
  sector: '',
  sex: '',
  disability: '',
  after: null,
} as const;

async function anOfficeWithARound() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  return { services, office, officer, round: await aRound(services, officer) };
}
type World = Awaited<ReturnType<typeof anOfficeWithARound>>;

/** A listed enterprise of the sub-sample, visited unless `verdict` is null. */
async function aDrawnRow({ services, officer, round }: World, order: number, verdict: string | null) {
  const status = verdict === null ? 'assigned' : 'submitted';
  const row = await aFrameRow(services, officer, round, { stratum: 'a', sampleOrder: order, status });
  if (verdict === null) return;
  await inOneTransaction(services, officer, ({ trx }) =>
    trx
      .updateTable('censusRows')
      .set({ verdict, visitedOn: '2026-05-06' })
      .where('rowId', '=', row.rowId)
      .execute(),
  );
  await aSubmission(services, officer, round, row, { verdict, answers: { goods: 'batik' } });
}
const coverageNow = async ({ services, officer, round }: World) => {
  const page = await read(services, officer, view, (context) => coveragePage(context, round.roundId));
  if (!page.ok || !page.value) throw new Error('no page');
  return page.value;
};

test('a small round: what is known, what is likely, and the unknown in the denominator', async () => {
  const world = await anOfficeWithARound();
  for (let at = 0; at < 8; at++) await aDrawnRow(world, at + 1, at < 4 ? 'produces' : 'closed');
  for (let at = 0; at < 8; at++)
    await aFrameRow(world.services, world.officer, world.round, {
      stratum: 'a',
      status: 'open',
      assignedTo: null,
    });
  const page = await coverageNow(world);
  expect(page.total).toMatchObject({
    listed: 16,
    assigned: 8,
    visited: 8,
    approved: 0,
    verdicts: { produces: 4, closed: 4 },
  });
  if (page.estimate.state !== 'estimated') throw new Error(page.estimate.state);
  // Half of those drawn produce, so about half of all; four were seen, and four were seen to have closed.
  expect(page.estimate.around).toBe(8);
  expect(page.estimate.low).toBeGreaterThanOrEqual(4);
  expect(page.estimate.high).toBeLessThanOrEqual(12);
  expect(page.products).toMatchObject([{ product: 'batik', found: 4 }]);
  expect(page.villages).toMatchObject([{ villageCode: '33.75.04.1004', listed: 16, visited: 8 }]);
});

test('nothing is estimated while one of the drawn rows has no answer', async () => {
  const world = await anOfficeWithARound();
  for (let at = 0; at < 6; at++) await aDrawnRow(world, at + 1, at === 5 ? null : 'produces');
  expect((await coverageNow(world)).estimate).toMatchObject({ state: 'not_yet', missing: 1, sample: 6 });
});

test('what was found on no list is counted apart', async () => {
  const world = await anOfficeWithARound();
  const { services, officer, round } = world;
  const { enterpriseId } = await aFrameRow(services, officer, round);
  await aSubmission(services, officer, round, { rowId: null, enterpriseId });
  const page = await coverageNow(world);
  expect([page.total.listed, page.found]).toEqual([1, 1]);
});

test('conflicts come first, then what is likely wrong; the names of NIK and phone stay masked', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  const plain = await aSubmission(services, officer, round, await aFrameRow(services, officer, round), {
    answers: { owner_name: 'Siti Aminah', nik: '3375014107900001', phone: '081234567890' },
  });
  const twice = await aSubmission(services, officer, round, await aFrameRow(services, officer, round), {
    conflicts: ['answered_twice'],
  });
  const queue = await read(services, officer, view, (context) =>
    reviewQueue(context, round.roundId, noFilter),
  );
  if (!queue.ok || !queue.value) throw new Error('no queue');
  expect(queue.value.lines.map(({ submissionId }) => submissionId)).toEqual([twice, plain]);
  expect(queue.value.plainIds).toEqual([plain]);
  const shown = async (unmasked: boolean) => {
    const asked = {
      roundId: round.roundId,
      submissionId: plain,
      filter: noFilter,
      locale: 'id',
      unmasked,
    } as const;
    const page = await read(services, officer, view, (context) => submissionPage(context, asked));
    return JSON.stringify(page.ok && page.value?.sections);
  };
  expect(await shown(false)).not.toMatch(/3375014107900001|812.?3456.?7890/);
  expect(await shown(true)).toContain('3375014107900001');
});

test('the board says who has what left, and what the office can do about it', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  await aFrameRow(services, officer, round, { status: 'assigned' });
  await aSubmission(services, officer, round, await aFrameRow(services, officer, round));
  const board = await read(services, officer, view, (context) => boardPage(context, round.roundId));
  if (!board.ok || !board.value) throw new Error('no board');
  const line = board.value.lines.find(({ userId }) => userId === round.enumeratorId);
  expect(line).toMatchObject({ openRows: 1, done: 1, cause: { cause: 'phone_never_connected' } });
  expect(board.value.pace).toMatchObject({ left: 1 });
  expect(board.value.days.at(-1)).toEqual({ day: '2026-05-06', done: 1, total: 1 });
});

test('visited once, by whatever verdict, an enterprise is no longer among those never visited', async () => {
  const world = await anOfficeWithARound();
  const { services, officer, round } = world;
  await aFrameRow(services, officer, round, { status: 'open', sector: 'food' });
  await aDrawnRow(world, 1, 'refused');
  const page = await read(services, officer, view, (context) => notVisitedPage(context, everybody));
  if (!page.ok || !page.value) throw new Error('no page');
  expect([page.value.count, page.value.lines.map(({ sector }) => sector)]).toEqual([1, ['food']]);
});

test('people with a disability are not listed by name, and few are not counted', async () => {
  const { services, officer, round } = await anOfficeWithARound();
  await aFrameRow(services, officer, round, { status: 'open' });
  const asked = { ...everybody, disability: 'yes' };
  const page = await read(services, officer, view, (context) => notVisitedPage(context, asked));
  if (!page.ok || !page.value) throw new Error('no page');
  expect([page.value.count, page.value.lines]).toEqual([null, []]);
  const exported = await execute(services, officer, exportNotVisited, asked);
  expect(exported.ok).toBe(true);
  const head = anActor(officer.officeCode, 'head');
  expect(await execute(services, head, exportNotVisited, asked)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(await execute(services, head, exportNotVisited, everybody)).toMatchObject({ ok: true });
});

test('another office sees nothing of a round, nor does who may not', async () => {
  const { services, office, round } = await anOfficeWithARound();
  const elsewhere = anActor(await anOffice(services, '33.25'));
  const asked = { roundId: round.roundId, as: 'pdf' };
  expect(await execute(services, elsewhere, exportCoverage, asked)).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await execute(services, anActor(office, 'enumerator'), exportCoverage, asked)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  const nothing = { ok: true, value: null };
  const { roundId } = round;
  expect(await read(services, elsewhere, view, (context) => coveragePage(context, roundId))).toEqual(nothing);
  expect(await read(services, elsewhere, view, (context) => boardPage(context, roundId))).toEqual(nothing);
});
