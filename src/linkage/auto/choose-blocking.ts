import { type Blocks, buildBlocks, type PairMode } from '../blocking.ts';
import { NONE } from '../column.ts';
import type { Table } from '../table.ts';
import { brings } from '../walk-pairs.ts';

/** Pairs that are surely one, by their records; a pair that few rules found stands for many that none did. */
export type SurePairs = {
  one: Int32Array;
  other: Int32Array;
  /** How many there are for each that was taken. */
  standsFor: number;
};

export type RuleCandidate = { on: string[]; blocks: Blocks; pairs: number };

/** A block this large says little: a rule that makes larger ones is split, and so judged by what is left of it. */
const LIMIT = 1000;
/** What a second, third … rule that finds a pair again is still worth. */
const AGAIN = 0.25;

/** How much a rule's cost counts against what it finds: 1 would take many small rules, 0 few large ones. */
const DEARNESS = 0.7;
const MOST_RULES = 30;

/** Every single key and every two keys of different columns that make no more pairs than allowed. */
export function ruleCandidates(
  table: Table,
  keys: readonly (readonly string[])[],
  options: { mode: PairMode; mostPairs: number },
): RuleCandidate[] {
  const build = (on: string[]): RuleCandidate[] => {
    const { blocks, report } = buildBlocks(
      table,
      { on, tighten: [] },
      { limit: LIMIT, tighten: [], mode: options.mode },
    );
    const few = report.pairs <= options.mostPairs && report.givenUp < table.count / 10;
    return few && report.pairs > 0 ? [{ on, blocks, pairs: report.pairs }] : [];
  };
  const singles = keys.flatMap((own) => own.flatMap((key) => build([key])));
  const alone = new Set(
    singles.filter(({ pairs }) => pairs < options.mostPairs / 20).flatMap(({ on }) => on),
  );
  const doubles = keys.flatMap((own, at) =>
    keys.slice(at + 1).flatMap((others) =>
      own.flatMap((key) =>
        others.flatMap((other) =>
          // What is fine enough by itself, only loses pairs by a second key.
          alone.has(key) || alone.has(other) || (key.endsWith('|words') && other.endsWith('|words'))
            ? []
            : build([key, other]),
        ),
      ),
    ),
  );
  return [...singles, ...doubles];
}

/**
 * Chooses rules greedily: what finds most of the sure pairs that are not found yet, for its number of pairs, until the
 * budget is spent. Pairs are to be found more than once, for what blocks well among known pairs finds unknown ones too.
 */
export function chooseRules(
  candidates: readonly RuleCandidate[],
  sure: SurePairs,
  budget: number,
): string[][] {
  const finds = candidates.map(({ blocks }) => {
    const found: number[] = [];
    for (let at = 0; at < sure.one.length; at += 1)
      if (brings(blocks, sure.one[at]!, sure.other[at]!)) found.push(at);
    return Int32Array.from(found);
  });
  const times = new Int32Array(sure.one.length);
  for (const found of finds) for (const at of found) times[at]! += 1;
  const worth = Float64Array.from(times, (count) => 1 / Math.max(1, count));
  // The pairs of a rule that are no matches: those are what it costs, for matches are found again and again.
  const costs = candidates.map(({ pairs }, at) =>
    Math.max(pairs - finds[at]!.length * sure.standsFor, pairs / 50, 1),
  );
  const chosen: number[] = [];
  let spent = sure.one.length * sure.standsFor;
  while (chosen.length < MOST_RULES) {
    let best = NONE;
    let bestGain = 0;
    costs.forEach((cost, at) => {
      if (chosen.includes(at) || spent + cost > budget) return;
      let gain = 0;
      for (const pair of finds[at]!) gain += worth[pair]!;
      gain /= cost ** DEARNESS;
      if (gain > bestGain) [best, bestGain] = [at, gain];
    });
    if (best === NONE) break;
    chosen.push(best);
    spent += costs[best]!;
    for (const pair of finds[best]!) worth[pair]! *= AGAIN;
  }
  return chosen.map((at) => candidates[at]!.on);
}
