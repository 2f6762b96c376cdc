import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import type { AssignableRow } from '../assignment-store.server.ts';
import { listVillagesOf } from '../assignment-store.server.ts';
import { listLoads, listMembers } from '../member-store.server.ts';
import { type Assignment, assignRows, type Enumerator, type RowToAssign } from '../rules/assign-rows.ts';

export type Hand = Enumerator & { name: string };

/** Enumerators of the round who are there, with what they have and where they know their way. */
export async function handsOf(
  { trx, officeCode }: CommandContext | QueryContext,
  roundId: string,
): Promise<Hand[]> {
  const key = { office: officeCode, roundId };
  const members = await listMembers(trx, key);
  const loads = new Map((await listLoads(trx, key)).map(({ userId, left }) => [userId, left]));
  const places = await listVillagesOf(trx, key);
  return members
    .filter(({ duty, leftOn }) => duty === 'enumerator' && leftOn === null)
    .map(({ userId, name, homeVillages }) => ({
      id: userId,
      name,
      openLoad: loads.get(userId) ?? 0,
      villages: [...new Set([...homeVillages, ...(places.get(userId) ?? [])])],
    }));
}

export const asRowToAssign = ({ rowId, villageCode, rw, rt, sampleOrder }: AssignableRow): RowToAssign => ({
  rowId,
  villageCode: villageCode ?? '',
  rw,
  rt,
  inSample: sampleOrder !== null,
});

/** Who gets which of the rows that nobody has; with a limit the random sub-sample goes first. */
export function planAssignment(
  open: readonly AssignableRow[],
  hands: readonly Hand[],
  limit: number | undefined,
): Assignment[] {
  const sampleFirst =
    limit === undefined
      ? open
      : [
          ...open.filter(({ sampleOrder }) => sampleOrder !== null),
          ...open.filter(({ sampleOrder }) => sampleOrder === null),
        ].slice(0, limit);
  return assignRows(sampleFirst.map(asRowToAssign), hands);
}
