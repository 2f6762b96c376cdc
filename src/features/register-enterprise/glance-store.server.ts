import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type EnterpriseWithOwner = {
  enterpriseId: string;
  name: string;
  ownerId: string | null;
  ownerName: string | null;
  villageCode: string | null;
  villageName: string | null;
  rt: string | null;
  rw: string | null;
};

/** Enterprises with owner and place: those of the given ids, or all of one owner by the records that are theirs. */
export function listWithOwners(
  trx: Trx,
  office: string,
  of: { enterpriseIds: readonly string[] } | { ownerIds: readonly string[] },
): Promise<EnterpriseWithOwner[]> {
  const query = trx
    .selectFrom('enterprises as e')
    .leftJoin('owners as w', (join) =>
      join.onRef('w.officeCode', '=', 'e.officeCode').onRef('w.ownerId', '=', 'e.ownerId'),
    )
    .leftJoin('owners as o', (join) =>
      join
        .onRef('o.officeCode', '=', 'e.officeCode')
        .on('o.ownerId', '=', sql<string>`coalesce(w.merged_into, w.owner_id)`),
    )
    .leftJoin('premises as p', (join) =>
      join
        .onRef('p.officeCode', '=', 'e.officeCode')
        .onRef('p.enterpriseId', '=', 'e.enterpriseId')
        .on('p.kind', '=', 'main'),
    )
    .leftJoin('areas as v', 'v.areaCode', 'p.villageCode')
    .select([
      'e.enterpriseId',
      'e.name',
      'o.ownerId',
      'o.fullName as ownerName',
      'p.villageCode',
      'v.name as villageName',
      'p.rt',
      'p.rw',
    ])
    .where('e.officeCode', '=', office)
    .orderBy('e.name');
  if ('ownerIds' in of)
    return query
      .where((eb) => eb('e.ownerId', '=', eb.fn.any(eb.val([...of.ownerIds]))))
      .where('e.withdrawnAt', 'is', null)
      .where('e.mergedInto', 'is', null)
      .execute();
  return query.where((eb) => eb('e.enterpriseId', '=', eb.fn.any(eb.val([...of.enterpriseIds])))).execute();
}

/** Names of areas by their codes. */
export async function listNamesOf(
  trx: Trx,
  areaCodes: readonly string[],
): Promise<{ areaCode: string; name: string }[]> {
  if (areaCodes.length === 0) return [];
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'name'])
    .where('areaCode', 'in', [...areaCodes])
    .execute();
}

/** Full name of the office, for pages that its owners read. */
export async function getOfficeName(trx: Trx, office: string): Promise<string> {
  const { name } = await trx
    .selectFrom('offices')
    .select('name')
    .where('officeCode', '=', office)
    .executeTakeFirstOrThrow();
  return name;
}

/** The same, for addresses that anybody may write; null where no office has this code. */
export async function findOfficeName(trx: Trx, office: string): Promise<string | null> {
  const row = await trx
    .selectFrom('offices')
    .select('name')
    .where('officeCode', '=', office)
    .executeTakeFirst();
  return row?.name ?? null;
}
