/**
 * Sales of one month in rupiah, above `over` up to and with `upTo`; null: no bound. Owners who hide a figure for fear of
 * tax will still say a band. The last but one ends near a twelfth of the yearly 2 billion of a micro enterprise.
 */
export const salesBands = [
  { key: 'to_1', over: 0, upTo: 1_000_000 },
  { key: 'to_5', over: 1_000_000, upTo: 5_000_000 },
  { key: 'to_15', over: 5_000_000, upTo: 15_000_000 },
  { key: 'to_50', over: 15_000_000, upTo: 50_000_000 },
  { key: 'to_150', over: 50_000_000, upTo: 150_000_000 },
  { key: 'over_150', over: 150_000_000, upTo: null },
] as const;
export type SalesBand = (typeof salesBands)[number]['key'];
export const salesBandKeys = salesBands.map(({ key }) => key) as [SalesBand, ...SalesBand[]];

/** Sales of a year as the register has them; `upper` null: exactly `amount`. */
export type YearlySales = { year: number; amount: number; upper: number | null };

export type SalesChange = 'up' | 'same' | 'down';

/**
 * Against a twelfth of the year before. `same` where the two may be alike: a band is no figure, so a rise within it is not
 * seen, and none is claimed that is not. Null: nothing was on record.
 */
export function compareSales(band: SalesBand, before: YearlySales | null): SalesChange | null {
  if (!before) return null;
  const { over, upTo } = salesBands.find(({ key }) => key === band)!;
  const [least, most] = [before.amount / 12, (before.upper ?? before.amount) / 12];
  if (over >= most && over > 0) return 'up';
  return upTo !== null && upTo < least ? 'down' : 'same';
}

/** Of figures in the order newest first: what the register knew of a year no later than the training's. */
export function salesBefore(figures: readonly YearlySales[], lastYear: number): YearlySales | null {
  return figures.find(({ year }) => year <= lastYear) ?? null;
}
