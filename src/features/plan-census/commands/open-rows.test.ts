import { beforeAll, expect, test } from 'vitest';
import { handOver } from '#features/run-office/commands/hand-over.server.ts';
import { registerOpenWork } from '#features/run-office/index.server.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aStaffMember } from '../../sign-in/factory.ts';
import { aListedFrame, anEnumerator, aRunningRound, rowsOf } from '../factory.ts';
import { listGoneRows, listMembers } from '../index.server.ts';
import { assignOpenRows } from './assign-rows.server.ts';
import { addMembers, changeMember } from './members.server.ts';
import { undoMove } from './move-rows.server.ts';
import { censusChecksOpenWork, censusRowsOpenWork } from './open-rows.server.ts';

beforeAll(() => {
  registerOpenWork(censusRowsOpenWork);
  registerOpenWork(censusChecksOpenWork);
});

test('rows and enumerators of whoever is moved go to the successor, who is of the round from then on', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office, 'data_officer');
  const planner = anActor(office);
  const { sourceListId } = await aListedFrame(services, planner, [
    ['01/01', 'Siti'],
    ['01/02', 'Budi'],
  ]);
  const roundId = await aRunningRound(services, planner, { sourceListIds: [sourceListId] });
  const leaving = await aStaffMember(services, office, {
    name: 'Yang pindah',
    grants: [{ role: 'officer', scope: { kind: 'office', code: office } }],
  });
  const successor = await aStaffMember(services, office, {
    name: 'Pengganti',
    grants: [{ role: 'officer', scope: { kind: 'office', code: office } }],
  });
  const other = await anEnumerator(services, planner, roundId);
  for (const duty of ['enumerator', 'supervisor'])
    await execute(services, planner, addMembers, { roundId, userIds: [leaving.userId], duty });
  await execute(services, planner, changeMember, {
    roundId,
    userId: other.userId,
    duty: 'enumerator',
    supervisorId: leaving.userId,
  });
  await execute(services, planner, assignOpenRows, { roundId, userIds: [leaving.userId] });
  expect(
    await execute(services, officer, handOver, {
      handOverId: newId(),
      fromUserId: leaving.userId,
      toUserId: successor.userId,
      withRoles: false,
    }),
  ).toMatchObject({ value: { census_row: 2, census_check: 1 } });
  const rows = await rowsOf(services, office, roundId);
  expect(rows.map(({ assignedTo, status }) => [assignedTo, status])).toEqual([
    [successor.userId, 'assigned'],
    [successor.userId, 'assigned'],
  ]);
  const { members, gone, gesture } = await inOneTransaction(services, planner, async ({ trx }) => ({
    members: await listMembers(trx, { office, roundId }),
    gone: await listGoneRows(trx, office, leaving.userId, 0),
    gesture: await trx
      .selectFrom('assignmentMoves')
      .select('gestureId')
      .where('reason', '=', 'Serah terima')
      .executeTakeFirstOrThrow(),
  }));
  expect(gone).toHaveLength(2);
  const dutiesOf = (userId: string) => members.filter((one) => one.userId === userId).map(({ duty }) => duty);
  expect(dutiesOf(successor.userId).sort()).toEqual(['enumerator', 'supervisor']);
  expect(members.find((one) => one.userId === other.userId)?.supervisorId).toBe(successor.userId);
  expect(await execute(services, planner, undoMove, { roundId, ...gesture })).toMatchObject({
    value: { rows: 2 },
  });
});
