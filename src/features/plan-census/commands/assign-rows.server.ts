import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { lockOpenRows } from '../assignment-store.server.ts';
import { assignInput } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { roundInReach } from './find-round.server.ts';
import { handOverRows } from './hand-over-rows.server.ts';
import { handsOf, planAssignment } from './plan-assignment.server.ts';

/** Bagi baris: hands the rows of a part of the round that nobody has to these people, balanced by load. */
export const assignOpenRows = defineCommand({
  name: 'census.assign_rows',
  permission: censusPermissions['census.plan'],
  input: assignInput,
  async run(context, { roundId, part, userIds, limit }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    const hands = (await handsOf(context, roundId)).filter(({ id }) => userIds.includes(id));
    if (hands.length < new Set(userIds).size) return invalid([{ path: 'userIds', code: 'not_a_choice' }]);
    const open = await lockOpenRows(trx, { office: officeCode, roundId }, part);
    const plan = planAssignment(open, hands, limit);
    if (plan.length === 0) return refused('already_done');
    const rowOf = new Map(open.map((row) => [row.rowId, row]));
    const gestureId = await handOverRows(
      context,
      roundId,
      plan.map(({ rowId, enumeratorId }) => ({ row: rowOf.get(rowId)!, to: enumeratorId })),
    );
    await context.audit({
      action: 'census.rows_assigned',
      subject: { kind: 'census_round', id: roundId },
      details: { gestureId, rows: plan.length, userIds, ...part },
    });
    return done({ gestureId, rows: plan.length });
  },
});
