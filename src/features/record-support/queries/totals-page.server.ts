import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  areasForLists,
  canonicalIds,
  countReached,
  listSourceLists,
} from '../../register-enterprise/index.server.ts';
import { listBatches } from '../batch-store.server.ts';
import { wasReceived } from '../rules/support.ts';
import { type Told, totalsOf } from '../rules/totals.ts';
import type { TotalsView, UnreachedLine } from '../rules/totals-view.ts';
import { listForTotals } from '../support-store.server.ts';

/** What was given by year, kind, topic and provider, and who never received anything; null for who sees a part only. */
export async function totalsPage(context: QueryContext): Promise<TotalsView | null> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context)) return null;
  const rows = await listForTotals(trx, officeCode);
  const standing = await canonicalIds(trx, officeCode, [...new Set(rows.map((row) => row.enterpriseId))]);
  const told = rows.map(
    (row): Told => ({ ...row, standsFor: standing.get(row.enterpriseId) ?? row.enterpriseId }),
  );
  const reachedIds = [...new Set(told.filter(wasReceived).map(({ standsFor }) => standsFor))];
  const counts = await countReached(trx, officeCode, reachedIds);
  const villages = await areasForLists(trx, officeCode);
  const nameOf = new Map(villages.map(({ code, name, districtName }) => [code, { name, districtName }]));
  const unreached = [...Map.groupBy(counts, ({ villageCode }) => villageCode)]
    .map(([villageCode, of]): UnreachedLine => {
      const sum = (some: typeof of) => some.reduce((total, one) => total + one.enterprises - one.reached, 0);
      return {
        villageCode,
        village: villageCode === null ? null : (nameOf.get(villageCode)?.name ?? villageCode),
        district: villageCode === null ? null : (nameOf.get(villageCode)?.districtName ?? null),
        enterprises: of.reduce((total, one) => total + one.enterprises, 0),
        never: sum(of),
        female: sum(of.filter(({ sex }) => sex === 'female')),
        male: sum(of.filter(({ sex }) => sex === 'male')),
        unknown: sum(of.filter(({ sex }) => sex === null)),
      };
    })
    .sort((a, b) => b.never - a.never || (a.village ?? '').localeCompare(b.village ?? '', 'id'));
  const lists = new Map(
    (await listSourceLists(trx, officeCode)).map((list) => [list.sourceListId, list.name]),
  );
  const batches = (await listBatches(trx, officeCode)).map((batch) => ({
    ...batch,
    list: lists.get(batch.sourceListId) ?? '',
  }));
  return { totals: totalsOf(told), unreached, batches, asOf: plainDateInWib(now.getTime()) };
}
