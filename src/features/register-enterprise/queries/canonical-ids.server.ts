import type { Trx } from '#platform/db/connect.server.ts';
import { listCanonicalIds } from '../merge-store.server.ts';

/** For each of these enterprises the one that stands for it, itself unless it was merged; ids that are none are left out. */
export function canonicalIds(
  trx: Trx,
  officeCode: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, string>> {
  return listCanonicalIds(trx, officeCode, 'enterprise', enterpriseIds);
}
