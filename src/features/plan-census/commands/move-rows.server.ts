import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { isUndone, listGesture, lockRows, lockRowsOf } from '../assignment-store.server.ts';
import { moveRowsInput, shareOutInput, undoMoveInput } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { reassignRows } from '../rules/assign-rows.ts';
import { roundInReach } from './find-round.server.ts';
import { type HandOver, handOverRows, statusWhenGiven } from './hand-over-rows.server.ts';
import { asRowToAssign, handsOf } from './plan-assignment.server.ts';

const permission = censusPermissions['census.plan'];

/** Bagikan ke yang lain: all that somebody has not handed in goes to the others, balanced by load. */
export const shareOutRows = defineCommand({
  name: 'census.share_out_rows',
  permission,
  input: shareOutInput,
  async run(context, { roundId, userId, reason }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    const others = (await handsOf(context, roundId)).filter(({ id }) => id !== userId);
    if (others.length === 0) return refused('wrong_state');
    const rows = await lockRowsOf(trx, { office: officeCode, roundId }, userId);
    if (rows.length === 0) return refused('already_done');
    const rowOf = new Map(rows.map((row) => [row.rowId, row]));
    const plan = reassignRows(userId, rows.map(asRowToAssign), others);
    const gestureId = await handOverRows(
      context,
      roundId,
      plan.map(({ rowId, enumeratorId }) => ({ row: rowOf.get(rowId)!, to: enumeratorId })),
      { reason: reason ?? null },
    );
    await context.audit({
      action: 'census.rows_shared_out',
      subject: { kind: 'census_round', id: roundId },
      ...(reason === undefined ? {} : { reason }),
      details: { gestureId, userId, rows: plan.length },
    });
    return done({ gestureId, rows: plan.length });
  },
});

/** Gives chosen rows to one person, or takes them back from whoever has them. */
export const moveRows = defineCommand({
  name: 'census.move_rows',
  permission,
  input: moveRowsInput,
  async run(context, { roundId, rowIds, toUserId, reason }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    const to = toUserId ?? null;
    if (to !== null && !(await handsOf(context, roundId)).some(({ id }) => id === to))
      return invalid([{ path: 'toUserId', code: 'not_a_choice' }]);
    const rows = await lockRows(trx, { office: officeCode, roundId }, rowIds);
    if (rows.length < new Set(rowIds).size) return refused('not_found');
    const moving = rows.filter((row) => row.assignedTo !== to && statusWhenGiven(row, to) !== null);
    if (moving.length === 0)
      return refused(rows.every((row) => row.assignedTo === to) ? 'already_done' : 'wrong_state');
    const gestureId = await handOverRows(
      context,
      roundId,
      moving.map((row) => ({ row, to })),
      { reason: reason ?? null },
    );
    await context.audit({
      action: 'census.rows_moved',
      subject: { kind: 'census_round', id: roundId },
      ...(reason === undefined ? {} : { reason }),
      details: { gestureId, rows: moving.length, left: rows.length - moving.length, toUserId: to },
    });
    return done({ gestureId, rows: moving.length });
  },
});

/** Takes one gesture back: rows that are still where it put them, and not handed in, go back to who had them. */
export const undoMove = defineCommand({
  name: 'census.undo_move',
  permission,
  input: undoMoveInput,
  async run(context, { roundId, gestureId }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    const key = { office: officeCode, roundId };
    const moves = await listGesture(trx, key, gestureId);
    if (moves.length === 0) return refused('not_found');
    if (await isUndone(trx, key, gestureId)) return refused('already_done');
    const here = new Set((await handsOf(context, roundId)).map(({ id }) => id));
    const back: HandOver[] = [];
    for (const { fromUserId, toUserId, rowIds } of moves) {
      // Who left the round since gets nothing back.
      const to = fromUserId !== null && here.has(fromUserId) ? fromUserId : null;
      for (const row of await lockRows(trx, key, rowIds))
        if (row.assignedTo === toUserId && statusWhenGiven(row, to) !== null) back.push({ row, to });
    }
    if (back.length === 0) return refused('wrong_state');
    await handOverRows(context, roundId, back, { undoes: gestureId });
    await context.audit({
      action: 'census.move_undone',
      subject: { kind: 'census_round', id: roundId },
      details: { gestureId, rows: back.length },
    });
    return done({ rows: back.length });
  },
});
