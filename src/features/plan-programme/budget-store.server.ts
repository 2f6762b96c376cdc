import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { BudgetLines } from '#platform/db/tables.ts';
import type { Ceiling } from './rules/budget.ts';

export type BudgetLineRow = Omit<Selectable<BudgetLines>, 'officeCode'>;

const columns = [
  'budgetLineId',
  'fiscalYear',
  'code',
  'name',
  'indicator',
  'target',
  'createdAt',
  'revision',
] as const;

export async function insertLine(trx: Trx, office: string, line: BudgetLineRow): Promise<void> {
  await trx
    .insertInto('budgetLines')
    .values({ officeCode: office, ...line })
    .execute();
}

export async function updateLine(
  trx: Trx,
  office: string,
  budgetLineId: string,
  changes: Partial<Omit<BudgetLineRow, 'budgetLineId'>>,
): Promise<void> {
  await trx
    .updateTable('budgetLines')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('budgetLineId', '=', budgetLineId)
    .execute();
}

export async function findLine(
  trx: Trx,
  office: string,
  budgetLineId: string,
): Promise<BudgetLineRow | null> {
  const row = await trx
    .selectFrom('budgetLines')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('budgetLineId', '=', budgetLineId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Holds the lines until the transaction ends, in one order for all, so that two who need the same two never wait for each
 * other: whoever promises, pays or gives back money of a line stands in this queue first.
 */
export async function lockLines(
  trx: Trx,
  office: string,
  budgetLineIds: readonly string[],
): Promise<Map<string, BudgetLineRow>> {
  if (budgetLineIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('budgetLines')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('budgetLineId', 'in', [...budgetLineIds])
    .orderBy('budgetLineId')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.budgetLineId, row]));
}

/** Of one year, or of all with the newest first; by code. */
export function listLines(trx: Trx, office: string, fiscalYear?: number): Promise<BudgetLineRow[]> {
  let query = trx
    .selectFrom('budgetLines')
    .select([...columns])
    .where('officeCode', '=', office);
  if (fiscalYear !== undefined) query = query.where('fiscalYear', '=', fiscalYear);
  return query.orderBy('fiscalYear', 'desc').orderBy('code').execute();
}

export async function insertCeiling(
  trx: Trx,
  office: string,
  budgetLineId: string,
  ceiling: Omit<Ceiling, 'seq'>,
): Promise<void> {
  await trx
    .insertInto('budgetCeilings')
    .values({ officeCode: office, budgetLineId, ...ceiling })
    .execute();
}

/** Of these lines, as they were decided. */
export function listCeilings(
  trx: Trx,
  office: string,
  budgetLineIds: readonly string[],
): Promise<(Ceiling & { budgetLineId: string })[]> {
  return trx
    .selectFrom('budgetCeilings')
    .select([
      'ceilingId',
      'budgetLineId',
      'effectiveOn',
      'amount',
      'documentNumber',
      'note',
      'seq',
      'recordedAt',
      'recordedBy',
    ])
    .where('officeCode', '=', office)
    .where((eb) => eb('budgetLineId', '=', eb.fn.any(eb.val([...budgetLineIds]))))
    .orderBy('effectiveOn')
    .orderBy('seq')
    .execute();
}
