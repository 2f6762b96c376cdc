import type { Trx } from '#platform/db/connect.server.ts';
import type { RowProblem } from './rules/list-problems.ts';
import type { Disposition } from './rules/validate-row.ts';

type Of = { officeCode: string; importId: string };

/** A row of a list that is being typed: nothing is decided of it yet. */
export type KeptTyped = {
  rowNumber: number;
  sheetName: string;
  sheetRow: number;
  disposition: Disposition;
  problems: readonly RowProblem[];
  sealed: Buffer;
};

export async function listTyped(trx: Trx, { officeCode, importId }: Of): Promise<KeptTyped[]> {
  const rows = await trx
    .selectFrom('stagedRows')
    .select(['rowNumber', 'sheetName', 'sheetRow', 'disposition', 'problems', 'sealed'])
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .orderBy('rowNumber')
    .execute();
  return rows as unknown as KeptTyped[];
}

export async function findTyped(
  trx: Trx,
  { officeCode, importId }: Of,
  rowNumber: number,
): Promise<{ sealed: Buffer } | undefined> {
  return trx
    .selectFrom('stagedRows')
    .select('sealed')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('rowNumber', '=', rowNumber)
    .executeTakeFirst();
}

export async function deleteTyped(
  trx: Trx,
  { officeCode, importId }: Of,
  rowNumbers: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom('stagedRows')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where((eb) => eb('rowNumber', '=', eb.fn.any(eb.val([...rowNumbers]))))
    .execute();
}
