import type { CommandContext } from '#platform/command.server.ts';
import { type AssignableRow, insertMoves, type Move, updateAssigned } from '../assignment-store.server.ts';
import { type RowStatus, rowStatusAfter } from '../rules/row-state.ts';

export type HandOver = { row: AssignableRow; to: string | null };

/** The status a row gets by this, or null where it may not be handed over: it was handed in, or set aside. */
export function statusWhenGiven({ status }: AssignableRow, to: string | null): RowStatus | null {
  return rowStatusAfter(status as RowStatus, to === null ? 'unassign' : 'assign');
}

/**
 * Gives rows to people, or takes them back, as one gesture: one move for each pair of who had them and who gets them.
 * The caller holds the rows and has asked `statusWhenGiven` of each.
 */
export async function handOverRows(
  { trx, officeCode, now, actor, newId }: CommandContext,
  roundId: string,
  handOvers: readonly HandOver[],
  { reason = null, undoes = null }: { reason?: string | null; undoes?: string | null } = {},
): Promise<string> {
  const key = { office: officeCode, roundId };
  const gestureId = newId();
  const byPair = Map.groupBy(handOvers, ({ row, to }) => `${row.assignedTo ?? ''} ${to ?? ''}`);
  const moves: Move[] = [];
  for (const group of byPair.values()) {
    const { row: first, to } = group[0]!;
    for (const [status, some] of Map.groupBy(group, ({ row }) => statusWhenGiven(row, to)))
      if (status !== null)
        await updateAssigned(
          trx,
          key,
          some.map(({ row }) => row.rowId),
          { userId: to, status, at: now },
        );
    moves.push({
      moveId: newId(),
      gestureId,
      undoes,
      roundId,
      fromUserId: first.assignedTo,
      toUserId: to,
      rows: group.length,
      rowIds: group.map(({ row }) => row.rowId),
      reason,
      movedAt: now,
      movedBy: actor.name,
    });
  }
  await insertMoves(trx, officeCode, moves);
  return gestureId;
}
