import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type IndexRow = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  brand: string | null;
  ownerName: string | null;
  villageCode: string | null;
  villageName: string | null;
  districtName: string | null;
  sector: string;
  scale: string | null;
  standing: string;
  operation: string;
  products: string[] | null;
  sources: string[] | null;
  groups: string[] | null;
  /** Came with a list that was taken back. */
  withdrawn: boolean;
};

/** Oldest transaction still running: what it and later ones write may not be visible yet. */
export async function readHorizon(trx: Trx): Promise<number> {
  const { rows } = await sql<{
    xmin: number;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin`.execute(trx);
  return rows[0]!.xmin;
}

/** Ids of enterprises touched by that transaction or a later one. */
export async function listTouchedSince(
  trx: Trx,
  office: string,
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('enterprises')
    .select('enterpriseId')
    .where('officeCode', '=', office)
    .where('touched', '>=', since)
    .limit(limit)
    .execute();
  return rows.map((row) => row.enterpriseId);
}

function indexRows(trx: Trx, office: string) {
  return trx
    .selectFrom('enterprises as e')
    .leftJoin('owners as o', (join) =>
      join.onRef('o.officeCode', '=', 'e.officeCode').onRef('o.ownerId', '=', 'e.ownerId'),
    )
    .leftJoin('premises as p', (join) =>
      join
        .onRef('p.officeCode', '=', 'e.officeCode')
        .onRef('p.enterpriseId', '=', 'e.enterpriseId')
        .on('p.kind', '=', 'main'),
    )
    .leftJoin('areas as v', 'v.areaCode', 'p.villageCode')
    .leftJoin('areas as d', 'd.areaCode', 'v.parentCode')
    .select([
      'e.enterpriseId',
      'e.ownerId',
      'e.name',
      'e.brand',
      'o.fullName as ownerName',
      'p.villageCode',
      'v.name as villageName',
      'd.name as districtName',
      'e.sector',
      'e.standing',
      'e.operation',
    ])
    .select([
      sql<boolean>`e.withdrawn_at is not null`.as('withdrawn'),
      sql<string | null>`coalesce(e.computed_scale, e.reported_scale)`.as('scale'),
      sql<
        string[] | null
      >`(select array_agg(x.name) from products x where x.office_code = e.office_code and x.enterprise_id = e.enterprise_id and x.ended_on is null)`.as(
        'products',
      ),
      sql<
        string[] | null
      >`(select array_agg(x.source_list_id) from source_entries x where x.office_code = e.office_code and x.enterprise_id = e.enterprise_id)`.as(
        'sources',
      ),
      sql<
        string[] | null
      >`(select array_agg(x.group_id) from group_memberships x where x.office_code = e.office_code and x.enterprise_id = e.enterprise_id and x.left_on is null)`.as(
        'groups',
      ),
    ])
    .where('e.officeCode', '=', office);
}

export function listIndexRows(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<IndexRow[]> {
  return indexRows(trx, office)
    .where((eb) => eb('e.enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .execute();
}

/** One page of the whole register, in the order of ids. */
export function listIndexPage(
  trx: Trx,
  office: string,
  after: string | null,
  limit: number,
): Promise<IndexRow[]> {
  const page = indexRows(trx, office).orderBy('e.enterpriseId').limit(limit);
  return (after === null ? page : page.where('e.enterpriseId', '>', after)).execute();
}
