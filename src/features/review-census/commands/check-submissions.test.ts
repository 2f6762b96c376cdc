import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aFrameRow, aRound, aSubmission, proven, type SubmissionGiven } from '../factory.ts';
import { listOfficesToCheck } from '../office-store.server.ts';
import { phoneWork } from '../queries/phone-work.server.ts';
import { insertRecheck } from '../recheck-store.server.ts';
import { replaceShapes } from '../shape-store.server.ts';
import { checkSubmissions } from './check-submissions.server.ts';
import { sendBack } from './send-back.server.ts';

async function anOfficeWithARound() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  return { services, office, officer, round: await aRound(services, officer) };
}
const checksOf = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('submissionChecks')
      .select(['submissionId', 'checkCode', 'severity', 'facts'])
      .orderBy('checkCode')
      .execute(),
  );
const submissionsOf = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx.selectFrom('submissions').select(['submissionId', 'status']).execute(),
  );

test('one phone number on three enterprises is worth a look, and said once however often it is checked', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  for (let at = 0; at < 3; at++)
    await aSubmission(services, officer, round, await aFrameRow(services, officer, round), {
      ...proven,
      phone: '+6281234567890',
    });
  await checkSubmissions(services, office, 0);
  await checkSubmissions(services, office, 0);
  expect(await checksOf(services, office)).toMatchObject(
    [1, 2, 3].map(() => ({ checkCode: 'same_phone', severity: 'look', facts: { enterprises: 3 } })),
  );
});

test('a position is measured from the outline of the kelurahan that the office loaded', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const far = await aSubmission(services, officer, round, row, {
    ...proven,
    position: { latitude: -6.95, longitude: 109.65 },
  });
  const ring: [number, number][] = [
    [109.6, -6.9],
    [109.7, -6.9],
    [109.7, -6.8],
    [109.6, -6.8],
    [109.6, -6.9],
  ];
  const shape = { type: 'Polygon' as const, coordinates: [ring] };
  await withOffice(services.db, office, (trx) =>
    replaceShapes(trx, office, [{ areaCode: '33.75.04.1004', shape }], {
      source: 'uji',
      at: services.clock(),
      by: 'Uji',
    }),
  );
  await checkSubmissions(services, office, 0);
  expect(await checksOf(services, office)).toMatchObject([
    { submissionId: far, checkCode: 'far_away', severity: 'likely_wrong' },
  ]);
});

/** What the checks say of one visit, alone in its round but for `others`. */
async function saidOf(given: SubmissionGiven, others: readonly SubmissionGiven[] = []) {
  const { services, office, officer, round } = await anOfficeWithARound();
  for (const other of others)
    await aSubmission(services, officer, round, await aFrameRow(services, officer, round), other);
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row, given);
  await checkSubmissions(services, office, 0);
  const checks = await checksOf(services, office);
  return checks
    .filter((check) => check.submissionId === submissionId)
    .map(({ checkCode, severity, facts }) => ({ check: `${checkCode} ${severity}`, facts }));
}

test('a producer without a photo and a position lacks them; a photo that is still on its way is said to be', async () => {
  expect(await saidOf({})).toEqual([
    { check: 'proof_missing look', facts: { proofs: 'photo position', awaited: 0 } },
  ]);
  expect(await saidOf({ ...proven, photos: [{ state: 'receiving' }] })).toEqual([
    { check: 'proof_missing look', facts: { proofs: 'photo', awaited: 1 } },
  ]);
  expect(await saidOf({ ...proven, photos: [{ state: 'broken' }] })).toEqual([
    { check: 'proof_missing look', facts: { proofs: 'photo', awaited: 0 } },
  ]);
  expect(await saidOf(proven)).toEqual([]);
});

test('where a workshop moved is a personal answer, and a proof all the same', async () => {
  const asked = { asked_whom: 'neighbour' };
  expect(await saidOf({ verdict: 'moved', answers: { ...asked, moved_to: 'Kab. Batang' } })).toEqual([]);
  expect(await saidOf({ verdict: 'moved', answers: asked })).toMatchObject([
    { facts: { proofs: 'moved_to' } },
  ]);
});

test('one photo for two enterprises is likely wrong, however it was sealed and named', async () => {
  const wall = { ...proven, photos: [{ state: 'ready' as const, likeness: [0xf0, 0x3c] }] };
  expect(await saidOf(wall, [wall])).toMatchObject([{ check: 'same_photo likely_wrong' }]);
});

test('work at night by a wrong clock was by day, and the other way round', async () => {
  const said = (hour: string) => new Date(`2026-05-05T${hour}:00:00+07:00`);
  const slow = { ...proven, finishedAt: said('23'), clockOffS: 13 * 3_600 };
  expect((await saidOf(slow)).map(({ check }) => check)).toEqual(['clock_wrong look']);
  const fast = { ...proven, finishedAt: said('10'), clockOffS: 12 * 3_600 };
  expect((await saidOf(fast)).map(({ check }) => check)).toEqual(['at_night look', 'clock_wrong look']);
});

test('only what came in since is looked at again', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  await aSubmission(services, officer, round, await aFrameRow(services, officer, round));
  const [came] = await services.db.transaction().execute(listOfficesToCheck);
  expect(came?.officeCode).toBe(office);
  const touched = came?.touched ?? 0;
  expect((await checkSubmissions(services, office, touched)).checked).toBe(1);
  expect((await checkSubmissions(services, office, touched + 1)).checked).toBe(0);
});

test('a second look that finds the same needs nobody; one that differs waits for a decision', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const seconds: string[] = [];
  for (const verdict of ['produces', 'closed']) {
    const row = await aFrameRow(services, officer, round, { status: 'approved' });
    const first = await aSubmission(services, officer, round, row);
    await withOffice(services.db, office, async (trx) => {
      await trx
        .updateTable('submissions')
        .set({ status: 'approved' })
        .where('submissionId', '=', first)
        .execute();
      await insertRecheck(trx, office, {
        recheckId: row.rowId,
        submissionId: first,
        assignedTo: round.otherId,
        drawnAt: services.clock(),
      });
    });
    expect(
      await withOffice(services.db, office, (trx) => phoneWork.rechecksFor(trx, office, round.otherId)),
    ).toContainEqual({ recheckId: first, rowId: row.rowId });
    seconds.push(
      await aSubmission(services, officer, round, row, { verdict, recheckOf: first, userId: round.otherId }),
    );
  }
  await checkSubmissions(services, office, 0);
  const outcomes = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('rechecks').select(['secondSubmissionId', 'outcome']).execute(),
  );
  expect(outcomes).toEqual(
    expect.arrayContaining([
      { secondSubmissionId: seconds[0], outcome: 'same' },
      { secondSubmissionId: seconds[1], outcome: 'differs' },
    ]),
  );
  const statuses = new Map(
    (await submissionsOf(services, office)).map((one) => [one.submissionId, one.status]),
  );
  expect([statuses.get(seconds[0]!), statuses.get(seconds[1]!)]).toEqual(['set_aside', 'received']);
  expect(
    await withOffice(services.db, office, (trx) => phoneWork.rechecksFor(trx, office, round.otherId)),
  ).toEqual([]);
});

test('the phone is told why a row came back', async () => {
  const { services, office, officer, round } = await anOfficeWithARound();
  const row = await aFrameRow(services, officer, round);
  const submissionId = await aSubmission(services, officer, round, row);
  await execute(services, officer, sendBack, { submissionId, note: 'Foto kurang jelas' });
  const notes = await withOffice(services.db, office, (trx) => phoneWork.notesOf(trx, office, [row.rowId]));
  expect([...notes]).toEqual([[row.rowId, 'Foto kurang jelas']]);
});
