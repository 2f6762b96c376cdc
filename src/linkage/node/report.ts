import type { PairMode } from '../blocking.ts';
import { possiblePairs } from '../draw-strangers.ts';
import { blockingRecall } from './blocking-recall.ts';
import type { Linked } from './link-files.ts';
import { bestThreshold, clusterQuality, pairQuality } from './measure-quality.ts';
import type { Records } from './read-records.ts';
import type { Truth } from './truth.ts';

const CURVE = [
  0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999, 0.999999,
];

export type Run = {
  mode: PairMode;
  threshold: number;
  threads: number;
  seconds: Record<string, number>;
};

/** The highest the program's memory has been, in MB. */
export const peakRss = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** How many records and clusters of more than one record there are. */
export function countsOf({ table }: Records, { clusters, result }: Linked) {
  const sizes = new Int32Array(table.count);
  for (const root of clusters.of) sizes[root]! += 1;
  return {
    rows: table.count,
    compared: result.comparedPairs,
    clusters: sizes.filter((size) => size > 0).length,
    several: sizes.filter((size) => size > 1).length,
    held: clusters.held.length,
  };
}

/** All that is known of a run held against the truth, as one plain object. */
export function evaluationOf(records: Records, linked: Linked, truth: Truth, run: Run, withCurve: boolean) {
  const { table } = records;
  const { result, clusters } = linked;
  const across = run.mode === 'link';
  const counts = countsOf(records, linked);
  const clusterAt = (of: Int32Array) => clusterQuality(of, truth, table.leftCount, across);
  return {
    rows: counts.rows,
    possible_pairs: possiblePairs(table.count, table.leftCount, run.mode),
    compared_pairs: counts.compared,
    pairs_per_record: counts.rows === 0 ? 0 : counts.compared / counts.rows,
    true_pairs: truth.pairs,
    blocking_recall: blockingRecall(result.blocks, truth),
    threshold: run.threshold,
    pairwise: pairQuality(result.pairs, truth, run.threshold),
    cluster: clusterAt(clusters.of),
    best: bestThreshold(result.pairs, truth),
    ...(withCurve
      ? {
          curve: CURVE.map((threshold) => ({
            threshold,
            pairwise: pairQuality(result.pairs, truth, threshold),
            cluster: clusterAt(linked.clustersAt(threshold).of),
          })),
        }
      : {}),
    clusters: counts.clusters,
    held: counts.held,
    seconds: run.seconds,
    peak_rss_mb: peakRss(),
    threads: run.threads,
  };
}
