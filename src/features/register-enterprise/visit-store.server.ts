import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** An enterprise as somebody needs it who goes there: no number in the clear. */
export type EnterpriseToVisit = {
  /** As it was asked for; what is said of it is the record's that stands for it. */
  enterpriseId: string;
  revision: number;
  name: string;
  activity: string | null;
  sector: string;
  ownerName: string | null;
  sex: string | null;
  nikLast4: string | null;
  phoneHint: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  /** The transaction that last changed it, or the record that stands for it. */
  touched: number;
};

/** What the register says of these enterprises; a merged one is answered by the record that stands for it. */
export async function listToVisit(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, EnterpriseToVisit>> {
  const { rows } = await sql<EnterpriseToVisit>`
    select e.enterprise_id, s.revision, s.name, s.activity, s.sector, o.full_name as owner_name, o.sex,
      o.nik_last4, p.phone_hint, m.address, m.latitude, m.longitude, greatest(e.touched, s.touched) as touched
    from unnest(${[...enterpriseIds]}::uuid[]) as asked(enterprise_id)
    join enterprises e on e.office_code = ${office} and e.enterprise_id = asked.enterprise_id
    join enterprises s on s.office_code = ${office} and s.enterprise_id = coalesce(e.merged_into, e.enterprise_id)
    left join owners w on w.office_code = ${office} and w.owner_id = s.owner_id
    left join owners o on o.office_code = ${office} and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join lateral (select phone_hint from owner_phones h
      where h.office_code = ${office} and h.owner_id = o.owner_id order by h.whose <> 'own', h.created_at limit 1) p on true
    left join premises m on m.office_code = ${office} and m.enterprise_id = s.enterprise_id and m.kind = 'main'`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.enterpriseId, row]));
}

/** Revisions of the records that stand for these enterprises. One that the register does not have is left out. */
export async function listRevisions(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, number>> {
  if (enterpriseIds.length === 0) return new Map();
  const { rows } = await sql<{ enterpriseId: string; revision: number }>`
    select e.enterprise_id, s.revision from enterprises e
    join enterprises s on s.office_code = e.office_code and s.enterprise_id = coalesce(e.merged_into, e.enterprise_id)
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ enterpriseId, revision }) => [enterpriseId, revision]));
}
