import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { finishedAt, type SubmissionRow } from './review-store.server.ts';

// What the quick checks of a review compare submissions with; asked through the door.

export type RunMember = Pick<SubmissionRow, 'formId' | 'formVersion' | 'answers'>;

const counted = sql`o.verdict is not null and o.recheck_of is null and o.status in ('received', 'approved', 'sent_back')`;

/** Each of these submissions with the `most` - 1 that its enumerator did before it, in the order of work. */
export async function listRuns(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
  most: number,
): Promise<Map<string, RunMember[]>> {
  const { rows } = await sql<RunMember & { ofId: string }>`
    select s.submission_id as of_id, run.form_id, run.form_version, run.answers
    from submissions s
    cross join lateral (
      select o.form_id, o.form_version, o.answers, ${finishedAt('o')} as finished_at, o.submission_id
      from submissions o
      where o.office_code = s.office_code and o.round_id = s.round_id and o.user_id = s.user_id and ${counted}
        and (${finishedAt('o')}, o.submission_id) <= (${finishedAt('s')}, s.submission_id)
      order by finished_at desc, o.submission_id desc limit ${most}
    ) as run
    where s.office_code = ${office} and s.submission_id = any(${[...submissionIds]}::uuid[])
    order by s.submission_id, run.finished_at, run.submission_id`.execute(trx);
  return Map.groupBy(rows, ({ ofId }) => ofId);
}

export type ToldAlike = Pick<SubmissionRow, 'formId' | 'formVersion' | 'answers'> & {
  sector: string;
  visits: number;
};

/** Answers of a round to the questions of these names, told alike put together; by the first line of business. */
export async function listToldAlike(
  trx: Trx,
  office: string,
  roundId: string,
  names: readonly string[],
): Promise<ToldAlike[]> {
  const { rows } = await sql<ToldAlike>`
    select o.form_id, o.form_version, split_part(coalesce(o.answers->>'goods', o.answers->>'sector'), ' ', 1) as sector,
      told.answers, count(*)::int as visits
    from submissions o
    cross join lateral (
      select jsonb_object_agg(name, o.answers->name) as answers from unnest(${[...names]}::text[]) as name
      where o.answers ? name
    ) as told
    where o.office_code = ${office} and o.round_id = ${roundId} and ${counted} and told.answers is not null
      and coalesce(o.answers->>'goods', o.answers->>'sector') <> ''
    group by 1, 2, 3, 4`.execute(trx);
  return rows;
}

export type VisitPosition = {
  rowId: string | null;
  villageCode: string | null;
  latitude: number;
  longitude: number;
};

/** Where the visits of a round were. `villageCode`: of those without a row. */
export async function listPositions(trx: Trx, office: string, roundId: string): Promise<VisitPosition[]> {
  const { rows } = await sql<VisitPosition>`
    select o.row_id, o.village_code, o.latitude, o.longitude from submissions o
    where o.office_code = ${office} and o.round_id = ${roundId} and ${counted}
      and o.latitude is not null and o.longitude is not null`.execute(trx);
  return rows;
}

/** Days (WIB) on which somebody stood there in vain, by row. */
export async function listTriedDays(
  trx: Trx,
  office: string,
  rowIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (rowIds.length === 0) return new Map();
  const { rows } = await sql<{ rowId: string; day: string }>`
    select s.row_id, (${finishedAt('s')} at time zone 'Asia/Jakarta')::date as day from submissions s
    where s.office_code = ${office} and s.row_id = any(${[...rowIds]}::uuid[]) and s.is_finished
      and (s.verdict is null or s.verdict = 'not_found')`.execute(trx);
  return new Map(
    [...Map.groupBy(rows, ({ rowId }) => rowId)].map(([rowId, own]) => [rowId, own.map(({ day }) => day)]),
  );
}

/** For each of these submissions, how many enterprises of the office's visits gave the same phone number. */
export async function countSamePhone(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ submissionId: string; enterprises: number }>`
    select s.submission_id, count(distinct coalesce(o.enterprise_id, o.submission_id))::int as enterprises
    from submissions s
    join submissions o on o.office_code = s.office_code and o.phone_index = s.phone_index
      and o.status in ('received', 'approved', 'sent_back')
    where s.office_code = ${office} and s.submission_id = any(${[...submissionIds]}::uuid[])
      and s.phone_index is not null
    group by s.submission_id`.execute(trx);
  return new Map(rows.map(({ submissionId, enterprises }) => [submissionId, enterprises]));
}

/**
 * Submissions that the transaction `since` or a later one touched, of which nothing is still under way: the horizon is
 * where to begin the next time.
 */
export async function listTouchedSubmissions(
  trx: Trx,
  office: string,
  since: number,
): Promise<{ horizon: number; submissionIds: string[] }> {
  const horizon = await sql<{ horizon: number }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon`.execute(trx);
  const { rows } = await sql<{ submissionId: string }>`
    select submission_id from submissions
    where office_code = ${office} and touched >= ${since} and status = 'received'
    order by received_at, submission_id`.execute(trx);
  return {
    horizon: horizon.rows[0]?.horizon ?? 0,
    submissionIds: rows.map(({ submissionId }) => submissionId),
  };
}

/** Something of it came in since, such as a photo: it is to be checked anew. */
export async function touchSubmission(trx: Trx, office: string, submissionId: string): Promise<void> {
  await sql`update submissions set touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and submission_id = ${submissionId}`.execute(trx);
}

/** These submissions by their rounds. */
export async function groupByRound(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await trx
    .selectFrom('submissions')
    .select(['submissionId', 'roundId'])
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ roundId }) => roundId)].map(([roundId, own]) => [
      roundId,
      own.map(({ submissionId }) => submissionId),
    ]),
  );
}
