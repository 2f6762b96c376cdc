import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { memberArray } from './merge-store.server.ts';

export type ComparedRow = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  brand: string | null;
  activity: string | null;
  sector: string;
  kbliTitle: string | null;
  ownerName: string | null;
  sex: string | null;
  birthDate: string | null;
  nikLast4: string | null;
  nib: string | null;
  standing: string;
  operation: string;
  villageCode: string | null;
  village: string | null;
  district: string | null;
  rt: string | null;
  rw: string | null;
  hamlet: string | null;
  address: string | null;
  phones: string[];
  products: string[];
  sources: { name: string; asOf: string }[];
  createdAt: Date;
};

/**
 * Enterprises as people compare them, withdrawn ones left out; no cipher in it, numbers only as their masks.
 * `asTheyWere`: what each record says by itself, though it may have been merged since.
 */
export async function listForComparison(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  asTheyWere = false,
): Promise<ComparedRow[]> {
  if (enterpriseIds.length === 0) return [];
  const listOf = (what: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
    sql`(select coalesce(json_agg(${what}), '[]') ${from})`;
  /** What a merged record says by itself stands in its column `own`. */
  const said = (own: RawBuilder<unknown>, shown: RawBuilder<unknown>) =>
    asTheyWere ? sql`coalesce(${own} -> 'values', ${shown})` : shown;
  const ofEnterprise = said(
    sql`e.own`,
    sql`jsonb_build_object('ownerId', e.owner_id, 'name', e.name, 'brand', e.brand, 'activity', e.activity,
      'sector', e.sector, 'kbliVersion', e.kbli_version, 'kbliCode', e.kbli_code, 'nib', e.nib,
      'standing', e.standing, 'operation', e.operation, 'villageCode', p.village_code, 'rt', p.rt, 'rw', p.rw,
      'hamlet', p.hamlet, 'address', p.address)`,
  );
  const ofOwner = said(
    sql`o.own`,
    sql`jsonb_build_object('fullName', o.full_name, 'sex', o.sex, 'birthDate', o.birth_date, 'nikLast4', o.nik_last4)`,
  );
  const ownerId = asTheyWere ? sql`r."ownerId"` : sql`coalesce(named.merged_into, r."ownerId")`;
  const phonesOf = asTheyWere
    ? sql`h.owner_id = o.owner_id`
    : sql`h.owner_id in (select m.owner_id from owners m
        where m.office_code = e.office_code and (m.owner_id = o.owner_id or m.merged_into = o.owner_id))`;
  const members = asTheyWere ? sql`array[e.enterprise_id]` : memberArray('enterprise', 'e');
  const { rows } = await sql<ComparedRow>`
    select e.enterprise_id, o.owner_id, r.name, r.brand, r.activity, r.sector, k.title as kbli_title,
      w."fullName" as owner_name, w.sex, w."birthDate" as birth_date, w."nikLast4" as nik_last4, r.nib, r.standing,
      r.operation, r."villageCode" as village_code, v.name as village, d.name as district, r.rt, r.rw, r.hamlet,
      r.address, e.created_at,
      ${listOf(
        sql`distinct h.phone_hint`,
        sql`from owner_phones h where h.office_code = e.office_code and ${phonesOf}`,
      )} as phones,
      ${listOf(
        sql`distinct g.name order by g.name`,
        sql`from products g where g.office_code = e.office_code and g.enterprise_id = any(${members})
          and g.ended_on is null`,
      )} as products,
      ${listOf(
        sql`json_build_object('name', l.name, 'asOf', l.as_of) order by l.as_of desc`,
        sql`from source_lists l where l.office_code = e.office_code and l.withdrawn_at is null
          and l.source_list_id in (select s.source_list_id from source_entries s
            where s.office_code = e.office_code and s.enterprise_id = any(${members}))`,
      )} as sources
    from enterprises e
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    cross join lateral jsonb_to_record(${ofEnterprise}) as r ("ownerId" uuid, name text, brand text, activity text,
      sector text, "kbliVersion" text, "kbliCode" text, nib text, standing text, operation text, "villageCode" text,
      rt text, rw text, hamlet text, address text)
    left join owners named on named.office_code = e.office_code and named.owner_id = r."ownerId"
    left join owners o on o.office_code = e.office_code and o.owner_id = ${ownerId}
    left join lateral jsonb_to_record(${ofOwner}) as w ("fullName" text, sex text, "birthDate" date, "nikLast4" text)
      on true
    left join areas v on v.area_code = r."villageCode"
    left join areas d on d.area_code = v.parent_code
    left join kbli_codes k on k.kbli_version = r."kbliVersion" and k.kbli_code = r."kbliCode"
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and e.withdrawn_at is null`.execute(trx);
  return rows;
}

/** Each enterprise → the one that now stands for it; those that were withdrawn are left out. */
export async function listStandingIds(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, string>> {
  if (enterpriseIds.length === 0) return new Map();
  const { rows } = await sql<{ enterpriseId: string; standsFor: string }>`
    select e.enterprise_id, coalesce(e.merged_into, e.enterprise_id) as stands_for
    from enterprises e
    left join enterprises s on s.office_code = e.office_code and s.enterprise_id = e.merged_into
    where e.office_code = ${office} and e.enterprise_id = any(${[...new Set(enterpriseIds)]}::uuid[])
      and coalesce(s.withdrawn_at, e.withdrawn_at) is null`.execute(trx);
  return new Map(rows.map(({ enterpriseId, standsFor }) => [enterpriseId, standsFor]));
}

/** All enterprises that one stands for, itself among them. */
export async function listStoodFor(trx: Trx, office: string, enterpriseId: string): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`select enterprise_id from enterprises
    where office_code = ${office} and (enterprise_id = ${enterpriseId} or merged_into = ${enterpriseId})`.execute(
    trx,
  );
  return rows.map((row) => row.enterpriseId);
}

/**
 * All records behind these enterprises, each with the one that stands for it: themselves, those led to them, and those that
 * stand beside them under the same one. Withdrawn ones among them.
 */
export async function listRecordsBehind(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, string>> {
  if (enterpriseIds.length === 0) return new Map();
  const { rows } = await sql<{ enterpriseId: string; standsFor: string }>`
    with asked as (select distinct coalesce(e.merged_into, e.enterprise_id) as id from enterprises e
      where e.office_code = ${office} and e.enterprise_id = any(${[...new Set(enterpriseIds)]}::uuid[]))
    select id as enterprise_id, id as stands_for from asked
    union all select m.enterprise_id, m.merged_into from asked
      join enterprises m on m.office_code = ${office} and m.merged_into = asked.id`.execute(trx);
  return new Map(rows.map(({ enterpriseId, standsFor }) => [enterpriseId, standsFor]));
}
