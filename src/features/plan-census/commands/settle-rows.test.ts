import { expect, test } from 'vitest';
import { merge as mergeCommand } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { addSourceEntries, undoMerge } from '#features/register-enterprise/index.server.ts';
import { type CommandContext, execute, inOneTransaction } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aListedFrame, anEnumerator, aRunningRound, rowsOf, village } from '../factory.ts';
import {
  countCoverage,
  listAssignedRows,
  listGoneRows,
  recordVisits,
  updateReviewed,
} from '../index.server.ts';
import { assignOpenRows } from './assign-rows.server.ts';
import { keySheet } from './key-sheet.server.ts';
import { prepareRound } from './prepare-round.server.ts';
import { addNewRows } from './steer-round.server.ts';

/** A round with Siti, Aminah and Budi, all three with one enumerator. */
async function aRoundOfThree() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const frame = await aListedFrame(services, officer, [
    ['02/05', 'Siti'],
    ['02/05', 'Aminah'],
    ['02/05', 'Budi'],
  ]);
  const { sourceListId, enterpriseIds } = frame;
  const [siti = '', aminah = '', budi = ''] = enterpriseIds;
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  const enumerator = (await anEnumerator(services, officer, roundId)).userId;
  await execute(services, officer, assignOpenRows, { roundId, userIds: [enumerator] });
  const within = <Value>(work: (context: CommandContext) => Promise<Value>) =>
    inOneTransaction(services, officer, work);
  const rowOf = async (enterpriseId: string) =>
    (await rowsOf(services, office, roundId)).find((row) => row.enterpriseId === enterpriseId)!;
  return {
    services,
    office,
    officer,
    roundId,
    sourceListId,
    enumerator,
    siti,
    aminah,
    budi,
    within,
    rowOf,
    async merge(survivorId: string, mergedId: string) {
      const merged = await execute(services, officer, mergeCommand, { kind: 'same', survivorId, mergedId });
      if (!merged.ok) throw new Error(JSON.stringify(merged.refusal));
      return merged.value.mergeId;
    },
    async lookAgain() {
      expect(await execute(services, officer, addNewRows, { roundId })).toMatchObject({ ok: true });
      await prepareRound(services, office, roundId);
    },
    phone: () => within(({ trx }) => listAssignedRows(trx, office, enumerator, [])),
    states: async () =>
      Promise.all([siti, aminah, budi].map(rowOf)).then((rows) =>
        rows.map(({ status, verdict }) => (verdict === null ? status : `${status} ${verdict}`)),
      ),
  };
}

test('a double found after the start is nobody’s way any more, stays in the coverage as one, and comes back with the merge undone', async () => {
  const { office, roundId, siti, aminah, within, merge, lookAgain, states } = await aRoundOfThree();
  const mergeId = await merge(siti, aminah);
  await lookAgain();
  expect(await states()).toEqual(['assigned', 'set_aside duplicate', 'assigned']);
  const coverage = await within(({ trx }) => countCoverage(trx, { office, roundId }));
  expect(coverage.map(({ status, verdict }) => [status, verdict])).toContainEqual(['set_aside', 'duplicate']);
  expect(coverage.reduce((sum, { rows }) => sum + rows, 0)).toBe(3);
  await lookAgain();
  expect(await states()).toEqual(['assigned', 'set_aside duplicate', 'assigned']);
  await within((context) => undoMerge(context, { mergeId }));
  await lookAgain();
  expect(await states()).toEqual(['assigned', 'open', 'assigned']);
});

test('a phone is sent to neither a double nor a withdrawn enterprise, and hears that they are gone', async () => {
  const { office, enumerator, siti, aminah, budi, within, merge, phone, rowOf, states } =
    await aRoundOfThree();
  expect(await phone()).toHaveLength(3);
  await merge(siti, aminah);
  await within(({ trx, now }) =>
    trx.updateTable('enterprises').set({ withdrawnAt: now }).where('enterpriseId', '=', budi).execute(),
  );
  const before = await within(({ trx }) => listGoneRows(trx, office, enumerator, 0));
  expect(before).toEqual([]);
  expect((await phone()).map(({ enterpriseId }) => enterpriseId)).toEqual([siti]);
  expect(await states()).toEqual(['assigned', 'set_aside duplicate', 'set_aside']);
  const gone = await within(({ trx }) => listGoneRows(trx, office, enumerator, 0));
  expect(gone.sort()).toEqual([(await rowOf(aminah)).rowId, (await rowOf(budi)).rowId].sort());
});

test('where one of two was visited, nobody goes to the other', async () => {
  const { office, siti, aminah, within, merge, lookAgain, rowOf, states } = await aRoundOfThree();
  const { rowId } = await rowOf(aminah);
  await within(({ trx }) =>
    recordVisits(trx, office, [{ rowId, verdict: 'produces', visitedOn: '2026-05-05' }]),
  );
  await merge(siti, aminah);
  await lookAgain();
  expect(await states()).toEqual(['set_aside duplicate', 'submitted produces', 'assigned']);
  await within(({ trx }) => updateReviewed(trx, office, rowId, { status: 'approved', verdict: 'produces' }));
  await lookAgain();
  expect(await states()).toEqual(['set_aside duplicate', 'approved produces', 'assigned']);
});

test('whoever stands for a row’s enterprise since is no second row', async () => {
  const { services, office, officer, roundId, siti, merge, lookAgain } = await aRoundOfThree();
  const elsewhere = await anEnterprise(services, officer, { name: 'Batik Siti', village });
  await merge(elsewhere.enterpriseId, siti);
  await lookAgain();
  const rows = await rowsOf(services, office, roundId);
  expect(rows).toHaveLength(3);
  expect(rows.every(({ status }) => status === 'assigned')).toBe(true);
});

test('a sheet that lay on the table while one of its names was set aside is still keyed', async () => {
  const { services, officer, roundId, siti, aminah, merge, lookAgain, rowOf } = await aRoundOfThree();
  const answers = [
    { rowId: (await rowOf(siti)).rowId, answer: 'still_running' },
    { rowId: (await rowOf(aminah)).rowId, answer: 'closed' },
  ];
  await merge(siti, aminah);
  await lookAgain();
  const place = { villageCode: village, rw: '02', rt: '05' };
  expect(await execute(services, officer, keySheet, { roundId, place, answers })).toMatchObject({
    value: { changed: 1 },
  });
});

test('a review cannot bring a row where the rule does not lead', async () => {
  const { office, within, rowOf, siti } = await aRoundOfThree();
  const { rowId } = await rowOf(siti);
  await expect(
    within(({ trx }) => updateReviewed(trx, office, rowId, { status: 'sent_back' })),
  ).rejects.toThrow('a row that is assigned does not become sent_back');
});

test('who is on the list twice through a merge is gathered once', async () => {
  const { services, office, officer, roundId, sourceListId, siti, merge, lookAgain } = await aRoundOfThree();
  const twin = await anEnterprise(services, officer, { name: 'Batik Siti', village });
  await inOneTransaction(services, officer, ({ trx }) =>
    addSourceEntries(trx, office, sourceListId, [
      { enterpriseId: twin.enterpriseId, sourceRow: 9, sourceKey: null },
    ]),
  );
  await merge(siti, twin.enterpriseId);
  await lookAgain();
  expect(await rowsOf(services, office, roundId)).toHaveLength(3);
});
