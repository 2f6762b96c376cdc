import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listStoodFor } from '../../register-enterprise/index.server.ts';
import { listEnds, listPairs } from '../pair-store.server.ts';
import { pairViews } from './pair-views.server.ts';

export type SimilarEnterprise = {
  pairId: string;
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  village: string | null;
  /** The kelurahan has been asked. */
  isAsked: boolean;
};

/**
 * "Mungkin sama dengan …": what else on the register may be this enterprise, the likeliest first; null where there is
 * no such enterprise.
 */
export async function openPairsOf(
  context: QueryContext,
  enterpriseId: string,
): Promise<SimilarEnterprise[] | null> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context)) return null;
  const own = new Set(await listStoodFor(trx, officeCode, enterpriseId));
  if (own.size === 0) return null;
  const ends = await listEnds(trx, officeCode, [...own]);
  const rows = await listPairs(
    trx,
    officeCode,
    ends.map(({ pairId }) => pairId),
  );
  const asked = new Set(rows.filter(({ status }) => status === 'asked').map(({ pairId }) => pairId));
  return (await pairViews(context, rows))
    .sort((a, b) => b.weight - a.weight)
    .map(({ pairId, left, right }) => {
      const other = own.has(left.enterpriseId) ? right : left;
      const { name, ownerName, village } = other;
      return {
        pairId,
        enterpriseId: other.enterpriseId,
        name,
        ownerName,
        village,
        isAsked: asked.has(pairId),
      };
    });
}
