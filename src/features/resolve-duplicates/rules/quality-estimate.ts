import { type Decision, mergesEnterprises } from './decisions.ts';

export type Stratum = 'merged' | 'near';

/** A pair drawn by lot and judged; `weight`: how many pairs of its stratum it stands for. */
export type JudgedSample = { stratum: Stratum; decision: Decision; weight: number };

/** Shares between 0 and 1, with the interval in which the truth lies 95 times out of 100. */
export type Estimate = { share: number; low: number; high: number; judged: number };

export type Quality = {
  /** Of what the machine merged, how much is right. */
  precision: Estimate | null;
  /** Of all that are one among the pairs ever compared, how many are merged. */
  recall: Estimate | null;
};

/** Judged samples of a stratum below which nothing is said. */
export const fewestJudged = 10;

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.959964;

/**
 * The interval of a share by Wilson (1927): honest for few samples and for shares near 0 and 1. `of` need not be whole
 * (an effective number of samples).
 */
export function wilson(share: number, of: number): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 };
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  // At the very ends rounding must not eat what is exact.
  return {
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half),
  };
}

/**
 * The share of a stratum that is one enterprise, from samples that stand for different numbers of pairs (each quarter
 * draws from a pile of another size). Kish's effective sample size takes the unevenness into the interval. Those of
 * which nobody was sure say nothing.
 */
export function shareOfSame(samples: readonly JudgedSample[]): Estimate | null {
  const judged = samples.filter(({ decision }) => decision !== 'unsure');
  if (judged.length < fewestJudged) return null;
  const sum = (of: readonly JudgedSample[], value: (weight: number) => number) =>
    of.reduce((total, { weight }) => total + value(weight), 0);
  const all = sum(judged, (weight) => weight);
  const same = sum(
    judged.filter(({ decision }) => mergesEnterprises(decision)),
    (weight) => weight,
  );
  const effective = all ** 2 / sum(judged, (weight) => weight ** 2);
  const share = same / all;
  return { share, ...wilson(share, effective), judged: judged.length };
}

/** How many pairs there are at all: merged by the machine, merged by people, and compared but not merged. */
export type PairTotals = { mergedByMachine: number; mergedByPeople: number; notMerged: number };

/**
 * How good merging is, from the sampled pairs. What was never compared is in no sample: recall speaks of the pairs
 * that were. Its interval takes the ends of both shares at once, so it is rather too wide than too narrow.
 */
export function estimateQuality(samples: readonly JudgedSample[], totals: PairTotals): Quality {
  const precision = shareOfSame(samples.filter(({ stratum }) => stratum === 'merged'));
  const missed = shareOfSame(samples.filter(({ stratum }) => stratum === 'near'));
  const found = (share: number) => totals.mergedByPeople + totals.mergedByMachine * share;
  const rightShare = precision ?? (totals.mergedByMachine === 0 ? { share: 1, low: 1, high: 1 } : null);
  if (missed === null || rightShare === null || found(rightShare.share) === 0)
    return { precision, recall: null };
  const recallAt = (right: number, miss: number) => {
    const merged = found(right);
    return merged === 0 ? 0 : merged / (merged + totals.notMerged * miss);
  };
  return {
    precision,
    recall: {
      share: recallAt(rightShare.share, missed.share),
      low: recallAt(rightShare.low, missed.high),
      high: recallAt(rightShare.high, missed.low),
      judged: missed.judged + (precision?.judged ?? 0),
    },
  };
}
