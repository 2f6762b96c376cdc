import type { Rupiah } from '#kernel/money.ts';
import type { Finding } from './quality-finding.ts';
import type { QualityLimits } from './quality-limits.ts';

/** Sales a year: an amount (`from` = `to`), a band, or one that is open above; null where nobody said. */
export type YearlySales = { from: Rupiah; to: Rupiah | null };
export type CheckedSales = { yearly: YearlySales | null; workers: number | null };

/** How sales of a sector lie: median and deviation of the logarithm to base ten. */
export type SalesSpread = { median: number; deviation: number };

/** Median absolute deviations that make one standard deviation of a normal distribution. */
const normal = 1.4826;

/**
 * How the sales of a sector lie, in powers of ten, so that half as much is as far off as twice as much; null where too
 * few are known. Medians, since a few wrong noughts must not hide themselves.
 */
export function spreadOfSales(sales: readonly YearlySales[], limits: QualityLimits): SalesSpread | null {
  const logs = sales.map(logOf).filter((log) => log !== null);
  if (logs.length < limits.fewestSales) return null;
  const median = medianOf(logs);
  const deviation = normal * medianOf(logs.map((log) => Math.abs(log - median)));
  return { median, deviation: Math.max(deviation, limits.narrowestDeviation) };
}

/** Sales far from those of the sector, and sales that the workers cannot have made, or live on. */
export function salesOutOfRange(
  { yearly, workers }: CheckedSales,
  spread: SalesSpread | null,
  limits: QualityLimits,
): Finding[] {
  if (yearly === null) return [];
  const findings: Finding[] = [];
  const log = logOf(yearly);
  if (spread !== null && log !== null) {
    const off = Math.abs(log - spread.median) / spread.deviation;
    if (off >= limits.salesDeviations.look) {
      findings.push({
        check: 'sales_unusual',
        severity: off >= limits.salesDeviations.wrong ? 'likely_wrong' : 'look',
        facts: { sales: Math.round(10 ** log), usual: Math.round(10 ** spread.median) },
      });
    }
  }
  if (workers !== null && workers > 0) {
    // Of a band the end that is kinder to it.
    const most = yearly.to === null ? Number.POSITIVE_INFINITY : yearly.to / workers;
    const least = yearly.from / workers;
    if (most < limits.salesPerWorker.low || least > limits.salesPerWorker.high) {
      findings.push({ check: 'sales_per_worker', severity: 'look', facts: { sales: yearly.from, workers } });
    }
  }
  return findings;
}

/** The middle of a band as the logarithm sees it; its lower end where it is open or begins at nothing. */
function logOf({ from, to }: YearlySales): number | null {
  if (to === null || to === 0) return from > 0 ? Math.log10(from) : null;
  return from > 0 ? (Math.log10(from) + Math.log10(to)) / 2 : Math.log10(to / 2);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
