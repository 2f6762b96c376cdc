import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type StoredCheck = {
  submissionId: string;
  checkCode: string;
  severity: 'look' | 'likely_wrong';
  facts: unknown;
};

export async function listChecks(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<StoredCheck[]> {
  const rows = await trx
    .selectFrom('submissionChecks')
    .select(['submissionId', 'checkCode', 'severity', 'facts'])
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .orderBy('severity')
    .orderBy('checkCode')
    .execute();
  return rows as StoredCheck[];
}

/** Puts what the checks say now in the place of what they said before. */
export async function replaceChecks(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
  checks: readonly StoredCheck[],
  at: Date,
): Promise<void> {
  await trx
    .deleteFrom('submissionChecks')
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .execute();
  if (checks.length === 0) return;
  await trx
    .insertInto('submissionChecks')
    .values(
      checks.map(({ facts, ...check }) => ({
        officeCode: office,
        ...check,
        facts: JSON.stringify(facts),
        checkedAt: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Submissions of the office in which a check found something likely wrong. */
export async function listDoubtful(trx: Trx, office: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('submissionChecks')
    .select('submissionId')
    .distinct()
    .where('officeCode', '=', office)
    .where('severity', '=', 'likely_wrong')
    .execute();
  return rows.map(({ submissionId }) => submissionId);
}

/** Those of these submissions that a check remarked upon, each with the worse of what was said. */
export async function listRemarked(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<Map<string, StoredCheck['severity']>> {
  const { rows } = await sql<Pick<StoredCheck, 'submissionId' | 'severity'>>`
    select submission_id,
      case when bool_or(severity = 'likely_wrong') then 'likely_wrong' else 'look' end as severity
    from submission_checks
    where office_code = ${office} and submission_id = any(${[...submissionIds]}::uuid[])
    group by submission_id`.execute(trx);
  return new Map(rows.map(({ submissionId, severity }) => [submissionId, severity]));
}
