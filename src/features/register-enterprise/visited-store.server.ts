import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** Who was not visited, narrowed; blank does not narrow. */
export type NotVisitedFilter = {
  /** Last checked before this day; null: never checked at all. */
  before: string | null;
  /** Visited otherwise (by a census that verified nothing, such as a refusal) so that they do not count. */
  visitedIds: readonly string[];
  villageCode: string;
  sector: string;
  sex: string;
  disability: string;
};

export type NotVisited = {
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  sex: string | null;
  sector: string;
  villageName: string | null;
  districtName: string | null;
  rt: string | null;
  rw: string | null;
  address: string | null;
  phoneHint: string | null;
  verifiedOn: string | null;
};

/** Those that were found to be gone need no visit. */
const gone = ['closed', 'never_existed', 'duplicate'];

function standing(office: string, filter: NotVisitedFilter, except?: Facet): RawBuilder<unknown> {
  const only = (facet: Facet, column: string) =>
    filter[facet] === '' || facet === except ? sql`true` : sql`${sql.ref(column)} = ${filter[facet]}`;
  return sql`from enterprises e
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where e.office_code = ${office} and e.withdrawn_at is null and e.merged_into is null
      and e.operation <> all(${gone}::text[])
      and ${filter.before === null ? sql`e.verified_on is null` : sql`e.verified_on < ${filter.before}::date`}
      and not exists (select 1 from unnest(${[...filter.visitedIds]}::uuid[]) as seen(id) where seen.id = e.enterprise_id)
      and ${only('villageCode', 'p.village_code')} and ${only('sector', 'e.sector')}
      and ${only('sex', 'o.sex')} and ${only('disability', 'o.disability')}`;
}

const columns = {
  villageCode: 'p.village_code',
  sector: 'e.sector',
  sex: 'o.sex',
  disability: 'o.disability',
} as const;
type Facet = keyof typeof columns;

/** How many there are by each value of a facet, narrowed by all the others. */
export async function countNotVisitedBy(
  trx: Trx,
  office: string,
  filter: NotVisitedFilter,
  facet: Facet,
): Promise<{ value: string; count: number }[]> {
  const { rows } = await sql<{ value: string; count: number }>`
    select ${sql.ref(columns[facet])} as value, count(*)::int as count ${standing(office, filter, facet)}
      and ${sql.ref(columns[facet])} is not null
    group by 1 order by 2 desc, 1`.execute(trx);
  return rows;
}

export async function countNotVisited(trx: Trx, office: string, filter: NotVisitedFilter): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count ${standing(office, filter)}`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** In the order of their ids; `after`: the id of the last one before. Numbers masked. */
export async function listNotVisited(
  trx: Trx,
  office: string,
  filter: NotVisitedFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<NotVisited[]> {
  const { rows } = await sql<NotVisited>`
    select e.enterprise_id, e.name, o.full_name as owner_name, o.sex, e.sector, v.name as village_name,
      d.name as district_name, p.rt, p.rw, p.address, e.verified_on,
      (select phone_hint from owner_phones h where h.office_code = e.office_code and h.owner_id = o.owner_id
        order by h.whose <> 'own', h.created_at limit 1) as phone_hint
    from (select e.enterprise_id as id ${standing(office, filter)}
        and ${after === null ? sql`true` : sql`e.enterprise_id > ${after}::uuid`}
        order by e.enterprise_id limit ${limit}) as chosen
    join enterprises e on e.office_code = ${office} and e.enterprise_id = chosen.id
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    left join areas v on v.area_code = p.village_code
    left join areas d on d.area_code = v.parent_code
    order by e.enterprise_id`.execute(trx);
  return rows;
}
