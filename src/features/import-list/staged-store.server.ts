import { sql } from 'kysely';
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
  for (const table of ['importLanes', 'importMatches', 'importUndo', 'stagedRows'] as const) {
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

/** Keys under which enterprises stood on an earlier edition, its mended rows included. */
export async function listKeysOfEdition(
  trx: Trx,
  { officeCode, importId }: Of,
): Promise<
  (Pick<StagedRow, 'businessKey' | 'namesKey' | 'nib' | 'sourceKey' | 'nikIndex'> & {
    enterpriseId: string;
  })[]
> {
  const { rows } = await sql<
    Pick<StagedRow, 'businessKey' | 'namesKey' | 'nib' | 'sourceKey' | 'nikIndex'> & { enterpriseId: string }
  >`select distinct on (m.enterprise_id) m.enterprise_id, s.business_key, s.names_key, s.nib, s.source_key, s.nik_index
    from import_matches m
    join imports i on i.office_code = m.office_code and i.import_id = m.import_id and i.status = 'applied'
    join staged_rows s on s.office_code = m.office_code and s.import_id = m.import_id and s.row_number = m.row_number
    where m.office_code = ${officeCode} and (i.import_id = ${importId} or i.mends_import_id = ${importId})
      and m.action in ('new', 'changed', 'unchanged')
    order by m.enterprise_id, s.row_number`.execute(trx);
  return rows;
}

export type RowMatch = {
  rowNumber: number;
  action: RowAction | 'waiting';
  matchedBy: string | null;
  repeatsRow: number | null;
  ownerId: string | null;
  makesOwner: boolean;
  enterpriseId: string | null;
  lane: number;
};

const matchTypes: ColumnTypes<Of & RowMatch> = {
  officeCode: 'text',
  importId: 'uuid',
  rowNumber: 'int',
  action: 'text',
  matchedBy: 'text',
  repeatsRow: 'int',
  ownerId: 'uuid',
  makesOwner: 'bool',
  enterpriseId: 'uuid',
  lane: 'int2',
};

export async function insertMatches(trx: Trx, of: Of, matches: readonly RowMatch[]): Promise<void> {
  await bulkInsert(
    trx,
    'importMatches',
    matchTypes,
    matches.map((match) => ({ ...of, ...match })),
  );
}

export async function deleteMatches(trx: Trx, { officeCode, importId }: Of): Promise<void> {
  await trx
    .deleteFrom('importMatches')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
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

export type RowToApply = RowMatch & Pick<StagedRow, 'sealed' | 'sourceKey' | 'sheetRow'>;

/** The next rows of a lane to save, in the order of the list; repeated ones left out. */
export function listToApply(
  trx: Trx,
  { officeCode, importId }: Of,
  { lane, after, limit }: { lane: number; after: number; limit: number },
): Promise<RowToApply[]> {
  return trx
    .selectFrom('importMatches as m')
    .innerJoin('stagedRows as s', (join) =>
      join
        .onRef('s.officeCode', '=', 'm.officeCode')
        .onRef('s.importId', '=', 'm.importId')
        .onRef('s.rowNumber', '=', 'm.rowNumber'),
    )
    .select([
      'm.rowNumber',
      'm.action',
      'm.matchedBy',
      'm.repeatsRow',
      'm.ownerId',
      'm.makesOwner',
      'm.enterpriseId',
      'm.lane',
      's.sealed',
      's.sourceKey',
      's.sheetRow',
    ])
    .where('m.officeCode', '=', officeCode)
    .where('m.importId', '=', importId)
    .where('m.action', 'in', ['new', 'changed', 'unchanged'])
    .where('m.lane', '=', lane)
    .where('m.rowNumber', '>', after)
    .orderBy('m.rowNumber')
    .limit(limit)
    .execute() as Promise<RowToApply[]>;
}

/** The sealed row of the earlier edition behind each of these enterprises. */
export async function listSealedOfEdition(
  trx: Trx,
  { officeCode, importId }: Of,
  enterpriseIds: readonly string[],
): Promise<{ enterpriseId: string; importId: string; rowNumber: number; sealed: Buffer }[]> {
  if (enterpriseIds.length === 0) return [];
  const { rows } = await sql<{
    enterpriseId: string;
    importId: string;
    rowNumber: number;
    sealed: Buffer;
  }>`select m.enterprise_id, m.import_id, m.row_number, s.sealed
    from import_matches m
    join imports i on i.office_code = m.office_code and i.import_id = m.import_id and i.status = 'applied'
    join staged_rows s on s.office_code = m.office_code and s.import_id = m.import_id and s.row_number = m.row_number
    where m.office_code = ${officeCode} and m.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and (i.import_id = ${importId} or i.mends_import_id = ${importId}) and m.action in ('new', 'changed', 'unchanged')`.execute(
    trx,
  );
  return rows;
}

export async function insertUndo(
  trx: Trx,
  of: Of,
  undos: readonly { rowNumber: number; enterpriseId: string; sealed: Buffer }[],
): Promise<void> {
  await bulkInsert(
    trx,
    'importUndo',
    {
      officeCode: 'text',
      importId: 'uuid',
      rowNumber: 'int',
      enterpriseId: 'uuid',
      sealed: 'bytea',
    },
    undos.map((undo) => ({ ...of, ...undo })),
  );
}

/** Takes the next undos away to be carried out, the last row of the list first. */
export async function takeUndos(
  trx: Trx,
  { officeCode, importId }: Of,
  limit: number,
): Promise<{ rowNumber: number; enterpriseId: string; sealed: Buffer }[]> {
  const { rows } = await sql<{
    rowNumber: number;
    enterpriseId: string;
    sealed: Buffer;
  }>`delete from import_undo
    where office_code = ${officeCode} and import_id = ${importId} and row_number in (
      select row_number from import_undo where office_code = ${officeCode} and import_id = ${importId}
      order by row_number desc limit ${limit})
    returning row_number, enterprise_id, sealed`.execute(trx);
  return rows.sort((a, b) => b.rowNumber - a.rowNumber);
}

/** Enterprises that the list made, by row. */
export function listMade(
  trx: Trx,
  { officeCode, importId }: Of,
  { after, limit }: { after: number; limit: number },
): Promise<{ rowNumber: number; enterpriseId: string }[]> {
  return trx
    .selectFrom('importMatches')
    .select(['rowNumber', 'enterpriseId'])
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('action', '=', 'new')
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit)
    .execute() as Promise<{ rowNumber: number; enterpriseId: string }[]>;
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

/** The last row of a lane that is saved; 0 while there is none. */
export async function savedUpTo(trx: Trx, { officeCode, importId }: Of, lane: number): Promise<number> {
  const row = await trx
    .selectFrom('importLanes')
    .select('savedUpTo')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('lane', '=', lane)
    .executeTakeFirst();
  return row?.savedUpTo ?? 0;
}

export async function noteSaved(
  trx: Trx,
  { officeCode, importId }: Of,
  lane: number,
  upTo: number,
): Promise<void> {
  await trx
    .insertInto('importLanes')
    .values({ officeCode, importId, lane, savedUpTo: upTo })
    .onConflict((conflict) =>
      conflict.columns(['officeCode', 'importId', 'lane']).doUpdateSet({ savedUpTo: upTo }),
    )
    .execute();
}

/** Enterprises that the rows of an import are. */
export async function listEditionIds(trx: Trx, { officeCode, importId }: Of): Promise<string[]> {
  const rows = await trx
    .selectFrom('importMatches')
    .select('enterpriseId')
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('enterpriseId', 'is not', null)
    .execute();
  return rows.flatMap(({ enterpriseId }) => enterpriseId ?? []);
}
