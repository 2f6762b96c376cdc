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

function standing(
  office: string,
  { before, visitedIds }: Pick<NotVisitedFilter, 'before' | 'visitedIds'>,
): RawBuilder<unknown> {
  return sql`from enterprises e
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where e.office_code = ${office} and e.withdrawn_at is null and e.merged_into is null
      and e.operation <> all(${gone}::text[])
      and ${before === null ? sql`e.verified_on is null` : sql`e.verified_on < ${before}::date`}
      and not exists (select 1 from unnest(${[...visitedIds]}::uuid[]) as seen(id) where seen.id = e.enterprise_id)`;
}

/** Of whom it is not known where, or who, they are. */
const NOT_KNOWN = 'unknown';

const columns = {
  villageCode: 'p.village_code',
  sector: 'e.sector',
  sex: 'o.sex',
  disability: 'o.disability',
} as const;
type NotVisitedFacet = keyof typeof columns;
const facets = Object.keys(columns) as NotVisitedFacet[];
const facetValue = (facet: NotVisitedFacet) => sql`coalesce(${sql.ref(columns[facet])}, ${NOT_KNOWN})`;

export type NotVisitedGroup = Record<NotVisitedFacet, string> & { count: number };

/** How many there are, by kelurahan, sector, sex and disability at once: the counts of all facets from one look. */
export async function countNotVisited(
  trx: Trx,
  office: string,
  span: Pick<NotVisitedFilter, 'before' | 'visitedIds'>,
): Promise<NotVisitedGroup[]> {
  const { rows } = await sql<NotVisitedGroup>`
    select ${facetValue('villageCode')} as village_code, ${facetValue('sector')} as sector, ${facetValue('sex')} as sex,
      ${facetValue('disability')} as disability, count(*)::int as count
    ${standing(office, span)} group by 1, 2, 3, 4`.execute(trx);
  return rows;
}

/** In the order of their ids; `after`: the id of the last one before. Numbers masked. */
export async function listNotVisited(
  trx: Trx,
  office: string,
  filter: NotVisitedFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<NotVisited[]> {
  const only = sql.join(
    [
      sql`true`,
      ...facets.flatMap((facet) =>
        filter[facet] === '' ? [] : [sql`${facetValue(facet)} = ${filter[facet]}`],
      ),
    ],
    sql` and `,
  );
  const { rows } = await sql<NotVisited>`
    select e.enterprise_id, e.name, o.full_name as owner_name, o.sex, e.sector, v.name as village_name,
      d.name as district_name, p.rt, p.rw, p.address, e.verified_on,
      (select phone_hint from owner_phones h where h.office_code = e.office_code and h.owner_id = o.owner_id
        order by h.whose <> 'own', h.created_at limit 1) as phone_hint
    from (select e.enterprise_id as id ${standing(office, filter)} and ${only}
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
