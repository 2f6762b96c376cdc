import type { LabelledPattern } from '#linkage/learn.ts';
import { type ComparisonPlan, elseLevel, nullLevel } from '#linkage/plan.ts';

/** A pair somebody decided: what was alike, by comparison and level, and whether it was one enterprise. */
export type JudgedPair = {
  readonly levels: readonly (readonly [comparison: string, level: string])[];
  readonly isMatch: boolean;
};

/** In the numbers of a plan; a level it no longer knows says nothing. */
export function asLabels(plan: ComparisonPlan, judged: readonly JudgedPair[]): LabelledPattern[] {
  return judged.map(({ levels, isMatch }) => {
    const byName = new Map(levels);
    return {
      isMatch,
      levels: plan.comparisons.map((comparison) => {
        const name = byName.get(comparison.name);
        if (name === 'different') return elseLevel(comparison);
        // A level that stands for several classes of rarity: the commonest, which is the last.
        const at = comparison.levels.findLastIndex(({ label }) => label === name);
        return at < 0 ? nullLevel(comparison) : at;
      }),
    };
  });
}
