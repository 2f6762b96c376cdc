import type { Candidate, Criterion } from './problem.ts';

/** Scores are whole numbers of ten-thousandths of a point, so that sums are exact and anybody's sheet agrees. */
export const SCORE_SCALE = 10_000;

/**
 * Σ weight × value, each value first rounded to four decimals (half up).
 * @returns the score in ten-thousandths of a point, and the criteria whose value is not known, which earned nothing
 */
export function scoreOf(
  criteria: readonly Criterion[],
  values: Candidate['values'],
): { score: number; unknown: string[] } {
  let score = 0;
  const unknown: string[] = [];
  for (const { code, weight } of criteria) {
    const value = values[code] ?? null;
    if (value === null) unknown.push(code);
    else score += weight * Math.round(value * SCORE_SCALE);
  }
  return { score, unknown };
}
