import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Imports } from '#platform/db/tables.ts';
import type { ColumnMapping } from './rules/column-choice.ts';
import type { ImportCounts } from './rules/import-counts.ts';
import type { ImportEntry, ImportKind, ImportStatus } from './rules/import-kinds.ts';
import type { ConfirmedMapping, Inspection } from './rules/inspection.ts';

/** Why a file is not read, in both languages. */
export type KeptRefusal = { code: string; id: string; en: string };

export type ImportRow = Omit<
  Selectable<Imports>,
  'status' | 'kind' | 'entry' | 'inspection' | 'mapping' | 'counts' | 'refusal'
> & {
  status: ImportStatus;
  kind: ImportKind;
  entry: ImportEntry;
  inspection: Inspection | null;
  mapping: ConfirmedMapping | null;
  counts: ImportCounts | null;
  refusal: KeptRefusal | null;
};

const typed = (row: Selectable<Imports>): ImportRow => row as unknown as ImportRow;

export async function insertImport(trx: Trx, row: Insertable<Imports>): Promise<void> {
  await trx.insertInto('imports').values(row).execute();
}

export async function findImport(trx: Trx, office: string, importId: string): Promise<ImportRow | null> {
  const row = await trx
    .selectFrom('imports')
    .selectAll()
    .where('officeCode', '=', office)
    .where('importId', '=', importId)
    .executeTakeFirst();
  return row ? typed(row) : null;
}

/** As findImport, and held against others until the transaction ends. */
export async function lockImport(trx: Trx, office: string, importId: string): Promise<ImportRow | null> {
  const row = await trx
    .selectFrom('imports')
    .selectAll()
    .where('officeCode', '=', office)
    .where('importId', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row ? typed(row) : null;
}

/** The state alone, held against a change of it: what every batch of work asks first. */
export async function lockStatus(trx: Trx, office: string, importId: string): Promise<ImportStatus | null> {
  const row = await trx
    .selectFrom('imports')
    .select('status')
    .where('officeCode', '=', office)
    .where('importId', '=', importId)
    .forShare()
    .executeTakeFirst();
  return (row?.status as ImportStatus | undefined) ?? null;
}

/**
 * Lets this transaction be answered before it is on the disk. For batches that would be done again: should the power
 * fail, rows and progress of the last second are gone together. The last batch of a stretch waits for all of them.
 */
export async function commitLater(trx: Trx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(trx);
}

type Changes = Omit<Updateable<Imports>, 'inspection' | 'mapping' | 'counts' | 'refusal' | 'status'> & {
  status?: ImportStatus;
  inspection?: Inspection;
  mapping?: ConfirmedMapping;
  counts?: ImportCounts;
  refusal?: KeptRefusal | null;
};

export async function updateImport(
  trx: Trx,
  office: string,
  importId: string,
  changes: Changes,
): Promise<void> {
  const json = Object.fromEntries(
    (['inspection', 'mapping', 'counts', 'refusal'] as const)
      .filter((field) => changes[field] !== undefined)
      .map((field) => [field, changes[field] === null ? null : JSON.stringify(changes[field])]),
  );
  await trx
    .updateTable('imports')
    .set({ ...changes, ...json } as Updateable<Imports>)
    .where('officeCode', '=', office)
    .where('importId', '=', importId)
    .execute();
}

const listed = [
  'importId',
  'name',
  'kind',
  'asOf',
  'entry',
  'originalName',
  'status',
  'counts',
  'createdBy',
  'createdAt',
  'appliedAt',
  'mendsImportId',
] as const;
export type ListedImport = Pick<ImportRow, (typeof listed)[number]>;

/** Newest first; with `mends`, only the sheets of mended rows that came back for that list. */
export async function listImports(
  trx: Trx,
  office: string,
  { mends, limit }: { mends?: string; limit: number },
): Promise<ListedImport[]> {
  let query = trx
    .selectFrom('imports')
    .select(listed)
    .where('officeCode', '=', office)
    .orderBy('createdAt', 'desc')
    .orderBy('importId', 'desc')
    .limit(limit);
  if (mends) query = query.where('mendsImportId', '=', mends);
  return (await query.execute()) as unknown as ListedImport[];
}

/** Lists on the register that a new one may be the next edition of: of the same kind, newest first. */
export function listEarlier(
  trx: Trx,
  office: string,
  kind: string,
): Promise<{ importId: string; name: string; asOf: string }[]> {
  return trx
    .selectFrom('imports')
    .select(['importId', 'name', 'asOf'])
    .where('officeCode', '=', office)
    .where('kind', '=', kind)
    .where('status', '=', 'applied')
    .where('mendsImportId', 'is', null)
    .orderBy('asOf', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(30)
    .execute();
}

/** The key under which the rows of a list are sealed; it stands among the keys of persons. */
export async function insertListKey(
  trx: Trx,
  office: string,
  importId: string,
  wrappedKey: Buffer,
): Promise<void> {
  await trx.insertInto('personKeys').values({ officeCode: office, personId: importId, wrappedKey }).execute();
}

export async function findListKey(trx: Trx, office: string, importId: string): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('personKeys')
    .select('wrappedKey')
    .where('officeCode', '=', office)
    .where('personId', '=', importId)
    .executeTakeFirst();
  return row?.wrappedKey;
}

/** Without it what was sealed can never be read again. */
export async function deleteListKey(trx: Trx, office: string, importId: string): Promise<void> {
  await trx
    .deleteFrom('personKeys')
    .where('officeCode', '=', office)
    .where('personId', '=', importId)
    .execute();
}

/** Of a person: imports that still wait for somebody. */
const openOf = (userId: string) => sql<boolean>`office_code = current_setting('gawangan.office')
  and created_by_id = ${userId} and status not in ('applied', 'taken_back', 'refused', 'cancelled')`;

export async function countOpenImports(trx: Trx, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from imports
    where ${openOf(userId)}`.execute(trx);
  return rows[0]?.count ?? 0;
}

export async function giveOpenImports(trx: Trx, from: string, to: string): Promise<number> {
  const { numAffectedRows } = await sql`update imports set created_by_id = ${to}
    where ${openOf(from)}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

export async function findRememberedMapping(
  trx: Trx,
  office: string,
  signature: string,
): Promise<ColumnMapping | null> {
  const row = await trx
    .selectFrom('rememberedMappings')
    .select('mapping')
    .where('officeCode', '=', office)
    .where('headerSignature', '=', signature)
    .executeTakeFirst();
  return (row?.mapping as ColumnMapping | undefined) ?? null;
}

export async function rememberMapping(
  trx: Trx,
  office: string,
  { signature, mapping, kind, at }: { signature: string; mapping: ColumnMapping; kind: string; at: Date },
): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), kind, usedAt: at };
  await trx
    .insertInto('rememberedMappings')
    .values({ officeCode: office, headerSignature: signature, ...values })
    .onConflict((conflict) => conflict.columns(['officeCode', 'headerSignature']).doUpdateSet(values))
    .execute();
}
