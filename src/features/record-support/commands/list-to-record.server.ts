import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { listOnList, listRecordsBehind, listSourceLists } from '../../register-enterprise/index.server.ts';
import type { Support } from '../rules/support.ts';
import { listRecordsWith } from '../support-store.server.ts';

export type ListToRecord = {
  list: { sourceListId: string; name: string; asOf: string };
  /** Records on the list to write for: of every enterprise that does not have it yet. */
  recordIds: string[];
  /** Enterprises, not records: two rows that became one count once. */
  listed: number;
  fresh: number;
};

/** Who of a list does not have this support on record yet; null where the list is none of the office's. */
export async function listToRecord(
  { trx, officeCode }: Pick<CommandContext | QueryContext, 'trx' | 'officeCode'>,
  sourceListId: string,
  named: Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn'>,
): Promise<ListToRecord | null> {
  const list = (await listSourceLists(trx, officeCode)).find((one) => one.sourceListId === sourceListId);
  if (!list) return null;
  const entries = await listOnList(trx, officeCode, sourceListId);
  const have = await listRecordsWith(trx, officeCode, named);
  const haveIt = new Set((await listRecordsBehind(trx, officeCode, have)).values());
  const fresh = entries.filter(({ standsFor }) => !haveIt.has(standsFor));
  const count = (some: typeof entries) => new Set(some.map(({ standsFor }) => standsFor)).size;
  return {
    list,
    recordIds: fresh.map(({ enterpriseId }) => enterpriseId),
    listed: count(entries),
    fresh: count(fresh),
  };
}
