import type { Estimate } from './estimate.ts';

/**
 * `lengthen`: draw `draw` rows more from the same strata; of those some are visited already, `visits` are not.
 * `draw_anew`: draw a new sub-sample of `draw` rows among all that are not visited; the estimate then rests on it.
 */
export type MoreVisits = { how: 'lengthen' | 'draw_anew'; draw: number; visits: number };

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.959964;

/**
 * How many more visits, to rows drawn by lot, narrow an estimate to ± `halfWidth` rows, and how to draw them; null where
 * it is as narrow already. Reckoned with the share nearest to a half that the interval allows, so that the promise holds.
 */
export function visitsToNarrow(
  estimate: Extract<Estimate, { state: 'estimated' }>,
  halfWidth: number,
): MoreVisits | null {
  const { low, high, listed, visited, found, basis } = estimate;
  if ((high - low) / 2 <= halfWidth) return null;
  const open = listed - visited;
  const anew = rowsToDraw(open, nearestToHalf((low - found) / open, (high - found) / open), halfWidth);
  // Rows listed after the drawing stay uncertain, none or all, however long the old drawing becomes.
  const later = open - basis.open;
  const foundBefore = found - basis.found;
  const share = nearestToHalf((low - foundBefore) / basis.rows, (high - later - foundBefore) / basis.rows);
  const enough = rowsToDraw(basis.rows, share, halfWidth - later / 2, basis.designEffect);
  const more = Math.max(1, enough - basis.sampled);
  const fewer = Math.ceil((more * basis.open) / (basis.rows - basis.sampled));
  return later < 2 * halfWidth && fewer <= anew
    ? { how: 'lengthen', draw: more, visits: fewer }
    : { how: 'draw_anew', draw: anew, visits: anew };
}

/** A sample of `rows` rows whose estimate lies within ± `halfWidth`; all of them where nothing less will do. */
function rowsToDraw(rows: number, share: number, halfWidth: number, designEffect = 1): number {
  if (halfWidth <= 0) return rows;
  const unlimited = designEffect * share * (1 - share) * ((Z * rows) / halfWidth) ** 2;
  return Math.min(rows, Math.ceil(unlimited / (1 + unlimited / rows)));
}

const nearestToHalf = (low: number, high: number): number => Math.min(Math.max(0.5, low), high);
