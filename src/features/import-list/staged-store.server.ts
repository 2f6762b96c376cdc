import { bulkInsert, type ColumnTypes } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { RowAction } from './rules/import-kinds.ts';
import type { RowProblem } from './rules/list-problems.ts';
import type { Disposition } from './rules/validate-row.ts';

export type RowDisposition = Disposition | 'mended';

export type StagedRow = {
  rowNumber: number;
  sheetName: string;
  sheetRow: number;
  disposition: RowDisposition;
  problems: readonly RowProblem[];
  sealed: Buffer;
  nikIndex: Buffer | null;
  nib: string | null;
  sourceKey: string | null;
  businessKey: string | null;
  personKey: string | null;
  namesKey: string | null;
  enterpriseRef: string | null;
  mendsRow: number | null;
};

type Of = { officeCode: string; importId: string };

const stagedTypes: ColumnTypes<Of & Omit<StagedRow, 'problems'> & { problems: string }> = {
  officeCode: 'text',
  importId: 'uuid',
  rowNumber: 'int',
  sheetName: 'text',
  sheetRow: 'int',
  disposition: 'text',
  problems: 'jsonb',
  sealed: 'bytea',
  nikIndex: 'bytea',
  nib: 'text',
  sourceKey: 'text',
  businessKey: 'text',
  personKey: 'text',
  namesKey: 'text',
  enterpriseRef: 'uuid',
  mendsRow: 'int',
};

export async function insertStaged(trx: Trx, of: Of, rows: readonly StagedRow[]): Promise<void> {
  await bulkInsert(
    trx,
    'stagedRows',
    stagedTypes,
    rows.map((row) => ({
      ...of,
      ...row,
      problems: row.problems.length === 0 ? '[]' : JSON.stringify(row.problems),
    })),
  );
}

/** The last row that is staged; 0 while there is none. */
export async function lastStagedRow(trx: Trx, { officeCode, importId }: Of): Promise<number> {
  const row = await trx
    .selectFrom('stagedRows')
    .select((eb) => eb.fn.max('rowNumber').as('last'))
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Leaves nothing of an import that did not come to its end. */
export async function deleteStaged(trx: Trx, { officeCode, importId }: Of): Promise<void> {
  for (const table of ['importLanes', 'importMatches', 'importPairs', 'importUndo', 'stagedRows'] as const) {
    await trx
      .deleteFrom(table)
      .where('officeCode', '=', officeCode)
      .where('importId', '=', importId)
      .execute();
  }
}

export type RowToMatch = Pick<
  StagedRow,
  'rowNumber' | 'nikIndex' | 'nib' | 'sourceKey' | 'businessKey' | 'personKey' | 'namesKey' | 'enterpriseRef'
>;

/** What matching goes by, of all rows that can come in, or of those to be mended first. */
export function listToMatch(
  trx: Trx,
  { officeCode, importId }: Of,
  disposition: 'ready' | 'needs_mending',
): Promise<RowToMatch[]> {
  return trx
    .selectFrom('stagedRows')
    .select([
      'rowNumber',
      'nikIndex',
      'nib',
      'sourceKey',
      'businessKey',
      'personKey',
      'namesKey',
      'enterpriseRef',
    ])
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('disposition', '=', disposition)
    .orderBy('rowNumber')
    .execute();
}

export async function listSealed(
  trx: Trx,
  { officeCode, importId }: Of,
  rowNumbers: readonly number[],
): Promise<Map<number, Buffer>> {
  if (rowNumbers.length === 0) return new Map();
  const rows = await trx
    .selectFrom('stagedRows')
    .select(['rowNumber', 'sealed'])
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where((eb) => eb('rowNumber', '=', eb.fn.any(eb.val([...rowNumbers]))))
    .execute();
  return new Map(rows.map(({ rowNumber, sealed }) => [rowNumber, sealed]));
}

export type PreviewedRow = Pick<
  StagedRow,
  'rowNumber' | 'sheetName' | 'sheetRow' | 'disposition' | 'problems' | 'sealed'
> & { action: RowAction | null; enterpriseId: string | null };

/** Rows of one action, or of one disposition, or simply the first ones. */
export async function listPreview(
  trx: Trx,
  { officeCode, importId }: Of,
  {
    action,
    disposition,
    after = 0,
    limit,
  }: {
    action?: RowAction | undefined;
    disposition?: RowDisposition | undefined;
    after?: number;
    limit: number;
  },
): Promise<PreviewedRow[]> {
  let query = trx
    .selectFrom('stagedRows as s')
    .leftJoin('importMatches as m', (join) =>
      join
        .onRef('m.officeCode', '=', 's.officeCode')
        .onRef('m.importId', '=', 's.importId')
        .onRef('m.rowNumber', '=', 's.rowNumber'),
    )
    .select([
      's.rowNumber',
      's.sheetName',
      's.sheetRow',
      's.disposition',
      's.problems',
      's.sealed',
      'm.action',
      'm.enterpriseId',
    ])
    .where('s.officeCode', '=', officeCode)
    .where('s.importId', '=', importId)
    .where('s.rowNumber', '>', after)
    .orderBy('s.rowNumber')
    .limit(limit);
  if (action) query = query.where('m.action', '=', action);
  if (disposition) query = query.where('s.disposition', '=', disposition);
  return (await query.execute()) as unknown as PreviewedRow[];
}

export async function countDisposition(
  trx: Trx,
  { officeCode, importId }: Of,
  disposition: RowDisposition,
): Promise<number> {
  const row = await trx
    .selectFrom('stagedRows')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('disposition', '=', disposition)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Rows of the list that came back mended and are saved now. */
export async function markMended(
  trx: Trx,
  { officeCode, importId }: Of,
  rowNumbers: readonly number[],
): Promise<void> {
  if (rowNumbers.length === 0) return;
  await trx
    .updateTable('stagedRows')
    .set({ disposition: 'mended' })
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where((eb) => eb('rowNumber', '=', eb.fn.any(eb.val([...rowNumbers]))))
    .execute();
}

/** Which rows of the mended list these are, by their own number. */
export function listMendedRows(
  trx: Trx,
  { officeCode, importId }: Of,
  rowNumbers: readonly number[],
): Promise<{ mendsRow: number | null }[]> {
  return trx
    .selectFrom('stagedRows')
    .select('mendsRow')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('mendsRow', 'is not', null)
    .where((eb) => eb('rowNumber', '=', eb.fn.any(eb.val([...rowNumbers]))))
    .execute();
}
