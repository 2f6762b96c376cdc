import { isToDo, isVisited, type RowStatus } from './row-state.ts';

export type RowOfOne = { rowId: string; enterpriseId: string; status: RowStatus };

/** Rows to be set aside, and one that comes in again. */
export type Settled = { aside: string[]; back: string[] };

/**
 * What becomes of the rows of a round that turned out to be one enterprise: one is visited, once. `standsFor`: the
 * enterprise that stands for all of them, null where it was withdrawn from the register. An answer that came in is never
 * set aside; where there is one, nobody goes again.
 */
export function settleRowsOfOne(rows: readonly RowOfOne[], standsFor: string | null): Settled {
  const toDo = rows.filter(({ status }) => isToDo(status));
  const idsOf = (some: readonly RowOfOne[]) => some.map(({ rowId }) => rowId);
  if (standsFor === null || rows.some(({ status }) => isVisited(status)))
    return { aside: idsOf(toDo), back: [] };
  const own = ({ enterpriseId }: RowOfOne) => enterpriseId === standsFor;
  const byAge = (some: readonly RowOfOne[]) => [...some].sort((a, b) => (a.rowId < b.rowId ? -1 : 1));
  // What came back with a note is with somebody who was there already.
  const keeper = byAge(toDo).find(({ status }) => status === 'sent_back') ?? toDo.find(own) ?? byAge(toDo)[0];
  if (keeper) return { aside: idsOf(toDo.filter((row) => row !== keeper)), back: [] };
  const again = rows.find(own) ?? byAge(rows)[0];
  return { aside: [], back: again ? [again.rowId] : [] };
}
