import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { CensusMembers } from '#platform/db/tables.ts';
import type { Duty } from './rules/duties.ts';
import type { Round } from './rules/row-key.ts';

export type MemberRow = Omit<Selectable<CensusMembers>, 'duty' | 'officeCode' | 'roundId'> & {
  duty: Duty;
  name: string;
};

/** People of a round by name, those who left included. */
export async function listMembers(trx: Trx, { office, roundId }: Round): Promise<MemberRow[]> {
  const rows = await trx
    .selectFrom('censusMembers as m')
    .innerJoin('authUsers as u', 'u.id', 'm.userId')
    .select(['m.userId', 'm.duty', 'm.supervisorId', 'm.homeVillages', 'm.joinedOn', 'm.leftOn', 'u.name'])
    .where('m.officeCode', '=', office)
    .where('m.roundId', '=', roundId)
    .orderBy('u.name')
    .orderBy('m.userId')
    .execute();
  return rows as MemberRow[];
}

/** Who is of the round already comes back, or keeps the day of coming. */
export async function upsertMember(
  trx: Trx,
  { office, roundId }: Round,
  member: Pick<MemberRow, 'userId' | 'duty' | 'supervisorId' | 'homeVillages' | 'joinedOn'>,
): Promise<void> {
  const { supervisorId, homeVillages } = member;
  await trx
    .insertInto('censusMembers')
    .values({ officeCode: office, roundId, ...member, leftOn: null })
    .onConflict((conflict) =>
      conflict
        .columns(['officeCode', 'roundId', 'userId', 'duty'])
        .doUpdateSet({ supervisorId, homeVillages, leftOn: null }),
    )
    .execute();
}

export async function updateMemberEnd(
  trx: Trx,
  { office, roundId }: Round,
  { userId, duty }: { userId: string; duty: Duty },
  leftOn: string | null,
): Promise<void> {
  await trx
    .updateTable('censusMembers')
    .set({ leftOn })
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('userId', '=', userId)
    .where('duty', '=', duty)
    .execute();
}

export type Load = {
  userId: string;
  /** Rows handed to the person, those set aside left out. */
  handed: number;
  /** Of those not yet submitted. */
  left: number;
  leftInSample: number;
  done: number;
  /** The last day on which something came in; null: nothing yet. */
  lastVisitedOn: string | null;
};

export async function listLoads(trx: Trx, { office, roundId }: Round): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select assigned_to as user_id, count(*)::int as handed,
      count(*) filter (where status in ('assigned', 'tried', 'sent_back'))::int as left,
      count(*) filter (where status in ('assigned', 'tried', 'sent_back') and sample_order is not null)::int as left_in_sample,
      count(*) filter (where status in ('submitted', 'approved', 'contested'))::int as done,
      max(visited_on) as last_visited_on
    from census_rows
    where office_code = ${office} and round_id = ${roundId} and assigned_to is not null and status <> 'set_aside'
    group by assigned_to`.execute(trx);
  return rows;
}
