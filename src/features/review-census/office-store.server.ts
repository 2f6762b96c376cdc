import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type OfficeToCheck = { officeCode: string; touched: number };

/** Offices in which submissions wait, and when one of them was last touched. Asked across offices, before any is known. */
export async function listOfficesToCheck(trx: Trx): Promise<OfficeToCheck[]> {
  const { rows } = await sql<OfficeToCheck>`select office_code, touched from offices_to_check()`.execute(trx);
  return rows;
}
