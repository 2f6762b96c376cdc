import type { Estimate } from './estimate.ts';

/** What a sentence says: an interval in round figures, beside what is known exactly. */
export type RoundedEstimate = { low: number; high: number; listed: number; visited: number };

/**
 * The interval in figures as round as a tenth of its width allows (1, 5, 10, 50, 100 …), rounded outwards, so that it
 * never says more than is known; and never beyond what the visits have shown.
 */
export function roundedEstimate(estimate: Extract<Estimate, { state: 'estimated' }>): RoundedEstimate {
  const { low, high, listed, visited, found } = estimate;
  const step = stepWithin((high - low) / 10);
  return {
    low: Math.max(Math.floor(low / step) * step, found),
    high: Math.min(Math.ceil(high / step) * step, listed - (visited - found)),
    listed,
    visited,
  };
}

function stepWithin(limit: number): number {
  let step = 1;
  for (let next = 5; next <= limit; next = step * (String(step).startsWith('5') ? 2 : 5)) step = next;
  return step;
}
