import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { touchedNow } from './row-store.server.ts';
import type { Gesture } from './rules/assignment-view.ts';
import type { Part } from './rules/part.ts';
import type { Round } from './rules/row-key.ts';
import type { RowStatus } from './rules/row-state.ts';
import type { RowFilter } from './rules/rows-view.ts';
import type { RtWord } from './rules/visit-order.ts';

export type AssignableRow = {
  rowId: string;
  villageCode: string | null;
  rw: string | null;
  rt: string | null;
  place: number;
  sampleOrder: number | null;
  status: string;
  assignedTo: string | null;
  tries: number;
  rtInformation: string | null;
};

const columns = ['rowId', 'villageCode', 'rw', 'rt', 'place', 'sampleOrder', 'status', 'assignedTo'] as const;

/** Rows of a part of the round that nobody has, as one walks; held until the transaction ends. */
export function lockOpenRows(trx: Trx, round: Round, part: Part): Promise<AssignableRow[]> {
  return rowsOf(trx, round, part).where('status', '=', 'open').forUpdate().execute();
}

/** The same without holding them, to show what would happen. */
export function listOpenRows(trx: Trx, round: Round, part: Part): Promise<AssignableRow[]> {
  return rowsOf(trx, round, part).where('status', '=', 'open').execute();
}

function rowsOf(trx: Trx, { office, roundId }: Round, { villageCode, rw, rt, sourceListId }: Part) {
  let query = trx
    .selectFrom('censusRows')
    .select([...columns, 'tries', 'rtInformation'])
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .orderBy('villageCode')
    .orderBy(sql`rw::int`)
    .orderBy(sql`rt::int`)
    .orderBy('place');
  if (villageCode !== undefined) query = query.where('villageCode', '=', villageCode);
  if (rw !== undefined) query = query.where('rw', '=', rw);
  if (rt !== undefined) query = query.where('rt', '=', rt);
  if (sourceListId !== undefined) query = query.where('sourceListId', '=', sourceListId);
  return query;
}

/** Rows that a person has and has not handed in; held until the transaction ends. */
export function lockRowsOf(trx: Trx, round: Round, userId: string): Promise<AssignableRow[]> {
  return rowsOf(trx, round, {})
    .where('assignedTo', '=', userId)
    .where('status', 'in', ['assigned', 'tried', 'sent_back'])
    .forUpdate()
    .execute();
}

export function lockRows(trx: Trx, round: Round, rowIds: readonly string[]): Promise<AssignableRow[]> {
  return rowsOf(trx, round, {})
    .where((eb) => eb('rowId', '=', eb.fn.any(eb.val([...rowIds]))))
    .forUpdate()
    .execute();
}

/** Hands these rows to a person, or takes them back; `status` is what the rule said of each. */
export async function updateAssigned(
  trx: Trx,
  { office, roundId }: Round,
  rowIds: readonly string[],
  { userId, status, at }: { userId: string | null; status: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('censusRows')
    .set({ assignedTo: userId, assignedAt: userId === null ? null : at, status, touched: touchedNow })
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where((eb) => eb('rowId', '=', eb.fn.any(eb.val([...rowIds]))))
    .execute();
}

export type Move = {
  moveId: string;
  gestureId: string;
  undoes: string | null;
  roundId: string;
  fromUserId: string | null;
  toUserId: string | null;
  rows: number;
  rowIds: string[];
  reason: string | null;
  movedAt: Date;
  movedBy: string;
};

export async function insertMoves(trx: Trx, office: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await trx
    .insertInto('assignmentMoves')
    .values(moves.map((move) => ({ officeCode: office, ...move })))
    .execute();
}

/** Moves of one gesture, with the rows of each. */
export function listGesture(trx: Trx, { office, roundId }: Round, gestureId: string): Promise<Move[]> {
  return trx
    .selectFrom('assignmentMoves')
    .selectAll()
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('gestureId', '=', gestureId)
    .orderBy('moveId')
    .execute();
}

export async function isUndone(trx: Trx, { office, roundId }: Round, gestureId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('assignmentMoves')
    .select('moveId')
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('undoes', '=', gestureId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type GestureRow = Omit<Gesture, 'movedAt'> & { movedAt: Date };

/** What was handed over last, gesture by gesture, newest first. */
export async function listGestures(
  trx: Trx,
  { office, roundId }: Round,
  limit: number,
): Promise<GestureRow[]> {
  const { rows } = await sql<GestureRow>`
    select m.gesture_id, max(m.undoes::text) as undoes, sum(m.rows)::int as rows, max(m.reason) as reason,
      max(m.moved_at) as moved_at, max(m.moved_by) as moved_by,
      array_agg(distinct f.name) as "from", array_agg(distinct t.name) as "to",
      exists (select 1 from assignment_moves u where u.office_code = ${office} and u.round_id = ${roundId}
        and u.undoes = m.gesture_id) as undone
    from assignment_moves m
    left join auth_users f on f.id = m.from_user_id
    left join auth_users t on t.id = m.to_user_id
    where m.office_code = ${office} and m.round_id = ${roundId}
    group by m.gesture_id order by max(m.moved_at) desc, m.gesture_id desc limit ${limit}`.execute(trx);
  return rows;
}

/** Villages in which people have rows to visit. */
export async function listVillagesOf(trx: Trx, { office, roundId }: Round): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ userId: string; villages: string[] }>`
    select assigned_to as user_id, array_agg(distinct village_code) as villages from census_rows
    where office_code = ${office} and round_id = ${roundId} and assigned_to is not null
      and village_code is not null and status in ('assigned', 'tried', 'sent_back')
    group by assigned_to`.execute(trx);
  return new Map(rows.map(({ userId, villages }) => [userId, villages]));
}

/** Where rows are that nobody has, RT by RT, as one walks. */
export async function listOpenPlaces(
  trx: Trx,
  { office, roundId }: Round,
): Promise<
  { villageCode: string | null; rw: string | null; rt: string | null; rows: number; sample: number }[]
> {
  const { rows } = await sql<{
    villageCode: string | null;
    rw: string | null;
    rt: string | null;
    rows: number;
    sample: number;
  }>`select village_code, rw, rt, count(*)::int as rows, count(sample_order)::int as sample from census_rows
    where office_code = ${office} and round_id = ${roundId} and status = 'open'
    group by village_code, rw, rt
    order by village_code nulls last, rw::int nulls last, rt::int nulls last`.execute(trx);
  return rows;
}

export type ListedRow = {
  rowId: string;
  enterpriseId: string;
  place: number;
  villageCode: string | null;
  rw: string | null;
  rt: string | null;
  status: RowStatus;
  assignedName: string | null;
  inSample: boolean;
  rtInformation: RtWord | null;
  tries: number;
};

const narrowed = ({ office, roundId }: Round, filter: RowFilter) => sql`
  r.office_code = ${office} and r.round_id = ${roundId}
  ${filter.villageCode === undefined ? sql`` : filter.villageCode === 'x' ? sql`and r.village_code is null` : sql`and r.village_code = ${filter.villageCode}`}
  ${filter.rw === undefined ? sql`` : sql`and r.rw = ${filter.rw}`}
  ${filter.rt === undefined ? sql`` : sql`and r.rt = ${filter.rt}`}
  ${filter.userId === undefined ? sql`` : sql`and r.assigned_to = ${filter.userId}`}
  ${filter.status === undefined ? sql`` : sql`and r.status = ${filter.status}`}
  ${filter.inSample === undefined ? sql`` : sql`and r.sample_order is not null`}`;

/** Rows as one walks, a page of them. */
export async function listRowsPage(
  trx: Trx,
  round: Round,
  filter: RowFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select r.row_id, r.enterprise_id, r.place, r.village_code, r.rw, r.rt, r.status, u.name as assigned_name,
      r.sample_order is not null as in_sample, r.rt_information, r.tries
    from census_rows r left join auth_users u on u.id = r.assigned_to
    where ${narrowed(round, filter)}
    order by r.village_code, r.rw, r.rt, r.place limit ${limit} offset ${offset}`.execute(trx);
  return rows;
}

export async function countRows(trx: Trx, round: Round, filter: RowFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from census_rows r where ${narrowed(round, filter)}`.execute(trx);
  return rows[0]?.count ?? 0;
}
