import { sql } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Support } from './rules/support.ts';

const columns = {
  supportId: 'uuid',
  enterpriseId: 'uuid',
  kind: 'text',
  topic: 'text',
  title: 'text',
  provider: 'text',
  startedOn: 'date',
  endedOn: 'date',
  outcome: 'text',
  absence: 'jsonb',
  value: 'bigint',
  sourceKind: 'text',
  sourceId: 'uuid',
  recordedAt: 'timestamptz',
  recordedBy: 'text',
} as const;
const names = Object.keys(columns) as (keyof typeof columns)[];
const batch = 20_000;

/** Standing ones written for exactly these records, newest first. */
export async function listOfRecords(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Support[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await trx
    .selectFrom('supportRecords')
    .select(names)
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .orderBy('startedOn', 'desc')
    .orderBy('supportId', 'desc')
    .execute();
  return rows as Support[];
}

/** Standing ones that came from one source. */
export async function listOfSource(
  trx: Trx,
  office: string,
  { sourceKind, sourceId }: { sourceKind: Support['sourceKind']; sourceId: string },
): Promise<Support[]> {
  const rows = await trx
    .selectFrom('supportRecords')
    .select(names)
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where('sourceKind', '=', sourceKind)
    .where('sourceId', '=', sourceId)
    .orderBy('supportId')
    .execute();
  return rows as Support[];
}

/** Adds those that are not on record already; answers how many were added. */
export async function insertSupports(
  trx: Trx,
  office: string,
  supports: readonly Support[],
): Promise<number> {
  let added = 0;
  for (let at = 0; at < supports.length; at += batch)
    added += await bulkInsert(
      trx,
      'support_records',
      { officeCode: 'text', ...columns },
      supports.slice(at, at + batch).map(({ absence, ...support }) => ({
        officeCode: office,
        ...support,
        absence: absence && JSON.stringify(absence),
      })),
      { skipSame: true },
    );
  return added;
}

export async function findSupport(trx: Trx, office: string, supportId: string): Promise<Support | null> {
  const row = await trx
    .selectFrom('supportRecords')
    .select(names)
    .where('officeCode', '=', office)
    .where('supportId', '=', supportId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return (row as Support | undefined) ?? null;
}

/** Takes back those that stand: some by their ids, or all that came from one source; answers how many. */
export async function withdrawSupports(
  trx: Trx,
  office: string,
  which: { supportIds: readonly string[] } | { sourceKind: Support['sourceKind']; sourceId: string },
  { at, by }: { at: Date; by: string },
): Promise<number> {
  const query = trx
    .updateTable('supportRecords')
    .set({ withdrawnAt: at, withdrawnBy: by, touched: sql`pg_current_xact_id()::text::bigint` })
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null);
  const narrowed =
    'supportIds' in which
      ? query.where((eb) => eb('supportId', '=', eb.fn.any(eb.val([...which.supportIds]))))
      : query.where('sourceKind', '=', which.sourceKind).where('sourceId', '=', which.sourceId);
  return Number((await narrowed.executeTakeFirst()).numUpdatedRows);
}

/**
 * Records whose support was added or taken back by the transaction `since` or a later one: by the ids they were written
 * with, each once. Transactions that are not finished yet are told next time: ask again from the horizon
 * (`pg_snapshot_xmin`) of the snapshot of this reading.
 */
export async function listTouchedSupports(trx: Trx, office: string, since: number): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`select distinct enterprise_id from support_records
    where office_code = ${office} and touched >= ${since}
      and touched < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}

type Named = Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn'>;

/** Records that have this very support on record. */
export async function listRecordsWith(
  trx: Trx,
  office: string,
  { kind, topic, title, startedOn }: Named,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('supportRecords')
    .select('enterpriseId')
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where('kind', '=', kind)
    .where('topic', '=', topic)
    .where('startedOn', '=', startedOn)
    .where(sql<boolean>`lower(title) = lower(${title})`)
    .execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}

export type TotalRow = {
  what: 'all' | 'year' | 'kind' | 'topic' | 'provider';
  name: string | null;
  times: number;
  enterprises: number;
};

/** Records that have anything on the ledger, each once. */
export async function listRecordsOnLedger(trx: Trx, office: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('supportRecords')
    .select('enterpriseId')
    .distinct()
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/** Records led to others → those; whoever is not among them stands for itself. */
type Led = ReadonlyMap<string, string>;

/** What each received, once where two merged records both say it; who never came is left out. */
const received = (office: string, led: Led) => sql`
  select distinct on (1, s.kind, s.topic, s.started_on, lower(s.title))
    coalesce(m.root, s.enterprise_id) as stands_for, s.kind, s.topic, s.provider, s.started_on
  from support_records s
  left join unnest(${[...led.keys()]}::uuid[], ${[...led.values()]}::uuid[]) as m(id, root) on m.id = s.enterprise_id
  where s.office_code = ${office} and s.withdrawn_at is null and s.outcome <> 'absent'
  order by 1, s.kind, s.topic, s.started_on, lower(s.title), s.support_id`;

/** Sums of what was received: in all, and by year, kind, topic and provider. */
export async function countReceived(trx: Trx, office: string, led: Led): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    select case grouping(year, kind, topic, provider) when 7 then 'year' when 11 then 'kind' when 13 then 'topic'
        when 14 then 'provider' else 'all' end as what,
      coalesce(year, kind, topic, provider) as name,
      count(*)::int as times, count(distinct stands_for)::int as enterprises
    from (select r.*, extract(year from r.started_on)::int::text as year from (${received(office, led)}) r) as told
    group by grouping sets ((), (year), (kind), (topic), (provider))`.execute(trx);
  return rows;
}

/** Enterprises that received anything, by the records that stand for them. */
export async function listReceivers(trx: Trx, office: string, led: Led): Promise<string[]> {
  const { rows } = await sql<{ standsFor: string }>`
    select distinct stands_for from (${received(office, led)}) r`.execute(trx);
  return rows.map(({ standsFor }) => standsFor);
}

/** Records that received something on or after the day; who never came did not. By the ids they were written with, each once. */
export async function listServedSince(trx: Trx, office: string, since: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('supportRecords')
    .select('enterpriseId')
    .distinct()
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .where('startedOn', '>=', since)
    .where('outcome', '<>', 'absent')
    .execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}
