import { type Sampled, stratifiedInterval } from './stratified-interval.ts';

/**
 * How many of all listed rows still produce (or are anything else that a visit can tell), though not all were visited.
 *
 * Rows of the frame are of three kinds: drawn for the sub-sample; visited besides; not visited. Rows visited besides
 * are known, but say nothing about the others: people go where it is lively or near. Therefore the total is estimated
 * from the drawn rows alone, who stand for all rows of their stratum, visited or not; what is left for the rows not
 * visited is that total less what was found. This is right wherever the others were visited, even where the sub-sample
 * itself decided it. (Counting a stratum that was visited whole instead of estimating it looks better and is not: in
 * a simulated office that works through the villages where the sub-sample was promising, intervals made that way
 * missed the truth 35 to 99 times of 100.) What is known otherwise enters as bounds that always hold: no less
 * than was found, no more than that and all that is open.
 *
 * When much has been visited, a sub-sample drawn anew among the rows not visited by then says more than a longer old
 * one; rows visited by then take no part in the drawing, and are counted (`visitsToNarrow` says which is shorter).
 *
 * All drawn rows must have an answer. "Refused" and "not found", after the tries that the rules ask for, are answers
 * like any other: the estimate says how many *would be found* producing if all were visited likewise. A row that
 * nobody could reach yet is missing, and then nothing is estimated, since those who are hard to reach differ.
 */
export type EstimatedRow<Result> = {
  /**
   * Stored at the drawing. Null where the row took no part in it: its answer was known by then (a sub-sample drawn
   * anew among those not visited), or it was listed later.
   */
  stratum: string | null;
  inSample: boolean;
  /** What the visit found; null where nobody has been yet, or the tries are not over. */
  result: Result | null;
  /** How many such rows; left out: one. */
  rows?: number;
};

export type Estimate =
  /** Everything was visited. */
  | { state: 'known'; listed: number; visited: number; found: number }
  | {
      state: 'estimated';
      listed: number;
      visited: number;
      /** Rows for which `counts` holds, among those visited. */
      found: number;
      /** The likeliest total, and the interval that holds the truth 95 times out of 100; whole rows. */
      around: number;
      low: number;
      high: number;
      basis: Basis;
    }
  /** Belum bisa diperkirakan: `missing` of `sample` drawn rows have no answer, or too few were drawn at all. */
  | { state: 'not_yet'; listed: number; visited: number; found: number; sample: number; missing: number };

/** What an estimate rests on: the rows that took part in the drawing. */
export type Basis = {
  rows: number;
  sampled: number;
  /** Of `rows`, not visited. */
  open: number;
  /** Of `rows`, found to count. */
  found: number;
  share: number;
  /** Variance as against a simple drawing of as many rows. */
  designEffect: number;
};

/** Below so many drawn rows nothing is said: the interval would reach from almost none to almost all. */
export const fewestSampled = 5;

type Tally = Sampled & { visited: number; found: number };

/**
 * Estimates how many rows count, out of the rows of a round or of any part of it that does not depend on answers (a
 * kelurahan, a source list). `counts` says it of one result: a verdict among some, a product type among those made.
 */
export function estimate<Result>(
  rows: Iterable<EstimatedRow<Result>>,
  counts: (result: Result) => boolean,
): Estimate {
  const strata = new Map<string, Tally>();
  const outside: Tally = { rows: 0, sampled: 0, sampledYes: 0, visited: 0, found: 0 };
  let missing = 0;
  for (const { stratum, inSample, result, rows: count = 1 } of rows) {
    let tally = stratum === null ? outside : strata.get(stratum);
    if (tally === undefined) {
      tally = { rows: 0, sampled: 0, sampledYes: 0, visited: 0, found: 0 };
      strata.set(stratum as string, tally);
    }
    const yes = result !== null && counts(result) ? count : 0;
    tally.rows += count;
    tally.found += yes;
    if (result !== null) tally.visited += count;
    else if (inSample) missing += count;
    if (inSample) {
      tally.sampled += count;
      tally.sampledYes += yes;
    }
  }
  return fromTallies([...strata.values()], outside, missing);
}

function fromTallies(strata: readonly Tally[], outside: Tally, missing: number): Estimate {
  const every = [...strata, outside];
  const listed = sumOf(every, ({ rows }) => rows);
  const visited = sumOf(every, (tally) => tally.visited);
  const found = sumOf(every, (tally) => tally.found);
  const sample = sumOf(strata, ({ sampled }) => sampled);
  if (visited === listed) return { state: 'known', listed, visited, found };
  if (missing > 0 || sample < fewestSampled)
    return { state: 'not_yet', listed, visited, found, sample, missing };
  const rows = listed - outside.rows;
  const foundThere = found - outside.found;
  const open = rows - (visited - outside.visited);
  const { share, low, high, designEffect } = stratifiedInterval(strata);
  // Whole numbers lie in the interval exactly when they lie between these.
  const likely = within({ low: Math.ceil(low * rows), high: Math.floor(high * rows) }, foundThere, open);
  // Of rows listed after the drawing nothing is known: none of them may count, or all.
  const later = outside.rows - outside.visited;
  const around = Math.min(Math.max(Math.round(share * rows), likely.low), likely.high);
  return {
    state: 'estimated',
    listed,
    visited,
    found,
    around: outside.found + around + Math.round(share * later),
    low: outside.found + likely.low,
    high: outside.found + likely.high + later,
    basis: { rows, sampled: sample, open, found: foundThere, share, designEffect },
  };
}

/** The part of an interval that what was found leaves possible; where it leaves none of it, all that is possible. */
function within({ low, high }: { low: number; high: number }, found: number, open: number) {
  const possible = { low: Math.max(low, found), high: Math.min(high, found + open) };
  return possible.low <= possible.high ? possible : { low: found, high: found + open };
}

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);
