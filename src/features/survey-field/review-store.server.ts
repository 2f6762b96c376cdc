import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SubmissionPhotos, Submissions } from '#platform/db/tables.ts';

// What a review asks of submissions; read and changed through the door.

/** When the work on submission `alias` ended, by the office's clock (`officeTime`). */
export const finishedAt = (alias: string) =>
  sql<Date>`(${sql.ref(`${alias}.finished_at`)} - make_interval(secs => coalesce(${sql.ref(`${alias}.clock_off_s`)}, 0)))`;

export type SubmissionRow = Selectable<Submissions>;
export type SubmissionStatus = 'received' | 'sent_back' | 'approved' | 'set_aside' | 'replaced';

/** `lock`: held until the transaction ends. */
export async function findSubmission(
  trx: Trx,
  office: string,
  submissionId: string,
  lock = false,
): Promise<SubmissionRow | null> {
  const query = trx
    .selectFrom('submissions')
    .selectAll()
    .where('officeCode', '=', office)
    .where('submissionId', '=', submissionId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export function listSubmissions(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<SubmissionRow[]> {
  return trx
    .selectFrom('submissions')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .execute();
}

/** Names of people by their ids. */
export async function listPersonNames(trx: Trx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('authUsers')
    .select(['id', 'name'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...userIds]))))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every answer to a row, the first one first; second looks included. */
export function listSubmissionsOfRow(trx: Trx, office: string, rowId: string): Promise<SubmissionRow[]> {
  return trx
    .selectFrom('submissions')
    .selectAll()
    .where('officeCode', '=', office)
    .where('rowId', '=', rowId)
    .orderBy(finishedAt('submissions'))
    .orderBy('submissionId')
    .execute();
}

/** Answers to these rows that were sent back and not answered anew. */
export async function listSentBack(
  trx: Trx,
  office: string,
  rowIds: readonly string[],
): Promise<{ submissionId: string; rowId: string }[]> {
  if (rowIds.length === 0) return [];
  const { rows } = await sql<{ submissionId: string; rowId: string }>`
    select submission_id, row_id from submissions
    where office_code = ${office} and row_id = any(${[...rowIds]}::uuid[]) and status = 'sent_back'`.execute(
    trx,
  );
  return rows;
}

/** A submission that waits, as far as its place in the queue goes: there may be tens of thousands. */
export type WaitingLine = Pick<
  SubmissionRow,
  'submissionId' | 'rowId' | 'userId' | 'verdict' | 'villageCode'
> & {
  /** A draft, a second look, or at odds with what the office has: somebody decides. */
  wantsDecision: boolean;
};

/** What waits for a supervisor, the longest waiting first. Tries, which say nothing, left out. */
export async function listWaiting(trx: Trx, office: string, roundId: string): Promise<WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select submission_id, row_id, user_id, verdict, village_code,
      cardinality(conflicts) > 0 or recheck_of is not null or not is_finished as wants_decision
    from submissions
    where office_code = ${office} and round_id = ${roundId} and status = 'received'
      and (verdict is not null or not is_finished)
    order by received_at, submission_id`.execute(trx);
  return rows;
}

export async function countWaitingForReview(trx: Trx, office: string, roundId: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from submissions
    where office_code = ${office} and round_id = ${roundId} and status = 'received'
      and (verdict is not null or not is_finished)`.execute(trx);
  return rows[0]?.waiting ?? 0;
}

/** Per person: how many visits stand, and how many of them are among `submissionIds`. */
export async function countVisitsAmong(
  trx: Trx,
  office: string,
  roundId: string,
  submissionIds: readonly string[],
): Promise<{ userId: string; visits: number; among: number }[]> {
  const { rows } = await sql<{ userId: string; visits: number; among: number }>`
    select user_id, count(*)::int as visits,
      (count(*) filter (where submission_id = any(${[...submissionIds]}::uuid[])))::int as among
    from submissions
    where office_code = ${office} and round_id = ${roundId} and status in ('received', 'approved', 'sent_back')
      and verdict is not null and is_finished
    group by user_id`.execute(trx);
  return rows;
}

/** Approved answers of one person to rows of a round; second looks left out. */
export async function listApprovedOf(
  trx: Trx,
  office: string,
  { roundId, userId }: { roundId: string; userId: string },
): Promise<string[]> {
  const { rows } = await sql<{ submissionId: string }>`
    select submission_id from submissions
    where office_code = ${office} and round_id = ${roundId} and user_id = ${userId} and status = 'approved'
      and row_id is not null and recheck_of is null`.execute(trx);
  return rows.map(({ submissionId }) => submissionId);
}

/** Answers of one person that wait for a supervisor. */
export async function countWaitingOf(
  trx: Trx,
  office: string,
  { roundId, userId }: { roundId: string; userId: string },
): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from submissions
    where office_code = ${office} and round_id = ${roundId} and user_id = ${userId} and status = 'received'
      and row_id is not null and recheck_of is null and verdict is not null and is_finished`.execute(trx);
  return rows[0]?.waiting ?? 0;
}

export async function updateSubmissionStatus(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
  status: SubmissionStatus,
): Promise<void> {
  if (submissionIds.length === 0) return;
  await sql`update submissions set status = ${status}, touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and submission_id = any(${[...submissionIds]}::uuid[])`.execute(trx);
}

/** The wrapped key of a submission, where it has one. */
export async function findSubmissionKey(
  trx: Trx,
  office: string,
  submissionId: string,
): Promise<Buffer | null> {
  const row = await trx
    .selectFrom('personKeys')
    .select('wrappedKey')
    .where('officeCode', '=', office)
    .where('personId', '=', submissionId)
    .executeTakeFirst();
  return row?.wrappedKey ?? null;
}

export async function insertSubmissionKey(
  trx: Trx,
  office: string,
  submissionId: string,
  wrappedKey: Buffer,
): Promise<void> {
  await trx
    .insertInto('personKeys')
    .values({ officeCode: office, personId: submissionId, wrappedKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type PhotoRow = Selectable<SubmissionPhotos>;

/** The submission itself says that photo `p` is one of its own: any phone of the office could say so of any photo. */
const isNamed = sql<boolean>`s.photo_notes @> jsonb_build_array(jsonb_build_object('id', p.photo_id::text))`;

export function listPhotosOf(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<PhotoRow[]> {
  return trx
    .selectFrom('submissionPhotos as p')
    .innerJoin('submissions as s', (join) =>
      join.onRef('s.officeCode', '=', 'p.officeCode').onRef('s.submissionId', '=', 'p.submissionId'),
    )
    .selectAll('p')
    .where('p.officeCode', '=', office)
    .where((eb) => eb('p.submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .where(isNamed)
    .orderBy('p.takenAt')
    .orderBy('p.photoId')
    .execute();
}

/** Per day (WIB, by the office's clock) on which visits ended, and per person: how many; second looks and tries left out. */
export async function countFinishedByDay(
  trx: Trx,
  office: string,
  roundId: string,
): Promise<{ day: string; userId: string; finished: number }[]> {
  const { rows } = await sql<{ day: string; userId: string; finished: number }>`
    select (${finishedAt('s')} at time zone 'Asia/Jakarta')::date as day, user_id, count(*)::int as finished
    from submissions s
    where office_code = ${office} and round_id = ${roundId} and verdict is not null and is_finished
      and recheck_of is null and status in ('received', 'approved', 'sent_back')
    group by 1, 2 order by 1`.execute(trx);
  return rows;
}

export type PhoneSign = {
  userId: string;
  lastSeenAt: Date | null;
  lastDeliveryAt: Date | null;
  unsent: number | null;
};

/** What the phones of these people said last; of several phones the newest sign, and all that is unsent. */
export async function listPhoneSigns(
  trx: Trx,
  office: string,
  userIds: readonly string[],
): Promise<PhoneSign[]> {
  const { rows } = await sql<PhoneSign>`
    select u.user_id, max(greatest(p.last_seen_at, p.last_delivery_at, u.last_pull_at)) as last_seen_at,
      max(p.last_delivery_at) as last_delivery_at, sum(p.unsent_count)::int as unsent
    from field_phone_users u
    join field_phones p on p.office_code = u.office_code and p.phone_id = u.phone_id and p.revoked_at is null
    where u.office_code = ${office} and u.user_id = any(${[...userIds]}::text[]) and u.revoked_at is null
    group by u.user_id`.execute(trx);
  return rows;
}

/** What is made there, by rows of a round of which the answer that holds says that somebody produces. */
export async function listGoodsOfRows(
  trx: Trx,
  office: string,
  roundId: string,
): Promise<{ rowId: string; goods: string }[]> {
  const { rows } = await sql<{ rowId: string; goods: string }>`
    select row_id, goods from (
      select distinct on (s.row_id) s.row_id, s.verdict,
        coalesce(s.answers->>'goods', s.answers->>'sector') as goods
      from submissions s
      where s.office_code = ${office} and s.round_id = ${roundId} and s.row_id is not null and s.verdict is not null
        and s.is_finished and (s.status = 'approved' or (s.status = 'received' and s.recheck_of is null))
      order by s.row_id, s.status, ${finishedAt('s')} desc, s.submission_id desc
    ) as holds
    where verdict = 'produces' and goods is not null`.execute(trx);
  return rows;
}

/** Enterprises found in the field that stood on no list, by village: waiting, and approved. */
export async function countFound(
  trx: Trx,
  office: string,
  roundId: string,
): Promise<{ villageCode: string | null; found: number; approved: number }[]> {
  const { rows } = await sql<{ villageCode: string | null; found: number; approved: number }>`
    select village_code, count(*)::int as found, count(*) filter (where status = 'approved')::int as approved
    from submissions
    where office_code = ${office} and round_id = ${roundId} and row_id is null
      and status in ('received', 'approved') and verdict is not null
    group by village_code`.execute(trx);
  return rows;
}

export type PhotoLikeness = { submissionId: string; enterpriseId: string | null; likeness: Buffer };

/** What the photos of a round look like. */
export async function listPhotoLikeness(trx: Trx, office: string, roundId: string): Promise<PhotoLikeness[]> {
  const { rows } = await sql<PhotoLikeness>`
    select p.submission_id, s.enterprise_id, p.likeness from submission_photos p
    join submissions s on s.office_code = p.office_code and s.submission_id = p.submission_id
    where p.office_code = ${office} and s.round_id = ${roundId} and p.state = 'ready' and p.likeness is not null
      and ${isNamed}`.execute(trx);
  return rows;
}
