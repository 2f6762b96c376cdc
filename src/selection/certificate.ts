import type { Fixed } from './problem.ts';

/** Multipliers are whole millionths of a score unit (of a ten-thousandth of a point), so that checking them is exact. */
export const MULTIPLIER_SCALE = 1_000_000;

/** No list may score higher than the list given by more than this share, or the certificate says so. */
export const GAP_GOAL = 0.0005;

/**
 * Proof that no allowed list scores much higher than the one given. Each row has a price; with prices λ ≥ 0 every allowed
 * list scores at most
 *
 *     Σ λ·limit (rows "at most") − Σ λ·limit (rows "at least") + Σ over candidates of max(0, best score − prices of a seat)
 *
 * which anybody can add up. Mostly one part suffices. Where it does not, parts split all lists by what they fix, like a
 * tree, and the weakest part counts.
 * @property bound the highest score that any allowed list can have, in millionths of a score unit, as decimal digits
 * @property gap (bound − total) / total, rounded up to 1e-9; 0 where both are 0
 */
export type Certificate = {
  total: number;
  bound: string;
  gap: number;
  parts: readonly CertificatePart[];
};

/**
 * One side of a question that splits all lists in two: whether a candidate takes a seat; or how many seats of an intake go
 * to candidates of one cost (whole rupiah, 0 where the intake has no budget), at most n or at least n + 1.
 */
export type Split = Fixed | CountSplit;
export type CountSplit = { intake: string; cost: number } & ({ atMost: number } | { atLeast: number });

/**
 * @property splits what this part takes for granted, in the order in which it was split off
 * @property multipliers the price of a row by its name, `seats:…`, `budget:…` (per step), `reserve:…`, `quota:…`,
 * `most:intake:cost`, `least:intake:cost` (the narrowest of the part's own counts); left out: 0
 */
export type CertificatePart = {
  splits: readonly Split[];
  multipliers: Readonly<Record<string, number>>;
};

/** The gap as certificates state it. A list worth nothing is only certain when nothing better is possible. */
export function gapOf(total: number, bound: bigint): number {
  const reached = BigInt(total) * BigInt(MULTIPLIER_SCALE);
  if (bound <= reached) return 0;
  if (reached === 0n) return 1;
  return Number(((bound - reached) * 1_000_000_000n) / reached + 1n) / 1e9;
}

/** The highest of several bounds: the weakest part of a certificate counts. */
export function highest(bounds: readonly bigint[]): bigint {
  let most = bounds[0] ?? 0n;
  for (const bound of bounds) if (bound > most) most = bound;
  return most;
}
