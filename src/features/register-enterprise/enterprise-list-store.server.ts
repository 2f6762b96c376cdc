import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { memberArray } from './merge-store.server.ts';

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
  const { rows } = await sql<ListedEnterprise>`
    select e.enterprise_id, e.name, e.brand, o.full_name as owner_name, e.sector, e.standing, e.operation,
      coalesce(e.computed_scale, e.reported_scale) as scale, p.village_code, v.name as village_name,
      d.name as district_name, p.rt, p.rw, e.nib, e.nib_answer, h.phone_hint, e.updated_at
    from enterprises e
    left join owners w on w.office_code = ${office} and w.owner_id = e.owner_id
    left join owners o on o.office_code = ${office} and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = ${office} and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    left join areas v on v.area_code = p.village_code
    left join areas d on d.area_code = v.parent_code
    left join lateral (
      select phone_hint from owner_phones
      where office_code = ${office} and owner_id = any(${memberArray('owner', 'o')})
      order by whose = 'own' desc, created_at limit 1
    ) h on true
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
  const byId = new Map(rows.map((row) => [row.enterpriseId, row]));
  return enterpriseIds.flatMap((id) => byId.get(id) ?? []);
}

export type RegisterNames = {
  areas: { areaCode: string; level: string; name: string; parentCode: string | null }[];
  groups: { groupId: string; name: string; kind: string }[];
  sources: { sourceListId: string; name: string; kind: string; asOf: string }[];
};

/** What the office calls its areas, groups and source lists, for the chips of every list: in one statement. */
export async function readRegisterNames(trx: Trx, office: string): Promise<RegisterNames> {
  const { rows } = await sql<{ [Kind in keyof RegisterNames]: RegisterNames[Kind] | null }>`select
    (select json_agg(json_build_object('areaCode', area_code, 'level', level, 'name', name, 'parentCode', parent_code)
      order by area_code) from areas where area_code like ${`${office}.%`}) as areas,
    (select json_agg(json_build_object('groupId', group_id, 'name', name, 'kind', kind) order by kind, name)
      from groups where office_code = ${office}) as groups,
    (select json_agg(json_build_object('sourceListId', source_list_id, 'name', name, 'kind', kind, 'asOf', as_of)
      order by as_of desc, name) from source_lists where office_code = ${office}) as sources`.execute(trx);
  const { areas, groups, sources } = rows[0]!;
  return { areas: areas ?? [], groups: groups ?? [], sources: sources ?? [] };
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

/** Lists that stand in the register; of those taken back only where an enterprise of theirs stays. */
export function listSourceLists(
  trx: Trx,
  office: string,
): Promise<{ sourceListId: string; name: string; kind: string; asOf: string }[]> {
  return trx
    .selectFrom('sourceLists')
    .select(['sourceListId', 'name', 'kind', 'asOf'])
    .where('officeCode', '=', office)
    .where(
      sql<boolean>`withdrawn_at is null or exists (select 1 from source_entries s join enterprises e
        on e.office_code = s.office_code and e.enterprise_id = s.enterprise_id and e.withdrawn_at is null
        where s.office_code = source_lists.office_code and s.source_list_id = source_lists.source_list_id)`,
    )
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
