import { hashText, Random } from '#sample/random.ts';
import type { SampleArea, SampleKbli, Sector, Sex } from '#sample/sample-types.ts';
import { drawFrom, type WeightedTable, weightedTable } from '#sample/weighted-table.ts';
import type { Trade } from '#sample/word-lists/trade.ts';
import { TRADES } from '#sample/word-lists/trades.ts';

export type PopulationInput = {
  /** Kemendagri code of the regency or city, e.g. `33.75`. */
  officeCode: string;
  seed: string | number;
  /** Villages; those of other offices are left aside. */
  areas: readonly SampleArea[];
  kbli: readonly SampleKbli[];
};

/** An endless, addressable population: enterprise number n is the same whoever asks for it, and in which order. */
export type Population = {
  officeCode: string;
  /** All randomness starts from this number. */
  key: number;
  villages: WeightedTable<SampleArea>;
  villageByCode: ReadonlyMap<string, SampleArea>;
  tradesOf: (village: SampleArea) => WeightedTable<Trade>;
  kbliByCode: ReadonlyMap<string, SampleKbli>;
};

const SPECIALTIES: readonly Sector[] = ['batik', 'batik', 'fashion', 'craft', 'food'];
const SEA_TRADES = new Set(['03110', '03231']);
/** About 5 km: villages nearer than this to the northernmost point count as coast. */
const COAST_DEGREES = 0.045;

/** What a village is known for, if anything: about one village in three. */
export const specialtyOf = (population: Population, villageCode: string): Sector | null => {
  const random = new Random(population.key, 'specialty', villageCode);
  return random.chance(0.33) ? random.pick(SPECIALTIES) : null;
};

/** Whether the office is a city (kota): the second part of its code is 71 or more. */
const isCity = (officeCode: string): boolean => Number(officeCode.split('.')[1]) >= 71;

const tradeTable = (
  population: Population,
  trades: readonly Trade[],
  village: SampleArea,
  northernmost: number | undefined,
): WeightedTable<Trade> => {
  const specialty = specialtyOf(population, village.code);
  const setting = isCity(population.officeCode) ? 'city' : 'regency';
  const isCoast =
    village.centroid === undefined ||
    northernmost === undefined ||
    northernmost - village.centroid.lat < COAST_DEGREES;
  return weightedTable(trades, (trade) => {
    const known = trade.sector === specialty ? 4 : 1;
    const sea = SEA_TRADES.has(trade.kbli) && !isCoast ? 0 : 1;
    const fish = trade.sector === 'fish' && !isCoast ? 0.3 : 1;
    return trade.weight[setting] * known * sea * fish;
  });
};

/**
 * @throws RangeError when no village belongs to the office or no known line of business is among the KBLI rows.
 */
export const buildPopulation = ({ officeCode, seed, areas, kbli }: PopulationInput): Population => {
  const own = areas
    .filter((area) => area.code.startsWith(`${officeCode}.`))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (own.length === 0) throw new RangeError(`No village of office ${officeCode} among the areas`);
  const kbliByCode = new Map(kbli.map((row) => [row.code, row]));
  const trades = TRADES.filter((trade) => kbliByCode.has(trade.kbli));
  if (trades.length === 0) throw new RangeError('None of the KBLI codes is known to the sample');

  const latitudes = own.flatMap((area) => (area.centroid ? [area.centroid.lat] : []));
  const northernmost = latitudes.length > 0 ? Math.max(...latitudes) : undefined;
  const key = hashText(`${officeCode}|${seed}`);
  const tables = new Map<string, WeightedTable<Trade>>();
  const population: Population = {
    officeCode,
    key,
    villages: weightedTable(own, (area) => new Random(key, 'village', area.code).logNormal(1, 0.6)),
    villageByCode: new Map(own.map((area) => [area.code, area])),
    kbliByCode,
    tradesOf: (village) => {
      const table = tables.get(village.code) ?? tradeTable(population, trades, village, northernmost);
      tables.set(village.code, table);
      return table;
    },
  };
  return population;
};

/** A line of business of the village that suits the share of women in it. */
export const drawTrade = (population: Population, village: SampleArea, sex: Sex, random: Random): Trade => {
  const table = population.tradesOf(village);
  let trade = drawFrom(table, random);
  for (let attempt = 0; attempt < 8; attempt++) {
    if (random.chance(sex === 'female' ? trade.women : 1 - trade.women)) break;
    trade = drawFrom(table, random);
  }
  return trade;
};
