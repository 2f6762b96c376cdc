import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists, listWithOwners, villageNames } from '../../register-enterprise/index.server.ts';
import { reachesVillage, roundOfSheets } from '../commands/sheet-reach.server.ts';
import { countByVillage } from '../row-store.server.ts';
import type { SheetLineOfVillage, SheetView } from '../rules/sheet-view.ts';
import { findSheet, listSheetLines, listSheets, type SheetPlace } from '../sheet-store.server.ts';
import type { RoundHeadView } from './round-head.server.ts';

export type SheetVillage = { code: string; name: string; district: string; names: number; told: number };

async function headOfSheets(context: QueryContext, roundId: string): Promise<RoundHeadView | null> {
  const round = await roundOfSheets(context, roundId);
  return round && { roundId, name: round.name, status: round.status };
}

/** Villages of a round with how many names their RTs have told of; of the one chosen, sheet by sheet. */
export async function sheetsPage(
  context: QueryContext,
  roundId: string,
  villageCode: string | null,
): Promise<{ round: RoundHeadView; villages: SheetVillage[]; sheets: SheetLineOfVillage[] } | null> {
  const { trx, officeCode } = context;
  const round = await headOfSheets(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const areas = new Map((await areasForLists(trx, officeCode)).map((area) => [area.code, area]));
  const villages = (await countByVillage(trx, key)).flatMap(({ villageCode: code, listed, rtInformed }) => {
    const area = code === null ? undefined : areas.get(code);
    if (!area || listed === 0 || !reachesVillage(context, code)) return [];
    return [
      { code: area.code, name: area.name, district: area.districtName, names: listed, told: rtInformed },
    ];
  });
  const sheets =
    villageCode === null || !reachesVillage(context, villageCode)
      ? []
      : await listSheets(trx, key, villageCode);
  return {
    round,
    villages,
    sheets: sheets.map(({ villageCode: _code, keyedAt, ...sheet }) => ({
      ...sheet,
      keyedAt: keyedAt?.toISOString() ?? null,
    })),
  };
}

/** One sheet with its names, and where the next one of the village is. */
export async function sheetToKey(
  context: QueryContext,
  roundId: string,
  place: SheetPlace,
): Promise<{ round: RoundHeadView; sheet: SheetView; next: Omit<SheetPlace, 'villageCode'> | null } | null> {
  const { trx, officeCode } = context;
  const round = await headOfSheets(context, roundId);
  if (!round || !reachesVillage(context, place.villageCode)) return null;
  const places = await listSheets(trx, { office: officeCode, roundId }, place.villageCode);
  const at = places.findIndex(({ rw, rt }) => rw === place.rw && rt === place.rt);
  if (at < 0) return null;
  const after = places[at + 1];
  const next = after ? { rw: after.rw, rt: after.rt } : null;
  return { round, sheet: await sheetView(context, roundId, place), next };
}

/** Sheets with their names: one, or all of a village (or of one RW) to be printed together. Names only, no numbers. */
export async function sheetViews(
  context: QueryContext,
  roundId: string,
  where: { villageCode: string; rw?: string | null; rt?: string | null },
): Promise<{ round: RoundHeadView; sheets: SheetView[] } | null> {
  const { trx, officeCode } = context;
  const round = await headOfSheets(context, roundId);
  if (!round || !reachesVillage(context, where.villageCode)) return null;
  const places = (await listSheets(trx, { office: officeCode, roundId }, where.villageCode)).filter(
    ({ rw, rt }) =>
      (where.rw === undefined || rw === where.rw) && (where.rt === undefined || rt === where.rt),
  );
  const sheets: SheetView[] = [];
  for (const { villageCode, rw, rt } of places)
    sheets.push(await sheetView(context, roundId, { villageCode, rw, rt }));
  return { round, sheets };
}

async function sheetView(
  { trx, officeCode }: QueryContext,
  roundId: string,
  place: SheetPlace,
): Promise<SheetView> {
  const key = { office: officeCode, roundId };
  const lines = (await listSheetLines(trx, key, place)).filter(({ status }) => status !== 'set_aside');
  const named = await listWithOwners(trx, officeCode, {
    enterpriseIds: lines.map(({ enterpriseId }) => enterpriseId),
  });
  const nameOf = new Map(named.map((one) => [one.enterpriseId, one]));
  const sheet = await findSheet(trx, key, place);
  const names = await villageNames(trx, [place.villageCode]);
  return {
    ...place,
    village: names.get(place.villageCode) ?? place.villageCode,
    lines: lines.map(({ rowId, enterpriseId, place: at, rtInformation }) => ({
      rowId,
      place: at,
      owner: nameOf.get(enterpriseId)?.ownerName ?? null,
      name: nameOf.get(enterpriseId)?.name ?? '',
      told: rtInformation,
    })),
    informant: sheet?.informant ?? '',
    toldOn: sheet?.toldOn ?? '',
    isSigned: sheet?.isSigned ?? false,
    note: sheet?.note ?? '',
    keyedBy: sheet?.keyedBy ?? null,
    keyedAt: sheet?.keyedAt?.toISOString() ?? null,
  };
}
