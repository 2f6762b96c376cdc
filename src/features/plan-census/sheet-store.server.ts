import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { VillageSheets } from '#platform/db/tables.ts';
import { touchedNow } from './row-store.server.ts';
import type { Round } from './rules/row-key.ts';
import type { RtWord } from './rules/visit-order.ts';

/** Where a sheet is of; without RT and RW: names of which they are not known. */
export type SheetPlace = { villageCode: string; rw: string | null; rt: string | null };
export type SheetRow = Omit<Selectable<VillageSheets>, 'officeCode' | 'roundId'>;

export type SheetLine = {
  rowId: string;
  enterpriseId: string;
  place: number;
  status: string;
  rtInformation: RtWord | null;
};

/** Rows of one sheet in their order, those set aside among them. */
export async function listSheetLines(
  trx: Trx,
  { office, roundId }: Round,
  { villageCode, rw, rt }: SheetPlace,
): Promise<SheetLine[]> {
  const rows = await trx
    .selectFrom('censusRows')
    .select(['rowId', 'enterpriseId', 'place', 'status', 'rtInformation'])
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('villageCode', '=', villageCode)
    .where(sql<boolean>`rw is not distinct from ${rw} and rt is not distinct from ${rt}`)
    .orderBy('place')
    .execute();
  return rows as SheetLine[];
}

export type SheetNumbers = {
  villageCode: string;
  rw: string | null;
  rt: string | null;
  names: number;
  told: number;
  informant: string | null;
  keyedAt: Date | null;
};

/** The sheets of a round, or of one village of it, as one walks. */
export async function listSheets(
  trx: Trx,
  { office, roundId }: Round,
  villageCode: string,
): Promise<SheetNumbers[]> {
  const { rows } = await sql<SheetNumbers>`
    select r.village_code, r.rw, r.rt, r.names, r.told, s.informant, s.keyed_at
    from (select village_code, rw, rt, count(*)::int as names, count(rt_information)::int as told
      from census_rows where office_code = ${office} and round_id = ${roundId} and village_code = ${villageCode}
        and status <> 'set_aside' group by village_code, rw, rt) r
    left join village_sheets s on s.office_code = ${office} and s.round_id = ${roundId}
      and s.village_code = r.village_code and coalesce(s.rw, '') = coalesce(r.rw, '')
      and coalesce(s.rt, '') = coalesce(r.rt, '')
    order by r.rw::int nulls last, r.rt::int nulls last`.execute(trx);
  return rows;
}

/** `lock`: held until the transaction ends. */
export async function findSheet(
  trx: Trx,
  { office, roundId }: Round,
  { villageCode, rw, rt }: SheetPlace,
  lock = false,
): Promise<SheetRow | null> {
  const query = trx
    .selectFrom('villageSheets')
    .select([
      'sheetId',
      'villageCode',
      'rw',
      'rt',
      'informant',
      'toldOn',
      'isSigned',
      'note',
      'keyedBy',
      'keyedAt',
    ])
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('villageCode', '=', villageCode)
    .where(sql<boolean>`rw is not distinct from ${rw} and rt is not distinct from ${rt}`);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** Two people who begin the same sheet at once: the second waits, and finds the first one's. */
export async function saveSheet(
  trx: Trx,
  { office, roundId }: Round,
  { sheetId, ...sheet }: SheetRow,
): Promise<void> {
  const { villageCode: _village, rw: _rw, rt: _rt, ...said } = sheet;
  await trx
    .insertInto('villageSheets')
    .values({ officeCode: office, roundId, sheetId, ...sheet })
    .onConflict((conflict) => conflict.columns(['officeCode', 'sheetId']).doUpdateSet(said))
    .execute();
}

/** What the RT said, on the rows themselves. Null takes an answer back. */
export async function updateRtInformation(
  trx: Trx,
  { office, roundId }: Round,
  sheetId: string,
  answers: readonly { rowId: string; answer: RtWord | null }[],
): Promise<void> {
  if (answers.length === 0) return;
  await sql`update census_rows r set rt_information = told.answer, sheet_id = ${sheetId}, touched = ${touchedNow}
    from unnest(${answers.map(({ rowId }) => rowId)}::uuid[], ${answers.map(({ answer }) => answer)}::text[])
      as told(row_id, answer)
    where r.office_code = ${office} and r.round_id = ${roundId} and r.row_id = told.row_id`.execute(trx);
}
