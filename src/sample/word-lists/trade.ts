import type { Sector } from '#sample/sample-types.ts';

/** One line of business with what it sells; figures are rough and invented, for lifelike data only. */
export type Trade = {
  /** KBLI 2025. */
  kbli: string;
  sector: Sector;
  /** How common it is in a batik city and in a rural regency. */
  weight: { city: number; regency: number };
  /** Share of women among its owners. */
  women: number;
  /** Median yearly sales, million rupiah. */
  medianSales: number;
  /** Mean number of workers besides the owner. */
  helpers: number;
  /** Words put before a name: `Batik Sekar`, `Warung Bu Kuswati`. */
  prefixes: readonly string[];
  /** What people write in lists. */
  spoken: readonly string[];
  /** Name, unit, lowest and highest price in rupiah. A `%` in the name stands for a batik motif. */
  products: readonly (readonly [name: string, unit: string, low: number, high: number])[];
};

type Facts = Omit<Trade, 'kbli' | 'sector'>;

export const trade = (kbli: string, sector: Sector, facts: Facts): Trade => ({ kbli, sector, ...facts });
