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
  products: string[];
  sources: string[];
  groups: string[];
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

/**
 * The horizon, and the ids of enterprises touched by the transaction `since` or a later one: in one statement, for it
 * is asked before every search.
 */
export async function readTouchedSince(
  trx: Trx,
  office: string,
  since: number,
  limit: number,
): Promise<{ horizon: number; touched: string[] }> {
  const { rows } = await sql<{ horizon: number; touched: string[] }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon,
      array(select enterprise_id from enterprises where office_code = ${office} and touched >= ${since} limit ${limit})
        as touched`.execute(trx);
  return rows[0]!;
}

/** Ids of one page of the whole register, in the order of ids. */
export async function listIndexPage(
  trx: Trx,
  office: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const page = trx
    .selectFrom('enterprises')
    .select('enterpriseId')
    .where('officeCode', '=', office)
    .orderBy('enterpriseId')
    .limit(limit);
  const rows = await (after === null ? page : page.where('enterpriseId', '>', after)).execute();
  return rows.map((row) => row.enterpriseId);
}

/** Values of one child table by enterprise. */
async function byEnterprise(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  child: 'products' | 'sources' | 'groups',
): Promise<Map<string, string[]>> {
  const from = {
    products: sql`select enterprise_id, name as value from products where ended_on is null and`,
    sources: sql`select enterprise_id, source_list_id::text as value from source_entries where`,
    groups: sql`select enterprise_id, group_id::text as value from group_memberships where left_on is null and`,
  };
  const { rows } = await sql<{ enterpriseId: string; value: string }>`${from[child]} office_code = ${office}
    and enterprise_id = any(${enterpriseIds}::uuid[])`.execute(trx);
  const values = new Map<string, string[]>();
  for (const { enterpriseId, value } of rows) {
    const known = values.get(enterpriseId);
    if (known) known.push(value);
    else values.set(enterpriseId, [value]);
  }
  return values;
}

/**
 * What the index holds of these enterprises. One plain query a table, put together here: a join of seven tables whose
 * statistics are missing or old (a list was just brought in) is planned badly by orders of magnitude.
 */
export async function listIndexRows(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<IndexRow[]> {
  const ids = [...enterpriseIds];
  const enterprises = await trx
    .selectFrom('enterprises')
    .select(['enterpriseId', 'ownerId', 'name', 'brand', 'sector', 'standing', 'operation', 'withdrawnAt'])
    .select(sql<string | null>`coalesce(computed_scale, reported_scale)`.as('scale'))
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val(ids))))
    .execute();
  const ownerIds = [...new Set(enterprises.flatMap((row) => row.ownerId ?? []))];
  const owners = await trx
    .selectFrom('owners')
    .select(['ownerId', 'fullName'])
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val(ownerIds))))
    .execute();
  const places = await trx
    .selectFrom('premises')
    .select(['enterpriseId', 'villageCode'])
    .where('officeCode', '=', office)
    .where('kind', '=', 'main')
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val(ids))))
    .execute();
  const villageCodes = [...new Set(places.flatMap((row) => row.villageCode ?? []))];
  const areas = await trx
    .selectFrom('areas as village')
    .leftJoin('areas as district', 'district.areaCode', 'village.parentCode')
    .select(['village.areaCode', 'village.name', 'district.name as districtName'])
    .where((eb) => eb('village.areaCode', '=', eb.fn.any(eb.val(villageCodes))))
    .execute();
  const products = await byEnterprise(trx, office, ids, 'products');
  const sources = await byEnterprise(trx, office, ids, 'sources');
  const groups = await byEnterprise(trx, office, ids, 'groups');
  const ownerNames = new Map(owners.map((row) => [row.ownerId, row.fullName]));
  const villageOf = new Map(places.map((row) => [row.enterpriseId, row.villageCode]));
  const areaOf = new Map(areas.map((row) => [row.areaCode, row]));
  return enterprises.map(({ withdrawnAt, ...row }) => {
    const villageCode = villageOf.get(row.enterpriseId) ?? null;
    const area = villageCode === null ? undefined : areaOf.get(villageCode);
    return {
      ...row,
      ownerName: row.ownerId === null ? null : (ownerNames.get(row.ownerId) ?? null),
      villageCode,
      villageName: area?.name ?? null,
      districtName: area?.districtName ?? null,
      products: products.get(row.enterpriseId) ?? [],
      sources: sources.get(row.enterpriseId) ?? [],
      groups: groups.get(row.enterpriseId) ?? [],
      withdrawn: withdrawnAt !== null,
    };
  });
}
