import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** An enterprise that stands for itself, as linkage looks at it. */
export type LinkageRow = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  activity: string | null;
  nib: string | null;
  kbliVersion: string | null;
  kbliCode: string | null;
};

/** Enterprises in the order of their ids, those that were withdrawn or led to another left out. */
export async function listLinkagePage(
  trx: Trx,
  office: string,
  { ids, after, limit }: { ids: readonly string[] | null; after: string | null; limit: number },
): Promise<LinkageRow[]> {
  let query = trx
    .selectFrom('enterprises')
    .select(['enterpriseId', 'ownerId', 'name', 'activity', 'nib', 'kbliVersion', 'kbliCode'])
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('enterpriseId')
    .limit(limit);
  if (after !== null) query = query.where('enterpriseId', '>', after);
  if (ids !== null) query = query.where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...ids]))));
  return query.execute();
}

export type LinkageOwner = {
  ownerId: string;
  fullName: string;
  birthDate: string | null;
  sex: string | null;
  nikCipher: Buffer | null;
  noKkCipher: Buffer | null;
  wrappedKey: Buffer | null;
};

/** For each of these owner records the owner who stands for it; ciphers are under that owner's key. */
export async function listLinkageOwners(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<Map<string, LinkageOwner>> {
  const records = await trx
    .selectFrom('owners')
    .select(['ownerId', 'mergedInto'])
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...ownerIds]))))
    .execute();
  const standing = new Map(records.map(({ ownerId, mergedInto }) => [ownerId, mergedInto ?? ownerId]));
  const rows = await trx
    .selectFrom('owners')
    .leftJoin('personKeys', (join) =>
      join
        .onRef('personKeys.officeCode', '=', 'owners.officeCode')
        .onRef('personKeys.personId', '=', 'owners.ownerId'),
    )
    .select(['ownerId', 'fullName', 'birthDate', 'sex', 'nikCipher', 'noKkCipher', 'wrappedKey'])
    .where('owners.officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...new Set(standing.values())]))))
    .execute();
  const byId = new Map(rows.map((row) => [row.ownerId, row]));
  const found = new Map<string, LinkageOwner>();
  for (const [ownerId, standsFor] of standing) {
    const owner = byId.get(standsFor);
    if (owner) found.set(ownerId, owner);
  }
  return found;
}

export type LinkagePhone = {
  /** The owner who stands for the one who keeps it. */
  ownerId: string;
  keeperId: string;
  phoneCipher: Buffer;
  wrappedKey: Buffer | null;
};

/** Phones of these owners and of all who are led to them, their own before the family's; a kader's tells nothing. */
export async function listLinkagePhones(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<LinkagePhone[]> {
  const { rows } = await sql<LinkagePhone>`
    with people as (
      select owner_id as keeper_id, owner_id from owners
        where office_code = ${office} and owner_id = any(${[...ownerIds]}::uuid[])
      union all
      select owner_id, merged_into from owners
        where office_code = ${office} and merged_into = any(${[...ownerIds]}::uuid[]))
    select p.owner_id, p.keeper_id, h.phone_cipher, k.wrapped_key
    from people p
    join owner_phones h on h.office_code = ${office} and h.owner_id = p.keeper_id and h.whose in ('own', 'family')
    left join person_keys k on k.office_code = ${office} and k.person_id = p.keeper_id
    order by h.whose = 'own' desc, h.created_at, h.phone_id`.execute(trx);
  return rows;
}

export type LinkagePlace = {
  enterpriseId: string;
  villageCode: string | null;
  rt: string | null;
  rw: string | null;
  address: string | null;
};

export function listLinkagePlaces(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<LinkagePlace[]> {
  return trx
    .selectFrom('premises')
    .select(['enterpriseId', 'villageCode', 'rt', 'rw', 'address'])
    .where('officeCode', '=', office)
    .where('kind', '=', 'main')
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .execute();
}

/**
 * Enterprises touched by the transaction `since` or a later one that somebody registered or edited by hand (rows of
 * lists are linked before they are saved), and the horizon from which to look the next time. Transaction numbers that
 * this database has not given out yet came with a backup of another one, and are no change.
 */
export async function listArrivals(
  trx: Trx,
  office: string,
  since: number,
): Promise<{ horizon: number; enterpriseIds: string[] }> {
  const byHand = sql`c.source_list_id is null and c.kind in ('created', 'edited')`;
  const { rows } = await sql<{ horizon: number; enterpriseIds: string[] }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon, array(
      select e.enterprise_id from enterprises e
      where e.office_code = ${office} and e.touched >= ${since}
        and e.touched < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        and e.withdrawn_at is null and e.merged_into is null
        and (exists (select 1 from record_changes c
            where c.office_code = e.office_code and c.enterprise_id = e.enterprise_id and ${byHand})
          or exists (select 1 from record_changes c
            where c.office_code = e.office_code and c.owner_id = e.owner_id and c.enterprise_id is null and ${byHand}))
      ) as enterprise_ids`.execute(trx);
  return rows[0]!;
}
