import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { CensusRows } from '#platform/db/tables.ts';
import type { Round } from './rules/row-key.ts';
import { isToDo, isVisited, type RowStatus, rowStatusAfter, rowStatuses } from './rules/row-state.ts';

// What a review asks of frame rows; read and changed through the door.

export type FrameRow = Selectable<CensusRows>;

/** `lock`: held until the transaction ends. */
export async function findFrameRow(
  trx: Trx,
  office: string,
  rowId: string,
  lock = false,
): Promise<FrameRow | null> {
  const query = trx
    .selectFrom('censusRows')
    .selectAll()
    .where('officeCode', '=', office)
    .where('rowId', '=', rowId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export function listFrameRows(trx: Trx, office: string, rowIds: readonly string[]): Promise<FrameRow[]> {
  return trx
    .selectFrom('censusRows')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('rowId', '=', eb.fn.any(eb.val([...rowIds]))))
    .execute();
}

/** Kelurahan of these rows; one whose kelurahan is not known is left out. */
export async function listRowVillages(
  trx: Trx,
  office: string,
  rowIds: readonly string[],
): Promise<Map<string, string>> {
  if (rowIds.length === 0) return new Map();
  const { rows } = await sql<{ rowId: string; villageCode: string }>`
    select row_id, village_code from census_rows
    where office_code = ${office} and row_id = any(${[...rowIds]}::uuid[]) and village_code is not null`.execute(
    trx,
  );
  return new Map(rows.map(({ rowId, villageCode }) => [rowId, villageCode]));
}

const decisions = ['submit', 'send_back', 'approve', 'discard', 'undo'] as const;

/** Whether a review may bring a row there. Nobody has a row that is freed without anybody to go again. */
function mayBecome(from: RowStatus, to: RowStatus): boolean {
  if (from === to) return true;
  return decisions.some((action) => {
    const after = rowStatusAfter(from, action);
    return after === to || (after !== null && rowStatusAfter(after, 'unassign') === to);
  });
}

/**
 * What a review says of a row; phones that have it fetch it anew. A row that was set aside meanwhile stays so: its
 * enterprise is another row's. Any other step that the rule does not know is a bug and throws.
 */
export async function updateReviewed(
  trx: Trx,
  office: string,
  rowId: string,
  says: {
    status: 'submitted' | 'sent_back' | 'approved' | 'contested' | 'assigned' | 'open';
    verdict?: string | null;
    visitedOn?: string | null;
  },
): Promise<void> {
  const row = await findFrameRow(trx, office, rowId, true);
  const from = row?.status as RowStatus | undefined;
  if (from === undefined || from === 'set_aside') return;
  if (!mayBecome(from, says.status)) throw new Error(`a row that is ${from} does not become ${says.status}`);
  await trx
    .updateTable('censusRows')
    .set({ ...says, touched: sql<number>`pg_current_xact_id()::text::bigint` })
    .where('officeCode', '=', office)
    .where('rowId', '=', rowId)
    .execute();
}

/** Rows that coverage and estimate cannot tell apart, and how many there are. */
export type CoverageGroup = Pick<FrameRow, 'villageCode' | 'stratum' | 'status' | 'verdict'> & {
  inSample: boolean;
  isAssigned: boolean;
  isRtInformed: boolean;
  rows: number;
};

/**
 * All rows of a round. One that turned out to be a double of another row is known to be one and stays in the list, so
 * that 105.000 stays 105.000; one whose enterprise was withdrawn from the register is none any more.
 */
export async function countCoverage(trx: Trx, { office, roundId }: Round): Promise<CoverageGroup[]> {
  const { rows } = await sql<CoverageGroup>`
    select village_code, stratum, status, verdict, sample_order is not null as in_sample,
      assigned_to is not null as is_assigned, rt_information is not null as is_rt_informed, count(*)::int as rows
    from census_rows
    where office_code = ${office} and round_id = ${roundId}
      and (status <> 'set_aside' or verdict = 'duplicate')
    group by 1, 2, 3, 4, 5, 6, 7`.execute(trx);
  return rows;
}

export type DrawnRow = Pick<FrameRow, 'rowId' | 'stratum'> & { inSample: boolean };

/** Rows that were visited and found to be of this verdict, with what an estimate asks of each. */
export async function listRowsFound(
  trx: Trx,
  { office, roundId }: Round,
  verdict: string,
): Promise<DrawnRow[]> {
  const { rows } = await sql<DrawnRow>`
    select row_id, stratum, sample_order is not null as in_sample from census_rows
    where office_code = ${office} and round_id = ${roundId} and verdict = ${verdict}
      and status = any(${rowStatuses.filter(isVisited)}::text[])`.execute(trx);
  return rows;
}

/** By day how many rows were visited, of which an answer stands. */
export async function countVisitedByDay(
  trx: Trx,
  { office, roundId }: Round,
): Promise<{ day: string; rows: number }[]> {
  const { rows } = await sql<{ day: string; rows: number }>`
    select visited_on as day, count(*)::int as rows from census_rows
    where office_code = ${office} and round_id = ${roundId} and visited_on is not null and verdict is not null
      and status = any(${rowStatuses.filter(isVisited)}::text[])
    group by visited_on order by visited_on`.execute(trx);
  return rows;
}

export type SentBackCount = { userId: string; rows: number };

/** Rows that wait with a person for being mended. */
export async function countSentBack(trx: Trx, { office, roundId }: Round): Promise<SentBackCount[]> {
  const { rows } = await sql<SentBackCount>`
    select assigned_to as user_id, count(*)::int as rows from census_rows
    where office_code = ${office} and round_id = ${roundId} and status = 'sent_back' and assigned_to is not null
    group by assigned_to`.execute(trx);
  return rows;
}

/** Rows of a round that this person is still to visit. */
export async function countToDoOf(
  trx: Trx,
  office: string,
  { roundId, userId }: { roundId: string; userId: string },
): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from census_rows
    where office_code = ${office} and assigned_to = ${userId} and round_id = ${roundId}
      and status = any(${rowStatuses.filter(isToDo)}::text[])`.execute(trx);
  return rows[0]?.rows ?? 0;
}

/** Enterprises that a census visited on this day or later, whatever it found. */
export async function listVisitedSince(trx: Trx, office: string, since: string): Promise<string[]> {
  const { rows } = await sql<{ enterpriseId: string }>`
    select distinct enterprise_id from census_rows
    where office_code = ${office} and visited_on >= ${since}::date and verdict is not null
      and status in ('submitted', 'approved', 'contested')`.execute(trx);
  return rows.map(({ enterpriseId }) => enterpriseId);
}
