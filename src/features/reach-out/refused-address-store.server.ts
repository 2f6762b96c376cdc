import { type Insertable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { RefusedAddresses } from '#platform/db/tables.ts';

/** Remembers what a mail taught of its address; false when it was known of this mail. */
export async function insertRefusedAddress(trx: Trx, row: Insertable<RefusedAddresses>): Promise<boolean> {
  const made = await trx
    .insertInto('refusedAddresses')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'messageId']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Which of these addresses are known to be wrong, as hexadecimal, and since when. */
export async function listRefusedAddresses(
  trx: Trx,
  office: string,
  emails: readonly Buffer[],
): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<{ email: string; heardAt: Date }>`
    select encode(email_index, 'hex') as email, max(heard_at) as heard_at from refused_addresses
    where office_code = ${office} and lifted_at is null and email_index = any(${[...emails]}::bytea[])
    group by email_index`.execute(trx);
  return new Map(rows.map(({ email, heardAt }) => [email, heardAt]));
}

/** The address is right after all; false when nothing was held against it. */
export async function liftRefusedAddress(
  trx: Trx,
  office: string,
  email: Buffer,
  lifted: { at: Date; by: string },
): Promise<boolean> {
  const answer = await trx
    .updateTable('refusedAddresses')
    .set({ liftedAt: lifted.at, liftedBy: lifted.by })
    .where('officeCode', '=', office)
    .where('emailIndex', '=', email)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
