import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { listRecordsBehind } from '../../register-enterprise/index.server.ts';
import { type Support, wasReceived, withoutRepeats } from '../rules/support.ts';
import { listOfRecords } from '../support-store.server.ts';

/**
 * What each of these enterprises received, newest first, over all records that are one with it: the ids asked for → their
 * supports; whoever received nothing is left out. What two merged records both say is told once.
 */
export async function listSupports(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, Support[]>> {
  const standsFor = await listRecordsBehind(trx, office, enterpriseIds);
  const found = await listOfRecords(trx, office, [...standsFor.keys()]);
  const byStanding = Map.groupBy(found, ({ enterpriseId }) => standsFor.get(enterpriseId) ?? enterpriseId);
  return new Map(
    enterpriseIds.flatMap((id): [string, Support[]][] => {
      const supports = byStanding.get(standsFor.get(id) ?? id);
      return supports ? [[id, withoutRepeats(supports)]] : [];
    }),
  );
}

/** How often each was helped on or after the day; who never came is not counted. Whoever was not is left out. */
export async function countSince(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  since: PlainDate,
): Promise<Map<string, number>> {
  const supports = await listSupports(trx, office, enterpriseIds);
  return new Map(
    [...supports].flatMap(([id, list]): [string, number][] => {
      const count = list.filter((one) => one.startedOn >= since && wasReceived(one)).length;
      return count > 0 ? [[id, count]] : [];
    }),
  );
}
