import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aListedFrame, anEnumerator, aRunningRound, rowsOf } from '../factory.ts';
import { recordVisits } from '../index.server.ts';
import { assignOpenRows } from './assign-rows.server.ts';
import { addMembers, changeMember, dropMember } from './members.server.ts';
import { moveRows, shareOutRows, undoMove } from './move-rows.server.ts';

async function aRoundWithPeople(people = 2) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const names = Array.from({ length: 12 }, (_, at): [string, string] => [
    `01/0${(at % 4) + 1}`,
    `Nama ${at}`,
  ]);
  const { sourceListId } = await aListedFrame(services, officer, names);
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  const staff: string[] = [];
  for (let at = 0; at < people; at++) staff.push((await anEnumerator(services, officer, roundId)).userId);
  const held = async () => {
    const rows = await rowsOf(services, office, roundId);
    return staff.map((id) => rows.filter(({ assignedTo }) => assignedTo === id).length);
  };
  return { services, office, officer, roundId, staff, held };
}

test('open rows are handed out in equal shares, RT by RT; nothing is left to hand out twice', async () => {
  const { services, office, officer, roundId, staff, held } = await aRoundWithPeople();
  const assign = () => execute(services, officer, assignOpenRows, { roundId, userIds: staff });
  expect(await assign()).toMatchObject({ value: { rows: 12 } });
  expect(await held()).toEqual([6, 6]);
  const rows = await rowsOf(services, office, roundId);
  for (const rt of ['01', '02', '03', '04'])
    expect(new Set(rows.filter((row) => row.rt === rt).map(({ assignedTo }) => assignedTo)).size).toBe(1);
  expect(await assign()).toMatchObject({ refusal: { code: 'already_done' } });
  const moves = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('assignmentMoves').select(['toUserId', 'rows']).orderBy('rows').execute(),
  );
  expect(moves.map((move) => move.rows)).toEqual([6, 6]);
});

test('only part of the rows, and no more than asked for, to people of the round only', async () => {
  const { services, officer, roundId, staff, held } = await aRoundWithPeople();
  const [first = ''] = staff;
  expect(
    await execute(services, officer, assignOpenRows, {
      roundId,
      part: { rw: '01', rt: '02' },
      userIds: [first],
    }),
  ).toMatchObject({ value: { rows: 3 } });
  expect(
    await execute(services, officer, assignOpenRows, { roundId, userIds: [first], limit: '2' }),
  ).toMatchObject({ value: { rows: 2 } });
  expect(await held()).toEqual([5, 0]);
  expect(await execute(services, officer, assignOpenRows, { roundId, userIds: [officer.id] })).toMatchObject({
    refusal: { fields: [{ path: 'userIds' }] },
  });
  expect(
    await execute(services, anActor(officer.officeCode, 'enumerator'), assignOpenRows, {
      roundId,
      userIds: staff,
    }),
  ).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(
    await execute(services, anActor('33.25'), assignOpenRows, { roundId, userIds: staff }),
  ).toMatchObject({
    refusal: { code: 'not_found' },
  });
});

test('what somebody idle has goes to the others with one gesture, is recorded, and comes back with one', async () => {
  const { services, office, officer, roundId, staff, held } = await aRoundWithPeople(3);
  const [idle = ''] = staff;
  await execute(services, officer, assignOpenRows, { roundId, userIds: [idle] });
  const [visited] = await rowsOf(services, office, roundId);
  await withOffice(services.db, office, (trx) =>
    recordVisits(trx, office, [{ rowId: visited!.rowId, verdict: 'produces', visitedOn: '2026-05-06' }]),
  );
  const shared = await execute(services, officer, shareOutRows, { roundId, userId: idle, reason: 'Sakit' });
  expect(shared).toMatchObject({ value: { rows: 11 } });
  // What was handed in stays with whoever did it.
  const [own, ...others] = await held();
  expect(own).toBe(1);
  expect(others.sort()).toEqual([5, 6]);
  expect(await execute(services, officer, shareOutRows, { roundId, userId: idle })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const gestureId = shared.ok ? shared.value.gestureId : '';
  expect(await execute(services, officer, undoMove, { roundId, gestureId })).toMatchObject({
    value: { rows: 11 },
  });
  expect(await held()).toEqual([12, 0, 0]);
  expect(await execute(services, officer, undoMove, { roundId, gestureId })).toMatchObject({
    refusal: { code: 'already_done' },
  });
  const actions = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select(['action', 'reason']).orderBy('eventId').execute(),
  );
  expect(actions.slice(-2)).toEqual([
    { action: 'census.rows_shared_out', reason: 'Sakit' },
    { action: 'census.move_undone', reason: null },
  ]);
});

test('chosen rows move to one person or back to nobody; what was handed in stays', async () => {
  const { services, office, officer, roundId, staff, held } = await aRoundWithPeople();
  const rowIds = (await rowsOf(services, office, roundId)).slice(0, 3).map(({ rowId }) => rowId);
  const move = (toUserId: string) => execute(services, officer, moveRows, { roundId, rowIds, toUserId });
  expect(await move(staff[1] ?? '')).toMatchObject({ value: { rows: 3 } });
  expect(await move(staff[1] ?? '')).toMatchObject({ refusal: { code: 'already_done' } });
  await withOffice(services.db, office, (trx) =>
    recordVisits(trx, office, [
      { rowId: rowIds[0]!, verdict: 'closed', visitedOn: '2026-05-06' },
      { rowId: rowIds[1]!, verdict: null, visitedOn: '2026-05-06' },
    ]),
  );
  expect(await move(staff[0] ?? '')).toMatchObject({ value: { rows: 2 } });
  expect(await held()).toEqual([2, 1]);
  expect(await move('')).toMatchObject({ value: { rows: 2 } });
  const rows = await rowsOf(services, office, roundId);
  expect(rowIds.map((id) => rows.find(({ rowId }) => rowId === id)?.status)).toEqual([
    'submitted',
    'open',
    'open',
  ]);
  expect(await move('orang-lain')).toMatchObject({ refusal: { fields: [{ path: 'toUserId' }] } });
});

test('every change of a row says which transaction touched it, so that phones fetch only what is new', async () => {
  const { services, office, officer, roundId, staff } = await aRoundWithPeople();
  const before = await rowsOf(services, office, roundId);
  await execute(services, officer, assignOpenRows, { roundId, part: { rw: '01', rt: '01' }, userIds: staff });
  const after = await rowsOf(services, office, roundId);
  const newer = after.filter((row, at) => row.touched > (before[at]?.touched ?? 0));
  expect(newer.map(({ rt }) => rt)).toEqual(['01', '01', '01']);
});

test('nobody leaves a round with rows in hand, and only supervisors of the round check', async () => {
  const { services, officer, roundId, staff } = await aRoundWithPeople();
  const [userId = '', other = ''] = staff;
  const member = { roundId, userId, duty: 'enumerator' };
  await execute(services, officer, assignOpenRows, { roundId, userIds: [userId] });
  expect(await execute(services, officer, dropMember, member)).toMatchObject({ refusal: { code: 'in_use' } });
  await execute(services, officer, shareOutRows, { roundId, userId });
  expect(await execute(services, officer, dropMember, member)).toMatchObject({ ok: true });
  expect(await execute(services, officer, dropMember, member)).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(
    await execute(services, officer, changeMember, { ...member, userId: other, supervisorId: userId }),
  ).toMatchObject({ refusal: { fields: [{ path: 'supervisorId' }] } });
  // Enumerators have no role that goes with checking.
  expect(
    await execute(services, officer, addMembers, { roundId, userIds: [other], duty: 'supervisor' }),
  ).toMatchObject({ refusal: { fields: [{ path: 'userIds' }] } });
  expect(
    await execute(services, officer, addMembers, { roundId, userIds: [other], duty: 'enumerator' }),
  ).toMatchObject({ refusal: { code: 'already_done' } });
});
