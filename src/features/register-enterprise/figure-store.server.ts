import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { EnterpriseFigures } from '#platform/db/tables.ts';

export type FigureRow = Selectable<EnterpriseFigures>;

/** Of figures `f`: not from a list or a visit that was taken back. Figures are never erased, only left out. */
export const currentFigureRows = sql<boolean>`not exists (select 1 from source_lists taken
  where taken.office_code = f.office_code and taken.source_list_id = f.source_id and taken.withdrawn_at is not null)
  and not exists (select 1 from withdrawn_visits undone
  where undone.office_code = f.office_code and undone.visit_id = f.source_id)`;

export async function insertFigure(trx: Trx, figure: FigureRow): Promise<void> {
  await trx.insertInto('enterpriseFigures').values(figure).execute();
}

/** All figures ever given but those of lists that were taken back, newest year first, newest observation first. */
export function listFigures(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<FigureRow[]> {
  return trx
    .selectFrom('enterpriseFigures as f')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .where(currentFigureRows)
    .orderBy('year', 'desc')
    .orderBy('observedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
}

export async function insertWithdrawnVisit(
  trx: Trx,
  office: string,
  visitId: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('withdrawnVisits')
    .values({ officeCode: office, visitId, withdrawnAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeWithdrawnVisit(trx: Trx, office: string, visitId: string): Promise<void> {
  await trx
    .deleteFrom('withdrawnVisits')
    .where('officeCode', '=', office)
    .where('visitId', '=', visitId)
    .execute();
}
