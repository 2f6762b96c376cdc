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
import { totalsFrom } from '../rules/totals.ts';
import type { TotalsView, UnreachedLine } from '../rules/totals-view.ts';
import { countReceived, listReceivers, listRecordsOnLedger } from '../support-store.server.ts';

/** Kelurahan on one page of the list. */
const PAGE = 20;

/**
 * What was given by year, kind, topic and provider, and who never received anything, kelurahan by kelurahan from the place
 * `from` on; null for who sees a part only.
 */
export async function totalsPage(context: QueryContext, from = 0): Promise<TotalsView | null> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context)) return null;
  const records = await listRecordsOnLedger(trx, officeCode);
  const standing = await canonicalIds(trx, officeCode, records);
  const led = new Map([...standing].filter(([id, root]) => id !== root));
  const totals = totalsFrom(await countReceived(trx, officeCode, led));
  const counts = await countReached(trx, officeCode, await listReceivers(trx, officeCode, led));
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
  return {
    totals,
    never: unreached.reduce((sum, line) => sum + line.never, 0),
    all: unreached.reduce((sum, line) => sum + line.enterprises, 0),
    unreached: unreached.slice(from, from + PAGE),
    villages: unreached.length,
    previous: from > 0 ? String(Math.max(0, from - PAGE)) : null,
    next: from + PAGE < unreached.length ? String(from + PAGE) : null,
    batches,
    asOf: plainDateInWib(now.getTime()),
  };
}
