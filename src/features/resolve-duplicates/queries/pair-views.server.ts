import type { QueryContext } from '#platform/command.server.ts';
import {
  chooseSurvivorOf,
  listStandingIds,
  recordsSideBySide,
} from '../../register-enterprise/index.server.ts';
import type { PairRow } from '../pair-store.server.ts';
import type { PairView } from '../rules/pair-view.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'now'>;

/**
 * Pairs with the records that stand for both ends now; those whose records are gone, or one by now, are left out.
 * `asTheyWere`: the two records themselves, though they have been merged since.
 */
export async function pairViews(
  context: Context,
  pairs: readonly PairRow[],
  { asTheyWere = false } = {},
): Promise<PairView[]> {
  const ids = pairs.flatMap(({ leftId, rightId }) => [leftId, rightId]);
  const standing = asTheyWere ? null : await listStandingIds(context.trx, context.officeCode, ids);
  const shownId = (id: string) => (standing ? standing.get(id) : id);
  const shown = ids.flatMap((id) => shownId(id) ?? []);
  const records = await recordsSideBySide(context, [...new Set(shown)], { asTheyWere });
  return pairs.flatMap((pair) => {
    const left = records.get(shownId(pair.leftId) ?? '');
    const right = records.get(shownId(pair.rightId) ?? '');
    if (!left || !right || left === right) return [];
    const { pairId, steps, weight, suggests, conflict } = pair;
    const survivor = chooseSurvivorOf(left, right) === left ? 'left' : 'right';
    return [{ pairId, sampleId: null, left, right, steps, weight, suggests, conflict, survivor }];
  });
}
