import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SeatMoves, SelectionOverrides } from '#platform/db/tables.ts';
import type { Passed } from './rules/next-on-line.ts';

/** One asking of the waiting list for one seat: who moved up, or why nobody did. */
export type SeatMoveRow = Omit<Selectable<SeatMoves>, 'officeCode' | 'skipped' | 'instead' | 'whyNone'> & {
  skipped: Passed[];
  instead: Passed | null;
  whyNone: 'nobody' | 'only_without_reserve' | 'line_ended' | null;
};
export type OverrideRow = Omit<Selectable<SelectionOverrides>, 'officeCode'>;

export async function insertSeatMove(
  trx: Trx,
  office: string,
  { skipped, instead, ...row }: SeatMoveRow,
): Promise<void> {
  await trx
    .insertInto('seatMoves')
    .values({
      officeCode: office,
      ...row,
      skipped: JSON.stringify(skipped),
      instead: instead === null ? null : JSON.stringify(instead),
    })
    .execute();
}

/** In the order in which they happened. */
export async function listSeatMoves(
  trx: Trx,
  office: string,
  intakeIds: readonly string[],
): Promise<SeatMoveRow[]> {
  if (intakeIds.length === 0) return [];
  const rows = await trx
    .selectFrom('seatMoves')
    .selectAll()
    .where('officeCode', '=', office)
    .where('intakeId', 'in', [...intakeIds])
    .orderBy('decidedAt')
    .orderBy('moveId')
    .execute();
  return rows as unknown as SeatMoveRow[];
}

export async function insertOverride(trx: Trx, office: string, row: OverrideRow): Promise<void> {
  await trx
    .insertInto('selectionOverrides')
    .values({ officeCode: office, ...row })
    .execute();
}

/** In the order in which they were decided. */
export async function listOverrides(trx: Trx, office: string, selectionId: string): Promise<OverrideRow[]> {
  return trx
    .selectFrom('selectionOverrides')
    .select([
      'overrideId',
      'selectionId',
      'intakeId',
      'enterpriseId',
      'displacedId',
      'reason',
      'decidedAt',
      'decidedBy',
    ])
    .where('officeCode', '=', office)
    .where('selectionId', '=', selectionId)
    .orderBy('decidedAt')
    .orderBy('overrideId')
    .execute();
}
