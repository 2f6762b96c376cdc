import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { currentFigureRows } from './figure-store.server.ts';

/** What conditions of programmes ask of an enterprise, over all records that are one. Days as YYYY-MM-DD. */
export type FactsOfEnterprise = {
  /** Stands for itself. */
  enterpriseId: string;
  nibAnswer: string;
  operation: string;
  verifiedOn: string | null;
  /** By law where figures tell, else as reported. */
  scale: string | null;
  sector: string;
  kbliVersion: string | null;
  kbliCode: string | null;
  startedOn: string | null;
  villageCode: string | null;
  ownerSex: string | null;
  ownerDisability: string | null;
  ownerBirthDate: string | null;
  evidences: { kind: string; grade: string; issuedOn: string | null; expiresOn: string | null }[];
  groups: { groupId: string; joinedOn: string | null; leftOn: string | null }[];
  /** The newest of each kind that counts. */
  figures: { kind: string; year: number; amount: number; upper: number | null }[];
  /** A place that two merged records both name is one place. */
  premises: { kind: string }[];
};

type OfOwner = Pick<FactsOfEnterprise, 'ownerSex' | 'ownerDisability' | 'ownerBirthDate'>;
type Standing = Omit<
  FactsOfEnterprise,
  keyof OfOwner | 'villageCode' | 'evidences' | 'groups' | 'figures' | 'premises'
> & { ownerId: string | null };
type Child<Value> = Value & { enterpriseId: string };
type Place = { kind: string; villageCode: string | null; where: string };

/** A page of those that stand for themselves, in the order of their ids, withdrawn ones left out. */
export async function listStandingPage(
  trx: Trx,
  office: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const page = trx
    .selectFrom('enterprises')
    .select('enterpriseId')
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('enterpriseId')
    .limit(limit);
  const rows = await (after === null ? page : page.where('enterpriseId', '>', after)).execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/** How many stand for themselves. */
export async function countStanding(trx: Trx, office: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from enterprises
    where office_code = ${office} and withdrawn_at is null and merged_into is null`.execute(trx);
  return rows[0]!.count;
}

/** So many of them, in an order that says nothing about them and is the same every time. */
export async function listStandingSample(trx: Trx, office: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`select enterprise_id from enterprises
    where office_code = ${office} and withdrawn_at is null and merged_into is null
    order by md5(enterprise_id::text) limit ${limit}`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/**
 * Records touched by the transaction `since` or a later one, by their own ids, and the horizon from which to look the next
 * time. Numbers that this database has not given out yet came with a backup of another one and are no change.
 */
export async function listTouchedRecords(
  trx: Trx,
  office: string,
  since: number,
): Promise<{ horizon: number; enterpriseIds: string[] }> {
  const { rows } = await sql<{ horizon: number; enterpriseIds: string[] }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon,
      array(select enterprise_id from enterprises where office_code = ${office} and touched >= ${since}
        and touched < pg_snapshot_xmax(pg_current_snapshot())::text::bigint) as enterprise_ids`.execute(trx);
  return rows[0]!;
}

/**
 * Facts of these enterprises, in the order of their ids; those that do not stand for themselves or were withdrawn are left
 * out. One plain query a table, put together here: a join of eight tables is planned badly where statistics are old.
 */
export async function listFacts(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<FactsOfEnterprise[]> {
  if (enterpriseIds.length === 0) return [];
  const ids = sql`any(${[...enterpriseIds]}::uuid[])`;
  const { rows: standing } = await sql<Standing>`
    select e.enterprise_id, e.nib_answer, e.operation, e.verified_on,
      coalesce(e.computed_scale, e.reported_scale) as scale, e.sector, e.kbli_version, e.kbli_code, e.started_on,
      e.owner_id
    from enterprises e
    where e.office_code = ${office} and e.enterprise_id = ${ids} and e.withdrawn_at is null and e.merged_into is null
    order by e.enterprise_id`.execute(trx);
  const ownerOf = await readOwners(
    trx,
    office,
    standing.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const { rows: led } = await sql<{ enterpriseId: string; mergedInto: string }>`
    select enterprise_id, merged_into from enterprises
    where office_code = ${office} and merged_into = ${ids}`.execute(trx);
  const standsFor = new Map(led.map(({ enterpriseId, mergedInto }) => [enterpriseId, mergedInto]));
  const records = [...standing.map(({ enterpriseId }) => enterpriseId), ...standsFor.keys()];
  const read = childrenOf(trx, records, standsFor);
  const here = sql`office_code = ${office} and enterprise_id`;
  const evidences = await read<FactsOfEnterprise['evidences'][number]>(
    sql`select enterprise_id, kind, grade, issued_on, expires_on from evidences where withdrawn_at is null and ${here}`,
    sql`order by evidence_id`,
  );
  const groups = await read<FactsOfEnterprise['groups'][number]>(
    sql`select enterprise_id, group_id, joined_on, left_on from group_memberships where ${here}`,
    sql`order by group_membership_id`,
  );
  const figures = await read<FactsOfEnterprise['figures'][number]>(
    sql`select distinct on (enterprise_id, kind) enterprise_id, kind, year, amount, amount_upper as upper
      from enterprise_figures f where ${currentFigureRows} and ${here}`,
    sql`order by enterprise_id, kind, year desc, observed_on desc, recorded_at desc, figure_id desc`,
  );
  const places = await read<Place>(
    sql`select enterprise_id, kind, village_code,
      concat_ws('|', village_code, rt, rw, hamlet, address) as where from premises where ${here}`,
    sql``,
  );
  return standing.map(({ ownerId, ...row }) => {
    const of = <Value>(children: Map<string, Child<Value>[]>) => children.get(row.enterpriseId) ?? [];
    const all = of(places);
    const isOne = all.every(({ enterpriseId }) => enterpriseId === all[0]!.enterpriseId);
    const own = all.find((one) => one.kind === 'main' && one.enterpriseId === row.enterpriseId);
    return {
      ...row,
      ...ownerOf(ownerId),
      villageCode: own?.villageCode ?? null,
      evidences: of(evidences),
      groups: of(groups),
      figures: of(figures),
      premises: isOne
        ? all
        : [...new Map(all.map((place) => [`${place.kind}|${place.where}`, place])).values()],
    };
  });
}

/** Owners as they are known today: of one whose record was merged, what the record that stands for it says. */
async function readOwners(trx: Trx, office: string, ownerIds: readonly string[]) {
  const known = new Map<string, OfOwner & { mergedInto: string | null }>();
  const read = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const { rows } = await sql<OfOwner & { ownerId: string; mergedInto: string | null }>`
      select owner_id, merged_into, sex as owner_sex, disability as owner_disability, birth_date as owner_birth_date
      from owners where office_code = ${office} and owner_id = any(${[...ids]}::uuid[])`.execute(trx);
    for (const { ownerId, ...owner } of rows) known.set(ownerId, owner);
  };
  await read([...new Set(ownerIds)]);
  await read(
    [...known.values()].flatMap(({ mergedInto }) => (mergedInto && !known.has(mergedInto) ? mergedInto : [])),
  );
  return (ownerId: string | null): OfOwner => {
    const own = ownerId === null ? undefined : known.get(ownerId);
    const {
      ownerSex = null,
      ownerDisability = null,
      ownerBirthDate = null,
    } = (own?.mergedInto ? known.get(own.mergedInto) : own) ?? {};
    return { ownerSex, ownerDisability, ownerBirthDate };
  };
}

/** Reads a child table of all records that are one, by the one that stands for them. */
function childrenOf(trx: Trx, records: readonly string[], standsFor: ReadonlyMap<string, string>) {
  return async <Value>(
    from: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ): Promise<Map<string, Child<Value>[]>> => {
    const { rows } = await sql<Child<Value>>`${from} = any(${[...records]}::uuid[]) ${order}`.execute(trx);
    const children = new Map<string, Child<Value>[]>();
    for (const row of rows) {
      const root = standsFor.get(row.enterpriseId) ?? row.enterpriseId;
      const known = children.get(root);
      if (known) known.push(row);
      else children.set(root, [row]);
    }
    return children;
  };
}
