import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** An enterprise and its owner as somebody needs them who wants to reach them; no number in the clear. */
export type EnterpriseToReach = {
  enterpriseId: string;
  name: string;
  operation: string;
  sector: string;
  ownerId: string | null;
  ownerName: string | null;
  sex: string | null;
  deceased: boolean;
  villageCode: string | null;
  villageName: string | null;
  districtName: string | null;
  rt: string | null;
  rw: string | null;
  address: string | null;
};

/** These enterprises, by the ids of records that stand for themselves; no order. */
export async function listToReach(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<EnterpriseToReach[]> {
  if (enterpriseIds.length === 0) return [];
  const { rows } = await sql<EnterpriseToReach>`
    select e.enterprise_id, e.name, e.operation, e.sector, o.owner_id, o.full_name as owner_name, o.sex,
      coalesce(o.deceased, false) as deceased, p.village_code, v.name as village_name, d.name as district_name,
      p.rt, p.rw, p.address
    from enterprises e
    left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
    left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    left join areas v on v.area_code = p.village_code
    left join areas d on d.area_code = v.parent_code
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
  return rows;
}

export type PhoneToReach = { ownerId: string; phoneIndex: Buffer; phoneHint: string };

/**
 * Phones of these owners and of all who are led to them, their own before the family's, the newest first. A kader's
 * phone is not the owner's: nobody is reached by it.
 */
export async function listPhonesToReach(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<PhoneToReach[]> {
  if (ownerIds.length === 0) return [];
  const { rows } = await sql<PhoneToReach>`
    with people as (
      select owner_id, owner_id as keeper_id from owners
        where office_code = ${office} and owner_id = any(${[...ownerIds]}::uuid[])
      union all
      select merged_into, owner_id from owners
        where office_code = ${office} and merged_into = any(${[...ownerIds]}::uuid[]))
    select p.owner_id, h.phone_index, h.phone_hint from people p
    join owner_phones h on h.office_code = ${office} and h.owner_id = p.keeper_id and h.whose in ('own', 'family')
    order by h.whose = 'own' desc, h.created_at desc, h.phone_id`.execute(trx);
  return rows;
}

export type SealedPhone = { ownerId: string; phoneCipher: Buffer; wrappedKey: Buffer };

/** The number behind a blind index, sealed; undefined when no owner has it any more. */
export async function findSealedPhone(
  trx: Trx,
  office: string,
  phoneIndex: Buffer,
): Promise<SealedPhone | undefined> {
  const { rows } = await sql<SealedPhone>`
    select h.owner_id, h.phone_cipher, k.wrapped_key from owner_phones h
    join person_keys k on k.office_code = h.office_code and k.person_id = h.owner_id
    where h.phone_index = ${phoneIndex} and h.office_code = ${office} limit 1`.execute(trx);
  return rows[0];
}

/** The owner and all who are led to them, for what was said by either; the first is the one who stands. */
export async function listOwnersStoodFor(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<{ ownerId: string; standsFor: string }[]> {
  if (ownerIds.length === 0) return [];
  const { rows } = await sql<{ ownerId: string; standsFor: string }>`
    with standing as (select distinct coalesce(merged_into, owner_id) as owner_id from owners
      where office_code = ${office} and owner_id = any(${[...ownerIds]}::uuid[]))
    select o.owner_id, s.owner_id as stands_for from standing s
    join owners o on o.office_code = ${office} and (o.owner_id = s.owner_id or o.merged_into = s.owner_id)`.execute(
    trx,
  );
  return rows;
}

/** Whom nobody greeted: enterprises but for these, by area, sector, sex and disability; blank does not narrow. */
export type NotGreetedFilter = {
  greetedIds: readonly string[];
  villageCode: string;
  sector: string;
  sex: string;
  disability: string;
};

const columns = {
  villageCode: 'p.village_code',
  sector: 'e.sector',
  sex: 'o.sex',
  disability: 'o.disability',
} as const;
type Facet = keyof typeof columns;
const facets = Object.keys(columns) as Facet[];
const facetValue = (facet: Facet) => sql`coalesce(${sql.ref(columns[facet])}, 'unknown')`;
/** Those that were found to be gone need no greeting. */
const gone = ['closed', 'never_existed', 'duplicate'];

const fromStanding = (office: string, greetedIds: readonly string[]) => sql`from enterprises e
  left join owners w on w.office_code = e.office_code and w.owner_id = e.owner_id
  left join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
  left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
  where e.office_code = ${office} and e.withdrawn_at is null and e.merged_into is null
    and e.operation <> all(${gone}::text[]) and not coalesce(o.deceased, false)
    and not exists (select 1 from unnest(${[...greetedIds]}::uuid[]) as greeted(id) where greeted.id = e.enterprise_id)`;

/** How many there are, by all facets at once. */
export async function countNotGreeted(
  trx: Trx,
  office: string,
  greetedIds: readonly string[],
): Promise<(Record<Facet, string> & { count: number })[]> {
  const { rows } = await sql<Record<Facet, string> & { count: number }>`
    select ${facetValue('villageCode')} as village_code, ${facetValue('sector')} as sector, ${facetValue('sex')} as sex,
      ${facetValue('disability')} as disability, count(*)::int as count
    ${fromStanding(office, greetedIds)} group by 1, 2, 3, 4`.execute(trx);
  return rows;
}

/** Ids in their order, behind `after`. */
export async function listNotGreeted(
  trx: Trx,
  office: string,
  filter: NotGreetedFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const only = facets.flatMap((facet) =>
    filter[facet] === '' ? [] : [sql`${facetValue(facet)} = ${filter[facet]}`],
  );
  const { rows } = await sql<{ enterpriseId: string }>`
    select e.enterprise_id ${fromStanding(office, filter.greetedIds)}
      and ${sql.join([sql`true`, ...only], sql` and `)}
      and ${after === null ? sql`true` : sql`e.enterprise_id > ${after}::uuid`}
    order by e.enterprise_id limit ${limit}`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}
