import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { touchedNow } from './row-store.server.ts';

// What of a round belongs to a person, in whatever round: asked when the person hands everything over.

/** Rows that the person has and has not handed in; those of a closed round may be needed again. */
const openRows = (userId: string): RawBuilder<boolean> =>
  sql`assigned_to = ${userId} and status in ('assigned', 'tried', 'sent_back')`;

export async function countRowsHeld(trx: Trx, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from census_rows where ${openRows(userId)}`.execute(trx);
  return rows[0]?.count ?? 0;
}

export type GivenRows = { officeCode: string; roundId: string; rowIds: string[] };

/** Gives them to another person, with the status they have; answers them by round. */
export async function giveRowsHeld(trx: Trx, from: string, to: string, at: Date): Promise<GivenRows[]> {
  const { rows } = await sql<GivenRows>`
    with given as (update census_rows set assigned_to = ${to}, assigned_at = ${at}, touched = ${touchedNow}
      where ${openRows(from)} returning office_code, round_id, row_id)
    select office_code, round_id, array_agg(row_id) as row_ids from given group by office_code, round_id`.execute(
    trx,
  );
  return rows;
}

/** Enumerators of rounds that are not closed whose work the person checks. */
export async function listChecked(
  trx: Trx,
  userId: string,
): Promise<{ officeCode: string; roundId: string; userId: string }[]> {
  return trx
    .selectFrom('censusMembers as m')
    .innerJoin('censusRounds as r', (join) =>
      join.onRef('r.officeCode', '=', 'm.officeCode').onRef('r.roundId', '=', 'm.roundId'),
    )
    .select(['m.officeCode', 'm.roundId', 'm.userId'])
    .where('m.supervisorId', '=', userId)
    .where('m.duty', '=', 'enumerator')
    .where('m.leftOn', 'is', null)
    .where('r.status', '<>', 'closed')
    .execute();
}
