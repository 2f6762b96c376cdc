import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Rechecks } from '#platform/db/tables.ts';
import type { RecheckOutcome } from './rules/compare-visits.ts';

export type RecheckRow = Selectable<Rechecks>;

/** One that was drawn before stays as it was. */
export async function insertRecheck(
  trx: Trx,
  office: string,
  recheck: { recheckId: string; submissionId: string; assignedTo: string | null; drawnAt: Date },
): Promise<void> {
  await trx
    .insertInto('rechecks')
    .values({ officeCode: office, ...recheck })
    .onConflict((conflict) => conflict.columns(['officeCode', 'submissionId']).doNothing())
    .execute();
}

/** Takes back one that nobody has carried out yet. */
export async function removeOpenRecheck(trx: Trx, office: string, submissionId: string): Promise<void> {
  await trx
    .deleteFrom('rechecks')
    .where('officeCode', '=', office)
    .where('submissionId', '=', submissionId)
    .where('doneAt', 'is', null)
    .execute();
}

export async function updateRecheckDone(
  trx: Trx,
  office: string,
  submissionId: string,
  done: { secondSubmissionId: string; outcome: RecheckOutcome; differences: string; doneAt: Date },
): Promise<void> {
  await trx
    .updateTable('rechecks')
    .set(done)
    .where('officeCode', '=', office)
    .where('submissionId', '=', submissionId)
    .execute();
}

/** By the first visits' submissions. */
export async function listRechecks(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<Map<string, RecheckRow>> {
  const rows = await trx
    .selectFrom('rechecks')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .execute();
  return new Map(rows.map((row) => [row.submissionId, row]));
}

/** First visits that this person is to look at again. */
export async function listOpenRechecksOf(trx: Trx, office: string, userId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('rechecks')
    .select('submissionId')
    .where('officeCode', '=', office)
    .where('assignedTo', '=', userId)
    .where('doneAt', 'is', null)
    .orderBy('drawnAt')
    .execute();
  return rows.map(({ submissionId }) => submissionId);
}

/** Of the office of the transaction. */
export async function countOpenRechecksOf(trx: Trx, userId: string): Promise<number> {
  return (await listOpenRechecksHeld(trx, userId)).length;
}

/** Of the office of the transaction: those that this person is to make. */
export function listOpenRechecksHeld(
  trx: Trx,
  userId: string,
): Promise<{ officeCode: string; submissionId: string }[]> {
  return trx
    .selectFrom('rechecks')
    .select(['officeCode', 'submissionId'])
    .where('assignedTo', '=', userId)
    .where('doneAt', 'is', null)
    .execute();
}

/** Gives open ones to somebody else. */
export async function giveRechecks(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
  userId: string,
): Promise<void> {
  await trx
    .updateTable('rechecks')
    .set({ assignedTo: userId })
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .where('doneAt', 'is', null)
    .execute();
}
