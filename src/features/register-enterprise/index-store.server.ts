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
  /** Names of records led to this one, by which it is found too. */
  otherNames: string[];
  otherOwnerNames: string[];
  /** Out of sight: came with a list that was taken back, or was led to another. */
  hidden: boolean;
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
  return grouped(
    rows,
    ({ enterpriseId }) => enterpriseId,
    ({ value }) => value,
  );
}

function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  pick: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(pick(row));
    else groups.set(keyOf(row), [pick(row)]);
  }
  return groups;
}

/** These enterprises, those that they are led to, and all that are led to those. */
async function listWithLed(trx: Trx, office: string, enterpriseIds: readonly string[]) {
  const rowsOf = (column: 'enterpriseId' | 'mergedInto', ids: readonly string[]) =>
    trx
      .selectFrom('enterprises')
      .select(['enterpriseId', 'ownerId', 'name', 'brand', 'sector', 'standing', 'operation'])
      .select(['withdrawnAt', 'mergedInto'])
      .select(sql<string | null>`coalesce(computed_scale, reported_scale)`.as('scale'))
      .where('officeCode', '=', office)
      .where((eb) => eb(column, '=', eb.fn.any(eb.val([...ids]))))
      .execute();
  const asked = await rowsOf('enterpriseId', enterpriseIds);
  const known = new Set(enterpriseIds);
  const away = [...new Set(asked.flatMap(({ mergedInto }) => mergedInto ?? []))].filter(
    (id) => !known.has(id),
  );
  if (away.length > 0) asked.push(...(await rowsOf('enterpriseId', away)));
  const standing = asked
    .filter(({ mergedInto }) => mergedInto === null)
    .map(({ enterpriseId }) => enterpriseId);
  const led = await rowsOf('mergedInto', standing);
  return {
    asked,
    led: grouped(
      led,
      ({ mergedInto }) => mergedInto!,
      (row) => row,
    ),
  };
}

/** For each of these owners the one who stands for them, and the names of all records that are theirs. */
async function listOwnerNames(trx: Trx, office: string, ownerIds: readonly string[]) {
  const { rows } = await sql<{ ownerId: string; mergedInto: string | null; fullName: string; own: boolean }>`
    select owner_id, merged_into, full_name, own is not null as own from owners
    where office_code = ${office} and owner_id = any(${[...ownerIds]}::uuid[])`.execute(trx);
  const canonical = new Map(rows.map((row) => [row.ownerId, row.mergedInto ?? row.ownerId]));
  const names = new Map(rows.map((row) => [row.ownerId, row.fullName]));
  const several = [...new Set(rows.filter(({ own }) => own).map((row) => canonical.get(row.ownerId)!))];
  const others = new Map<string, string[]>();
  if (several.length > 0) {
    const { rows: same } = await sql<{ ownerId: string; mergedInto: string | null; fullName: string }>`
      select owner_id, merged_into, full_name from owners
      where office_code = ${office} and (owner_id = any(${several}::uuid[]) or merged_into = any(${several}::uuid[]))`.execute(
      trx,
    );
    for (const { ownerId, mergedInto, fullName } of same) {
      names.set(ownerId, fullName);
      if (mergedInto !== null) others.set(mergedInto, [...(others.get(mergedInto) ?? []), fullName]);
    }
  }
  return { canonical, names, others };
}

/**
 * What the index holds of these enterprises, and of those they are led to. One plain query a table, put together here:
 * a join of seven tables whose statistics are missing or old (a list was just brought in) is planned badly by orders
 * of magnitude.
 */
export async function listIndexRows(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<IndexRow[]> {
  const { asked: enterprises, led } = await listWithLed(trx, office, enterpriseIds);
  const ids = enterprises.map(({ enterpriseId }) => enterpriseId);
  const everyone = [...enterprises, ...[...led.values()].flat()];
  const all = [...new Set(everyone.map(({ enterpriseId }) => enterpriseId))];
  const owners = await listOwnerNames(trx, office, [
    ...new Set(everyone.flatMap((row) => row.ownerId ?? [])),
  ]);
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
  const products = await byEnterprise(trx, office, all, 'products');
  const sources = await byEnterprise(trx, office, all, 'sources');
  const groups = await byEnterprise(trx, office, all, 'groups');
  const villageOf = new Map(places.map((row) => [row.enterpriseId, row.villageCode]));
  const areaOf = new Map(areas.map((row) => [row.areaCode, row]));
  return enterprises.map(({ withdrawnAt, mergedInto, ...row }) => {
    const villageCode = villageOf.get(row.enterpriseId) ?? null;
    const area = villageCode === null ? undefined : areaOf.get(villageCode);
    const ownerId = row.ownerId === null ? null : (owners.canonical.get(row.ownerId) ?? null);
    const others = led.get(row.enterpriseId) ?? [];
    const childrenIn = (child: Map<string, string[]>) =>
      others.length === 0
        ? (child.get(row.enterpriseId) ?? [])
        : [...new Set([row, ...others].flatMap((one) => child.get(one.enterpriseId) ?? []))];
    return {
      ...row,
      ownerId,
      ownerName: ownerId === null ? null : (owners.names.get(ownerId) ?? null),
      villageCode,
      villageName: area?.name ?? null,
      districtName: area?.districtName ?? null,
      products: childrenIn(products),
      sources: childrenIn(sources),
      groups: childrenIn(groups),
      otherNames: others.flatMap(({ name, brand }) => (brand === null ? [name] : [name, brand])),
      otherOwnerNames: [
        ...((ownerId && owners.others.get(ownerId)) || []),
        ...others.flatMap((one) => (one.ownerId && owners.names.get(one.ownerId)) || []),
      ],
      hidden: withdrawnAt !== null || mergedInto !== null,
    };
  });
}
