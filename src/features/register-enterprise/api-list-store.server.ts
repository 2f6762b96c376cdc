import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { FacetFilter } from './rules/register-index.ts';
import type { Within } from './rules/scope.ts';

/** Whether the village of the row's main premises is one of these areas, or lies within one. */
const inAreas = (
  areas: readonly string[],
): RawBuilder<boolean> => sql`exists (select 1 from premises p, unnest(${[...areas]}::text[]) area
  where p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    and (p.village_code = area or starts_with(p.village_code, area || '.')))`;

/** By the record itself, or one that was led to it. */
const inGroups = (
  office: string,
  groups: readonly string[],
): RawBuilder<boolean> => sql`e.enterprise_id in (select coalesce(x.merged_into, x.enterprise_id)
  from group_memberships m join enterprises x on x.office_code = m.office_code and x.enterprise_id = m.enterprise_id
  where m.office_code = ${office} and m.left_on is null and m.group_id::text = any(${[...groups]}::text[]))`;

const onLists = (
  office: string,
  lists: readonly string[],
): RawBuilder<boolean> => sql`e.enterprise_id in (select coalesce(x.merged_into, x.enterprise_id)
  from source_entries s join enterprises x on x.office_code = s.office_code and x.enterprise_id = s.enterprise_id
  where s.office_code = ${office} and s.source_list_id::text = any(${[...lists]}::text[]))`;

/**
 * Ids of enterprises in the order of their ids, after the given one: a page stays the same page while others write,
 * and what is registered meanwhile comes at the end. The filter means what it means to the search index.
 */
export async function listEnterpriseIdsAfter(
  trx: Trx,
  office: string,
  wanted: { filter: FacetFilter; within: Within; after: string | null; limit: number },
): Promise<string[]> {
  const { filter, within, after, limit } = wanted;
  const { village, sector, scale, standing, operation, sources, groups } = filter;
  let query = trx
    .selectFrom('enterprises as e')
    .select('e.enterpriseId')
    .where('e.officeCode', '=', office)
    .where('e.withdrawnAt', 'is', null)
    .where('e.mergedInto', 'is', null)
    .orderBy('e.enterpriseId')
    .limit(limit);
  if (after !== null) query = query.where('e.enterpriseId', '>', after);
  if (within !== null)
    query = query.where((eb) => eb.or([inAreas(within.areas), inGroups(office, within.groups)]));
  if (village) query = query.where(inAreas(village));
  if (sources) query = query.where(onLists(office, sources));
  if (groups) query = query.where(inGroups(office, groups));
  if (sector) query = query.where('e.sector', 'in', [...sector]);
  if (standing) query = query.where('e.standing', 'in', [...standing]);
  if (operation) query = query.where('e.operation', 'in', [...operation]);
  if (scale) query = query.where(sql<string>`coalesce(e.computed_scale, e.reported_scale)`, 'in', [...scale]);
  return (await query.execute()).map((row) => row.enterpriseId);
}

export type AreaRow = { areaCode: string; level: string; name: string };

/** Areas directly within another, by code. */
export function listAreasWithin(trx: Trx, parentCode: string): Promise<AreaRow[]> {
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'level', 'name'])
    .where('parentCode', '=', parentCode)
    .orderBy('areaCode')
    .execute();
}
