import type { Trx } from '#platform/db/connect.server.ts';
import type { LetterheadRow } from './rules/letterhead.ts';
import type { SignatoryRow } from './rules/signatory.ts';

/** The letterhead in force on a day; of two set for one day the later. */
export async function findLetterhead(trx: Trx, office: string, day: string): Promise<LetterheadRow | null> {
  const row = await trx
    .selectFrom('letterheads')
    .select(['letterheadId', 'effectiveOn', 'lines', 'address', 'contact', 'city', 'logo'])
    .where('officeCode', '=', office)
    .where('effectiveOn', '<=', day)
    .orderBy('effectiveOn', 'desc')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row ? { ...row, lines: row.lines as string[] } : null;
}

/** Of those already set for later, the next. */
export async function findComingLetterhead(trx: Trx, office: string, day: string): Promise<string | null> {
  const row = await trx
    .selectFrom('letterheads')
    .select('effectiveOn')
    .where('officeCode', '=', office)
    .where('effectiveOn', '>', day)
    .orderBy('effectiveOn')
    .executeTakeFirst();
  return row?.effectiveOn ?? null;
}

export async function insertLetterhead(
  trx: Trx,
  office: string,
  row: LetterheadRow & { createdAt: Date; createdBy: string },
): Promise<void> {
  await trx
    .insertInto('letterheads')
    .values({ officeCode: office, ...row, lines: JSON.stringify(row.lines) })
    .execute();
}

/** All who sign or signed, the newest first. */
export async function listSignatories(trx: Trx, office: string): Promise<SignatoryRow[]> {
  const rows = await trx
    .selectFrom('signatories')
    .select([
      'signatoryId',
      'duty',
      'name',
      'rank',
      'nip',
      'position',
      'acting',
      'validFrom',
      'validTo',
      'revision',
    ])
    .where('officeCode', '=', office)
    .orderBy('validFrom', 'desc')
    .orderBy('signatoryId')
    .execute();
  return rows as SignatoryRow[];
}

export async function insertSignatory(
  trx: Trx,
  office: string,
  { revision: _, ...row }: SignatoryRow & { createdAt: Date; createdBy: string },
): Promise<boolean> {
  const answer = await trx
    .insertInto('signatories')
    .values({ officeCode: office, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return answer.numInsertedOrUpdatedRows === 1n;
}

/** False where somebody else has changed it since `revision`. */
export async function updateSignatory(
  trx: Trx,
  office: string,
  { signatoryId, revision, ...changes }: SignatoryRow,
): Promise<boolean> {
  const answer = await trx
    .updateTable('signatories')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('signatoryId', '=', signatoryId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}

export async function findAreaName(trx: Trx, areaCode: string): Promise<string | null> {
  const row = await trx
    .selectFrom('areas')
    .select('name')
    .where('areaCode', '=', areaCode)
    .executeTakeFirst();
  return row?.name ?? null;
}
