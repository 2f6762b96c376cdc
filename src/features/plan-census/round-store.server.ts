import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { CensusRounds } from '#platform/db/tables.ts';
import type { RoundStatus } from './rules/round-view.ts';

export type RoundRow = Omit<Selectable<CensusRounds>, 'status'> & { status: RoundStatus };
export type RoundColumns = Omit<RoundRow, 'officeCode' | 'roundId'>;

export async function insertRound(
  trx: Trx,
  office: string,
  roundId: string,
  columns: RoundColumns,
): Promise<void> {
  await trx
    .insertInto('censusRounds')
    .values({ officeCode: office, roundId, ...columns })
    .execute();
}

export async function updateRound(
  trx: Trx,
  office: string,
  roundId: string,
  changes: Partial<RoundColumns>,
): Promise<void> {
  await trx
    .updateTable('censusRounds')
    .set(changes)
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .execute();
}

/** `lock`: held until the transaction ends. */
export async function findRound(
  trx: Trx,
  office: string,
  roundId: string,
  lock = false,
): Promise<RoundRow | null> {
  const query = trx
    .selectFrom('censusRounds')
    .selectAll()
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (row as RoundRow | undefined) ?? null;
}

/** Newest first. */
export async function listRounds(trx: Trx, office: string): Promise<RoundRow[]> {
  const rows = await trx
    .selectFrom('censusRounds')
    .selectAll()
    .where('officeCode', '=', office)
    .orderBy('startsOn', 'desc')
    .orderBy('roundId', 'desc')
    .execute();
  return rows as RoundRow[];
}

/** Lists of a round, the oldest edition first: on which an enterprise stands first. */
export async function listRoundSources(trx: Trx, office: string, roundId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('censusRoundSources as r')
    .innerJoin('sourceLists as s', (join) =>
      join.onRef('s.officeCode', '=', 'r.officeCode').onRef('s.sourceListId', '=', 'r.sourceListId'),
    )
    .select('r.sourceListId')
    .where('r.officeCode', '=', office)
    .where('r.roundId', '=', roundId)
    .orderBy('s.asOf')
    .orderBy('s.sourceListId')
    .execute();
  return rows.map(({ sourceListId }) => sourceListId);
}

export type RoundVillage = { villageCode: string; target: number | null };

export function listRoundVillages(trx: Trx, office: string, roundId: string): Promise<RoundVillage[]> {
  return trx
    .selectFrom('censusRoundVillages')
    .select(['villageCode', 'target'])
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .orderBy('villageCode')
    .execute();
}

/** Puts these lists and villages in the place of those the round had. */
export async function replaceRoundFrame(
  trx: Trx,
  office: string,
  roundId: string,
  { sourceListIds, villages }: { sourceListIds: readonly string[]; villages: readonly RoundVillage[] },
): Promise<void> {
  for (const table of ['censusRoundSources', 'censusRoundVillages'] as const)
    await trx.deleteFrom(table).where('officeCode', '=', office).where('roundId', '=', roundId).execute();
  const own = { officeCode: office, roundId };
  if (sourceListIds.length > 0)
    await trx
      .insertInto('censusRoundSources')
      .values(sourceListIds.map((sourceListId) => ({ ...own, sourceListId })))
      .execute();
  if (villages.length > 0)
    await trx
      .insertInto('censusRoundVillages')
      .values(villages.map((village) => ({ ...own, ...village })))
      .execute();
}

/** Codes of the villages of the office's regency. */
export async function listVillageCodes(trx: Trx, office: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('areas')
    .select('areaCode')
    .where('areaCode', 'like', `${office}.%`)
    .where('level', '=', 'village')
    .orderBy('areaCode')
    .execute();
  return rows.map(({ areaCode }) => areaCode);
}
