import type { Trx } from '#platform/db/connect.server.ts';
import { canonicalIds, listWithOwners } from '../../register-enterprise/index.server.ts';

/** @property enterpriseId the one that stands for the id asked for */
export type PersonOf = {
  enterpriseId: string;
  name: string;
  owner: string | null;
  village: string | null;
  villageCode: string | null;
};

/** Names by the ids as they were written, each of the enterprise that stands for it now. */
export async function peopleOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<(id: string) => PersonOf> {
  const ids = [...new Set(enterpriseIds)];
  const standsFor = await canonicalIds(trx, office, ids);
  const standing = [...new Set([...standsFor.values(), ...ids])];
  const named = new Map(
    (await listWithOwners(trx, office, { enterpriseIds: standing })).map((one) => [one.enterpriseId, one]),
  );
  return (id) => {
    const enterpriseId = standsFor.get(id) ?? id;
    const one = named.get(enterpriseId);
    return {
      enterpriseId,
      name: one?.name ?? '',
      owner: one?.ownerName ?? null,
      village: one?.villageName ?? null,
      villageCode: one?.villageCode ?? null,
    };
  };
}
