import { sql } from 'kysely';
import { bulkInsert, type ColumnTypes } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { RowAction } from './rules/import-kinds.ts';
import type { StagedRow } from './staged-store.server.ts';

type Of = { officeCode: string; importId: string };

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

/** Forgets what was decided of the rows, and what they look like. */
export async function deleteMatches(trx: Trx, { officeCode, importId }: Of): Promise<void> {
  for (const table of ['importMatches', 'importPairs'] as const) {
    await trx
      .deleteFrom(table)
      .where('officeCode', '=', officeCode)
      .where('importId', '=', importId)
      .execute();
  }
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

/** Enterprises that rows of these actions are, by row. */
export function listEnterprisesOf(
  trx: Trx,
  { officeCode, importId }: Of,
  { actions, after, limit }: { actions: readonly RowAction[]; after: number; limit: number },
): Promise<{ rowNumber: number; enterpriseId: string }[]> {
  return trx
    .selectFrom('importMatches')
    .select(['rowNumber', 'enterpriseId'])
    .where('officeCode', '=', officeCode)
    .where('importId', '=', importId)
    .where('action', 'in', [...actions])
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit)
    .execute() as Promise<{ rowNumber: number; enterpriseId: string }[]>;
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
