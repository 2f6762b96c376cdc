import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { touchedNow } from './row-store.server.ts';
import { type RowStatus, rowStatusAfter, rowStatuses } from './rules/row-state.ts';

// What phones and their deliveries ask of a round; used through the door.

export type RoundForField = {
  roundId: string;
  name: string;
  purpose: string;
  endsOn: string;
  status: string;
  closedAt: Date | null;
  formId: string;
  formVersion: number;
  sourceListId: string | null;
};

export async function listRoundsForField(
  trx: Trx,
  office: string,
  roundIds: readonly string[],
): Promise<RoundForField[]> {
  return trx
    .selectFrom('censusRounds')
    .select([
      'roundId',
      'name',
      'purpose',
      'endsOn',
      'status',
      'closedAt',
      'formId',
      'formVersion',
      'sourceListId',
    ])
    .where('officeCode', '=', office)
    .where((eb) => eb('roundId', '=', eb.fn.any(eb.val([...roundIds]))))
    .execute();
}

/** Who of these people is of these rounds now. */
export function listMembersForField(
  trx: Trx,
  office: string,
  { roundIds, userIds }: { roundIds: readonly string[] | null; userIds: readonly string[] },
): Promise<{ roundId: string; userId: string }[]> {
  return trx
    .selectFrom('censusMembers')
    .select(['roundId', 'userId'])
    .distinct()
    .where('officeCode', '=', office)
    .where('leftOn', 'is', null)
    .where((eb) => eb('userId', '=', eb.fn.any(eb.val([...userIds]))))
    .$if(roundIds !== null, (query) =>
      query.where((eb) => eb('roundId', '=', eb.fn.any(eb.val([...(roundIds ?? [])])))),
    )
    .execute();
}

export type RowForField = {
  rowId: string;
  roundId: string;
  enterpriseId: string;
  assignedTo: string | null;
  status: string;
};

/** Held until the transaction ends, in the order of their ids. */
export async function lockRowsByIds(
  trx: Trx,
  office: string,
  rowIds: readonly string[],
): Promise<RowForField[]> {
  if (rowIds.length === 0) return [];
  return trx
    .selectFrom('censusRows')
    .select(['rowId', 'roundId', 'enterpriseId', 'assignedTo', 'status'])
    .where('officeCode', '=', office)
    .where((eb) => eb('rowId', '=', eb.fn.any(eb.val([...rowIds]))))
    .orderBy('rowId')
    .forUpdate()
    .execute();
}

export type Visit = {
  rowId: string;
  /** Null: nobody was found, the row is to be tried again. */
  verdict: string | null;
  visitedOn: string;
};

/** What an action makes of each status, as the rule says it; where it says nothing the status stays. */
const statusAfter = (action: 'submit' | 'try') =>
  sql`case r.status ${sql.join(
    rowStatuses.map((status) => sql`when ${status} then ${rowStatusAfter(status, action) ?? status}`),
    sql` `,
  )} end`;

/**
 * A finished visit hands its row in; one at which nobody was found is a try. What a phone delivers is never refused. An
 * approved verdict holds until somebody decides.
 */
export async function recordVisits(trx: Trx, office: string, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  await sql`update census_rows r set
      status = case when given.verdict is null then ${statusAfter('try')} else ${statusAfter('submit')} end,
      verdict = case when r.status in ('approved', 'contested') then r.verdict
        else coalesce(given.verdict, r.verdict) end,
      visited_on = case when r.status in ('approved', 'contested') then r.visited_on else given.visited_on end,
      tries = r.tries + case when given.verdict is null then 1 else 0 end,
      touched = ${touchedNow}
    from unnest(${visits.map((one) => one.rowId)}::uuid[], ${visits.map((one) => one.verdict)}::text[],
      ${visits.map((one) => one.visitedOn)}::date[]) as given(row_id, verdict, visited_on)
    where r.office_code = ${office} and r.row_id = given.row_id`.execute(trx);
}

export function listFormsByKey(
  trx: Trx,
  office: string,
  keys: readonly { formId: string; version: number }[],
): Promise<{ formId: string; version: number; form: unknown }[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return trx
    .selectFrom('questionnaires')
    .select(['formId', 'version', 'form'])
    .where('officeCode', '=', office)
    .where((eb) => eb.or(keys.map(({ formId, version }) => eb.and({ formId, version }))))
    .execute() as Promise<{ formId: string; version: number; form: unknown }[]>;
}

export type AssignedRow = {
  rowId: string;
  roundId: string;
  enterpriseId: string;
  villageCode: string | null;
  village: string | null;
  rw: string | null;
  rt: string | null;
  place: number;
  inSample: boolean;
  status: RowStatus;
  tries: number;
  rtInformation: string | null;
  touched: number;
  isTheirs: boolean | null;
};

/** Rows that this person has in rounds that run, and those of `besides`, whoever has them. */
export async function listAssignedRows(
  trx: Trx,
  office: string,
  userId: string,
  besides: readonly string[],
): Promise<AssignedRow[]> {
  const { rows } = await sql<AssignedRow>`
    select r.row_id, r.round_id, r.enterprise_id, r.village_code, a.name as village, r.rw, r.rt, r.place,
      r.sample_order is not null as in_sample, r.status, r.tries, r.rt_information, r.touched,
      r.assigned_to = ${userId} as is_theirs
    from census_rows r
    join census_rounds c on c.office_code = r.office_code and c.round_id = r.round_id and c.status = 'running'
    left join areas a on a.area_code = r.village_code
    where r.office_code = ${office} and r.status <> 'set_aside'
      and (r.assigned_to = ${userId} or r.row_id = any(${[...besides]}::uuid[]))
    order by r.round_id, r.village_code, r.rw, r.rt, r.place`.execute(trx);
  return rows;
}

/** Rows that were this person's and are no longer, out of what the transaction `since` or a later one touched. */
export async function listGoneRows(
  trx: Trx,
  office: string,
  userId: string,
  since: number,
): Promise<string[]> {
  const { rows } = await sql<{ rowId: string }>`
    select r.row_id from assignment_moves m
    cross join unnest(m.row_ids) as lost(row_id)
    join census_rows r on r.office_code = m.office_code and r.row_id = lost.row_id
    where m.office_code = ${office} and m.from_user_id = ${userId} and r.touched >= ${since}
      and r.assigned_to is distinct from ${userId}
    union
    select row_id from census_rows
    where office_code = ${office} and assigned_to = ${userId} and status = 'set_aside' and touched >= ${since}`.execute(
    trx,
  );
  return rows.map(({ rowId }) => rowId);
}

/** Villages of these rounds. */
export async function listVillagesOfRounds(
  trx: Trx,
  office: string,
  roundIds: readonly string[],
): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct a.area_code as code, a.name from census_round_villages v
    join areas a on a.area_code = v.village_code
    where v.office_code = ${office} and v.round_id = any(${[...roundIds]}::uuid[]) order by a.name`.execute(
    trx,
  );
  return rows;
}
