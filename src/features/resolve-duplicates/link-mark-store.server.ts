import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** Offices in which something changed since they were linked. Asked across offices, before any is known. */
export async function listOfficesToLink(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ officeCode: string }>`select office_code from offices_to_link()`.execute(trx);
  return rows.map(({ officeCode }) => officeCode);
}

/** What this transaction or a later one touched is new to linkage; 0 while the office was never linked. */
export async function linkedUpTo(trx: Trx, office: string): Promise<number> {
  const { rows } = await sql<{ since: number }>`select linked_up_to(${office}) as since`.execute(trx);
  return rows[0]!.since;
}

export async function markLinked(trx: Trx, office: string, upTo: number, at: Date): Promise<void> {
  const mark = { linkedUpTo: upTo, linkedAt: at };
  await trx
    .insertInto('linkageMarks')
    .values({ officeCode: office, ...mark })
    .onConflict((conflict) => conflict.column('officeCode').doUpdateSet(mark))
    .execute();
}
