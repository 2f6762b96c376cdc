import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type ListedEnterprise = {
  enterpriseId: string;
  name: string;
  brand: string | null;
  ownerName: string | null;
  sector: string;
  standing: string;
  operation: string;
  scale: string | null;
  villageCode: string | null;
  villageName: string | null;
  districtName: string | null;
  rt: string | null;
  rw: string | null;
  nib: string | null;
  nibAnswer: string;
  phoneHint: string | null;
  updatedAt: Date;
};

/** What a row of the list shows, in the order of the given ids. Identifiers only in their masked form. */
export async function listEnterprisesByIds(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ListedEnterprise[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await trx
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
      'e.name',
      'e.brand',
      'o.fullName as ownerName',
      'e.sector',
      'e.standing',
      'e.operation',
      'p.villageCode',
      'v.name as villageName',
      'd.name as districtName',
      'p.rt',
      'p.rw',
      'e.nib',
      'e.nibAnswer',
      'e.updatedAt',
    ])
    .select([
      sql<string | null>`coalesce(e.computed_scale, e.reported_scale)`.as('scale'),
      sql<
        string | null
      >`(select h.phone_hint from owner_phones h where h.office_code = e.office_code and h.owner_id = e.owner_id
        order by h.whose = 'own' desc, h.created_at limit 1)`.as('phoneHint'),
    ])
    .where('e.officeCode', '=', office)
    .where((eb) => eb('e.enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .execute();
  const byId = new Map(rows.map((row) => [row.enterpriseId, row]));
  return enterpriseIds.flatMap((id) => byId.get(id) ?? []);
}

/** Names of villages and districts of an office's regency, and what its chips need. */
export function listAreasOf(
  trx: Trx,
  regency: string,
): Promise<{ areaCode: string; level: string; name: string; parentCode: string | null }[]> {
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'level', 'name', 'parentCode'])
    .where('areaCode', 'like', `${regency}.%`)
    .orderBy('areaCode')
    .execute();
}

export function listSourceLists(
  trx: Trx,
  office: string,
): Promise<{ sourceListId: string; name: string; kind: string; asOf: string }[]> {
  return trx
    .selectFrom('sourceLists')
    .select(['sourceListId', 'name', 'kind', 'asOf'])
    .where('officeCode', '=', office)
    .orderBy('asOf', 'desc')
    .orderBy('name')
    .execute();
}

/** KBLI codes of a version with their everyday words: a few hundred to 1,600 rows. */
export function listKbli(
  trx: Trx,
  version: string,
): Promise<{ kbliCode: string; title: string; synonyms: string[] }[]> {
  return trx
    .selectFrom('kbliCodes')
    .select(['kbliCode', 'title', 'synonyms'])
    .where('kbliVersion', '=', version)
    .orderBy('kbliCode')
    .execute();
}

export async function findKbliTitle(trx: Trx, version: string, code: string): Promise<string | null> {
  const row = await trx
    .selectFrom('kbliCodes')
    .select('title')
    .where('kbliVersion', '=', version)
    .where('kbliCode', '=', code)
    .executeTakeFirst();
  return row?.title ?? null;
}

export function listAliasesOf(trx: Trx, regency: string): Promise<{ areaCode: string; alias: string }[]> {
  return trx
    .selectFrom('areaAliases')
    .select(['areaCode', 'alias'])
    .where('areaCode', 'like', `${regency}.%`)
    .execute();
}
