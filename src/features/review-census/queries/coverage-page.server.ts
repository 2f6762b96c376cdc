import type { QueryContext } from '#platform/command.server.ts';
import {
  countCoverage,
  listRoundSources,
  listRoundVillages,
  listRowsFound,
} from '../../plan-census/index.server.ts';
import { areasForLists, listSourceLists } from '../../register-enterprise/index.server.ts';
import { countFound, listGoodsOfRows } from '../../survey-field/index.server.ts';
import { countsOf, coverageOf, type MadeFacts, type VillageCoverage } from '../rules/coverage.ts';
import type { CoverageView, VillageLine } from '../rules/coverage-view.ts';
import type { Estimate } from '../rules/estimate.ts';
import { drawMap } from '../rules/map-drawing.ts';
import { visitsToNarrow } from '../rules/visits-to-narrow.ts';
import { listShapes } from '../shape-store.server.ts';
import { headOf, roundToReview } from './reviewed-round.server.ts';

/** What is known of a round and what is likely of the rest; null where there is none. */
export async function coveragePage(context: QueryContext, roundId: string): Promise<CoverageView | null> {
  const { trx, officeCode, now } = context;
  const round = await roundToReview(context, roundId);
  if (!round) return null;
  const rows = await countCoverage(trx, { office: officeCode, roundId });
  const coverage = coverageOf(rows, await madeIn(context, roundId));
  const found = await countFound(trx, officeCode, roundId);
  const chosen = new Set(await listRoundSources(trx, officeCode, roundId));
  const villages = await villageLines(context, roundId, coverage.villages, found);
  const shapes = await listShapes(trx, officeCode);
  return {
    round: headOf(round),
    asOf: now.getTime(),
    sources: (await listSourceLists(trx, officeCode))
      .filter(({ sourceListId }) => chosen.has(sourceListId))
      .map(({ name }) => name),
    total: coverage.total,
    found: found.reduce((sum, one) => sum + one.found, 0),
    estimate: coverage.estimate,
    narrowing: narrowing(coverage.estimate),
    villages,
    products: coverage.products,
    map: {
      areas: villages.flatMap(({ villageCode, name, district, listed, visited }) =>
        villageCode === null
          ? []
          : [{ code: villageCode, name: name ?? villageCode, district: district ?? '', listed, visited }],
      ),
      ...drawMap(shapes.map(({ areaCode, shape }) => ({ code: areaCode, shape }))),
      source: shapes[0]?.source ?? null,
    },
  };
}

/** What is made in rows of which the answer says that somebody produces: how many, by line of business and stratum. */
async function madeIn({ trx, officeCode }: QueryContext, roundId: string): Promise<MadeFacts[]> {
  const found = await listRowsFound(trx, { office: officeCode, roundId }, 'produces');
  const strata = new Map(found.map((row) => [row.rowId, row]));
  const made = new Map<string, MadeFacts>();
  for (const { rowId, goods } of await listGoodsOfRows(trx, officeCode, roundId)) {
    const row = strata.get(rowId);
    if (!row) continue;
    const { stratum, inSample } = row;
    for (const product of new Set(goods.split(/\s+/).filter(Boolean))) {
      const key = JSON.stringify([product, stratum, inSample]);
      const one = made.get(key) ?? { product, stratum, inSample, rows: 0 };
      made.set(key, { ...one, rows: one.rows + 1 });
    }
  }
  return [...made.values()];
}

/** What it takes for an interval half as wide. */
function narrowing(estimate: Estimate): CoverageView['narrowing'] {
  if (estimate.state !== 'estimated') return null;
  const halfWidth = Math.max(1, Math.round((estimate.high - estimate.low) / 4));
  const more = visitsToNarrow(estimate, halfWidth);
  return more && { halfWidth, more };
}

/** Villages of the round, also those without a row, by district and name; rows of no known village last. */
async function villageLines(
  { trx, officeCode }: QueryContext,
  roundId: string,
  covered: readonly VillageCoverage[],
  found: readonly { villageCode: string | null; found: number }[],
): Promise<VillageLine[]> {
  const areas = new Map((await areasForLists(trx, officeCode)).map((area) => [area.code, area]));
  const known = new Map(covered.map((village) => [village.villageCode, village]));
  const foundIn = new Map(found.map((one) => [one.villageCode, one.found]));
  const codes = new Set<string | null>([
    ...(await listRoundVillages(trx, officeCode, roundId)).map(({ villageCode }) => villageCode),
    ...known.keys(),
    ...foundIn.keys(),
  ]);
  const nothing = {
    ...countsOf([]),
    estimate: { state: 'known', listed: 0, visited: 0, found: 0 } as const,
  };
  const order = (line: VillageLine) => (line.villageCode === null ? '~' : `${line.district}/${line.name}`);
  return [...codes]
    .map((villageCode) => ({
      ...(known.get(villageCode) ?? nothing),
      villageCode,
      name: villageCode === null ? null : (areas.get(villageCode)?.name ?? villageCode),
      district: areas.get(villageCode ?? '')?.districtName ?? null,
      found: foundIn.get(villageCode) ?? 0,
    }))
    .sort((a, b) => order(a).localeCompare(order(b)));
}
