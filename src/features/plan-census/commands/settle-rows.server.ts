import type { Trx } from '#platform/db/connect.server.ts';
import { listLedTo, listMovedOn } from '../../register-enterprise/index.server.ts';
import { listInRound, updateSetAside, updateTakenUp } from '../row-store.server.ts';
import type { Round } from '../rules/row-key.ts';
import { type RowOfOne, settleRowsOfOne } from '../rules/rows-of-one.ts';

/**
 * Brings rows in line with the register: where their enterprises became one with another or were withdrawn, nobody goes
 * twice or in vain; where a merge was undone, the row comes in again. Answers how many rows changed.
 */
export async function settleRows(trx: Trx, round: Round, rows: readonly RowOfOne[]): Promise<number> {
  const { office } = round;
  const movedOn = await listMovedOn(
    trx,
    office,
    rows.map(({ enterpriseId }) => enterpriseId),
  );
  const looked = rows.filter(
    ({ enterpriseId, status }) => movedOn.has(enterpriseId) || status === 'set_aside',
  );
  if (looked.length === 0) return 0;
  const standsFor = ({ enterpriseId }: RowOfOne) => movedOn.get(enterpriseId);
  const gone = looked.filter((row) => standsFor(row) === null);
  let changed = 0;
  const settle = async (some: readonly RowOfOne[], standing: string | null) => {
    const { aside, back } = settleRowsOfOne(some, standing);
    if (aside.length > 0) await updateSetAside(trx, round, aside, standing === null ? null : 'duplicate');
    if (back.length > 0) await updateTakenUp(trx, round, back);
    changed += aside.length + back.length;
  };
  await settle(gone, null);
  const standing = [
    ...new Set(
      looked.filter((row) => standsFor(row) !== null).map((row) => standsFor(row) ?? row.enterpriseId),
    ),
  ];
  if (standing.length === 0) return changed;
  const canonical = new Map(standing.map((id) => [id, id]));
  for (const one of await listLedTo(trx, office, standing)) canonical.set(one.enterpriseId, one.standsFor);
  const together = await listInRound(trx, round, [...canonical.keys()]);
  for (const [id, some] of Map.groupBy(together, ({ enterpriseId }) => canonical.get(enterpriseId) ?? null))
    await settle(some, id);
  return changed;
}
