import type { Random } from '#sample/random.ts';
import { SAMPLE_LAST_YEAR, type SampleAmount } from '#sample/sample-types.ts';

const FIRST_YEAR = SAMPLE_LAST_YEAR - 4;
/** Rough course of trade in the region: still low after the pandemic, then slowly up. */
const COURSE = [0.78, 0.9, 1, 1.06, 1.1] as const;

/** About 6 in 1,000 are larger than micro, as in the provincial load (99.8% micro) with some room for tests. */
const SHARE_ABOVE_MICRO = 0.006;
/** PP 7/2021 art. 35 (in force 2 Feb 2021): micro sells at most Rp 2 bn a year or has capital of at most Rp 1 bn. */
const MICRO_SALES = 2_000_000_000;
const MICRO_CAPITAL = 1_000_000_000;

const toHundredThousand = (amount: number): number =>
  Math.max(100_000, Math.round(amount / 100_000) * 100_000);

export type MoneyHistory = { sales: SampleAmount[]; capital: SampleAmount[] };

/**
 * Yearly sales and capital in rupiah for the whole years since the start, at most the last five; of a business begun
 * in the last year that year as far as it went. Nobody crosses from micro to small by the noise of a year alone.
 */
export const moneyHistory = (medianSales: number, startYear: number, random: Random): MoneyHistory => {
  const aboveMicro = random.chance(SHARE_ABOVE_MICRO);
  const level = aboveMicro
    ? Math.min(12_000_000_000, random.logNormal(4_200_000_000, 0.45))
    : random.logNormal(medianSales, 0.95);
  const capitalShare = random.logNormal(0.24, 0.5);
  const trend = random.normal() * 0.06;
  const history: MoneyHistory = { sales: [], capital: [] };
  for (const [index, course] of COURSE.entries()) {
    const year = FIRST_YEAR + index;
    if (year <= startYear && year !== SAMPLE_LAST_YEAR) continue;
    if (year < startYear) continue;
    const amount = level * course * Math.exp(trend * (index - 2) + random.normal() * 0.12);
    const sales = aboveMicro ? Math.max(amount, MICRO_SALES * 1.05) : Math.min(amount, MICRO_SALES * 0.95);
    const capital = Math.min(sales * capitalShare, aboveMicro ? 4_500_000_000 : MICRO_CAPITAL * 0.9);
    history.sales.push({ year, amount: toHundredThousand(sales) });
    history.capital.push({ year, amount: toHundredThousand(capital) });
  }
  return history;
};
