/** The value below which a share of the values lies (nearest rank); NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export type Spread = { p50: number; p95: number; p99: number };

/** Quantiles of each run, and of those the medians: one disturbed run does not count. */
export function medianSpread(runs: readonly (readonly number[])[]): Spread {
  const of = (share: number) => median(runs.map((run) => quantile(run, share)));
  return { p50: of(0.5), p95: of(0.95), p99: of(0.99) };
}
