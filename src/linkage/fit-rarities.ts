import type { LevelModel, LinkageModel } from './model.ts';
import { type ComparisonPlan, RARITIES } from './plan.ts';

/**
 * Fits parameters that were learned elsewhere to the values of this table. Classes of rarity are relative to the values
 * at hand: a phone that hundreds give makes all others rare. Matches are spread over the classes as records are;
 * strangers agree as often as values are shared beyond what matches explain, yet not less, for a match, than where the
 * model has seen them agree least.
 * @param prior share of matches among all possible pairs of this table
 */
export function fitRarities(
  model: LinkageModel,
  plan: ComparisonPlan,
  frequencyOf: (column: number) => Int32Array,
  prior: number,
): LinkageModel {
  return {
    ...model,
    comparisons: model.comparisons.map((comparison, at) => {
      const levels = comparison.levels.slice();
      plan.comparisons[at]!.levels.forEach(({ frequencyOf: column, rarity }, first) => {
        if (column === null || rarity !== 0) return;
        const classes = plan.rarities[column]!;
        const own = levels.slice(first, first + RARITIES);
        levels.splice(first, RARITIES, ...fitted(own, frequencyOf(column), classes, prior));
      });
      const other = levels.length - 1;
      const rest = levels.slice(0, other).reduce((sum, { u }) => sum + u, 0);
      levels[other] = { ...levels[other]!, u: Math.max(1 - rest, LEAST) };
      return { ...comparison, levels };
    }),
  };
}

/** No level is impossible. */
const LEAST = 1e-9;

function fitted(
  levels: readonly LevelModel[],
  counts: Int32Array,
  classes: Uint8Array,
  prior: number,
): LevelModel[] {
  const records = new Float64Array(levels.length);
  const agreeing = new Float64Array(levels.length);
  counts.forEach((count, code) => {
    records[classes[code]!]! += count;
    agreeing[classes[code]!]! += count * (count - 1);
  });
  const all = records.reduce((sum, one) => sum + one, 0);
  if (all < 2) return [...levels];
  const m = levels.reduce((sum, level) => sum + level.m, 0);
  const least = Math.min(...levels.map((level) => level.u / level.m));
  return levels.map((level, rarity) => {
    const own = Math.max((m * records[rarity]!) / all, LEAST);
    const shared = agreeing[rarity]! / (all * (all - 1));
    return { label: level.label, m: own, u: Math.max(shared - prior * own, least * own, LEAST) };
  });
}
