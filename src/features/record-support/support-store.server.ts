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
      supports.slice(at, at + batch).map((support) => ({ officeCode: office, ...support })),
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

/** Takes back those that stand: one by its id, or all that came from one source; answers how many. */
export async function withdrawSupports(
  trx: Trx,
  office: string,
  which: { supportId: string } | { sourceKind: Support['sourceKind']; sourceId: string },
  { at, by }: { at: Date; by: string },
): Promise<number> {
  const query = trx
    .updateTable('supportRecords')
    .set({ withdrawnAt: at, withdrawnBy: by, touched: sql`pg_current_xact_id()::text::bigint` })
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null);
  const narrowed =
    'supportId' in which
      ? query.where('supportId', '=', which.supportId)
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

/** Every standing support of the office, as totals need it. */
export async function listForTotals(
  trx: Trx,
  office: string,
): Promise<
  Pick<Support, 'enterpriseId' | 'kind' | 'topic' | 'title' | 'provider' | 'startedOn' | 'outcome'>[]
> {
  const rows = await trx
    .selectFrom('supportRecords')
    .select(['enterpriseId', 'kind', 'topic', 'title', 'provider', 'startedOn', 'outcome'])
    .where('officeCode', '=', office)
    .where('withdrawnAt', 'is', null)
    .execute();
  return rows as Awaited<ReturnType<typeof listForTotals>>;
}
