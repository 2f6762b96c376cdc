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

const inGroups = (
  groups: readonly string[],
): RawBuilder<boolean> => sql`exists (select 1 from group_memberships m
  where m.office_code = e.office_code and m.enterprise_id = e.enterprise_id and m.left_on is null and m.group_id::text = any(${[...groups]}::text[]))`;

const onLists = (lists: readonly string[]): RawBuilder<boolean> => sql`exists (select 1 from source_entries s
  where s.office_code = e.office_code and s.enterprise_id = e.enterprise_id and s.source_list_id::text = any(${[...lists]}::text[]))`;

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
    .orderBy('e.enterpriseId')
    .limit(limit);
  if (after !== null) query = query.where('e.enterpriseId', '>', after);
  if (within !== null) query = query.where((eb) => eb.or([inAreas(within.areas), inGroups(within.groups)]));
  if (village) query = query.where(inAreas(village));
  if (sources) query = query.where(onLists(sources));
  if (groups) query = query.where(inGroups(groups));
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
