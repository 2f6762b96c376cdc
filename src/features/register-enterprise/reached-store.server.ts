import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type ReachedCount = {
  /** Null: of no known village. */
  villageCode: string | null;
  sex: 'female' | 'male' | null;
  enterprises: number;
  reached: number;
};

/**
 * Enterprises that stand for themselves and were not found to be gone, by village and the owner's sex, and how many of them
 * are among `reachedIds` (ids that stand for themselves). What is not known is a row of its own: it stays in the denominator.
 */
export async function countReached(
  trx: Trx,
  office: string,
  reachedIds: readonly string[],
): Promise<ReachedCount[]> {
  const { rows } = await sql<ReachedCount>`
    select p.village_code, o.sex, count(*)::int as enterprises, count(r.id)::int as reached
    from enterprises e
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    left join (select distinct id from unnest(${[...reachedIds]}::uuid[]) as given(id)) as r on r.id = e.enterprise_id
    where e.office_code = ${office} and e.withdrawn_at is null and e.merged_into is null
      and e.operation not in ('closed', 'never_existed', 'duplicate')
    group by 1, 2`.execute(trx);
  return rows;
}
