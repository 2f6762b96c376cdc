import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Outreaches } from '#platform/db/tables.ts';

export type OutreachRow = Selectable<Outreaches>;

/** False: this origin has its list already. */
export async function insertOutreach(trx: Trx, row: Insertable<Outreaches>): Promise<boolean> {
  const made = await trx
    .insertInto('outreaches')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'originKind', 'originId']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** `lock`: held until the transaction ends. */
export async function findOutreach(
  trx: Trx,
  office: string,
  outreachId: string,
  lock = false,
): Promise<OutreachRow | null> {
  const query = trx
    .selectFrom('outreaches')
    .selectAll()
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function findByOrigin(
  trx: Trx,
  office: string,
  origin: { kind: string; id: string },
): Promise<OutreachRow | null> {
  const found = await trx
    .selectFrom('outreaches')
    .selectAll()
    .where('officeCode', '=', office)
    .where('originKind', '=', origin.kind)
    .where('originId', '=', origin.id)
    .executeTakeFirst();
  return found ?? null;
}

export async function updateOutreach(
  trx: Trx,
  office: string,
  outreachId: string,
  change: Updateable<Outreaches>,
): Promise<void> {
  await trx
    .updateTable('outreaches')
    .set(change)
    .where('officeCode', '=', office)
    .where('outreachId', '=', outreachId)
    .execute();
}

/** The newest first; ids grow with time. */
export function listOutreaches(
  trx: Trx,
  office: string,
  page: { before: string | null; limit: number },
): Promise<OutreachRow[]> {
  return trx
    .selectFrom('outreaches')
    .selectAll()
    .where('officeCode', '=', office)
    .$if(page.before !== null, (query) => query.where('outreachId', '<', page.before ?? ''))
    .orderBy('outreachId', 'desc')
    .limit(page.limit)
    .execute();
}

export type LaneCount = {
  outreachId: string;
  lane: string;
  laneReason: string | null;
  state: string;
  count: number;
};

/** How many of each list stand where. */
export async function countRecipients(
  trx: Trx,
  office: string,
  outreachIds: readonly string[],
): Promise<LaneCount[]> {
  const { rows } = await sql<LaneCount>`
    select outreach_id, lane, lane_reason, state, count(*)::int as count from outreach_recipients
    where office_code = ${office} and outreach_id = any(${[...outreachIds]}::uuid[]) group by 1, 2, 3, 4`.execute(
    trx,
  );
  return rows;
}

export type SendCount = { outreachId: string; status: string; count: number; cost: number };

/** How the messages handed to the provider stand, and what they cost in rupiah. */
export async function countSends(
  trx: Trx,
  office: string,
  outreachIds: readonly string[],
): Promise<SendCount[]> {
  const { rows } = await sql<SendCount>`
    select outreach_id, status, count(*)::int as count, sum(cost)::bigint as cost from message_sends
    where office_code = ${office} and outreach_id = any(${[...outreachIds]}::uuid[]) group by 1, 2`.execute(
    trx,
  );
  return rows;
}
