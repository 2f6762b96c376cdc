import { NONE } from './column.ts';
import type { LevelOf } from './compare.ts';
import {
  bitsOf,
  jointWeight,
  kindLikelihood,
  type LinkageModel,
  levelWeights,
  probabilityOf,
  weigherOf,
} from './model.ts';
import { type ComparisonPlan, elseLevel } from './plan.ts';

/** One comparison's say in the weight of a pair, in bits. */
export type WaterfallStep = {
  comparison: string;
  /** Label of the level reached; `null` where a side does not say. */
  level: string;
  /** Weight of the level, and what is added because the value is rarer or commoner than most. */
  weight: number;
  frequencyWeight: number;
  /** What is taken back or added because an earlier comparison speaks of the same. */
  sharedWeight: number;
};

export type Waterfall = {
  prior: number;
  steps: WaterfallStep[];
  /** What is taken back because related pairs, that are two, agree like this too; 0 or less. */
  relatedWeight: number;
  weight: number;
  probability: number;
};

/** Weighs pairs under a model. */
export type Scale = {
  /** What the values of this pair add, being rarer or commoner than most. */
  frequencyWeight(levels: ArrayLike<number>, row: number, one: number, other: number): number;
  /** The most that value frequencies could add to any pair. */
  readonly mostFrequencyWeight: number;
  levelsOfPair(one: number, other: number): number[];
  weightOf(one: number, other: number): number;
  waterfall(one: number, other: number): Waterfall;
  /** Chances, together 1: that both are one, that they are strangers, and that they are related of each kind. */
  chances(one: number, other: number): { match: number; strangers: number; related: number[] };
};

/**
 * @param plan the comparisons; a level sharpened by frequency weighs `log2(mean / own)` more, `mean` being how often
 * two records drawn at random share a value of that column, `own` the share of this value (Winkler 1989).
 */
export function scaleOf(
  plan: ComparisonPlan,
  model: LinkageModel,
  levelsOf: readonly LevelOf[],
  frequencyOf: (column: number) => Int32Array,
  isAlone: (one: number, other: number) => boolean = () => false,
): Scale {
  const weights = levelWeights(model);
  const sharpened = plan.comparisons.flatMap((one, at) => {
    const byLevel = one.levels.map(({ frequencyOf: column, rarity }) =>
      column === null || rarity === null
        ? null
        : {
            codes: plan.columns[column]!.codes,
            extra: frequencyWeights(frequencyOf(column), plan.rarities[column]!, rarity),
          },
    );
    return byLevel.some((level) => level !== null) ? [{ at, byLevel }] : [];
  });
  let most = 0;
  for (const { byLevel } of sharpened) {
    let best = 0;
    for (const level of byLevel) if (level) for (const extra of level.extra) if (extra > best) best = extra;
    most += best;
  }
  const prior = bitsOf(model.prior);
  const weigh = weigherOf(model);
  const levelsOfPair = (one: number, other: number) => levelsOf.map((levelOf) => levelOf(one, other));
  const extraAt = (levels: ArrayLike<number>, row: number, index: number, one: number): number => {
    const { at, byLevel } = sharpened[index]!;
    const level = byLevel[levels[row + at]!];
    if (!level) return 0;
    const code = level.codes[one]!;
    return code === NONE ? 0 : level.extra[code]!;
  };
  const frequencyWeight: Scale['frequencyWeight'] = (levels, row, one) => {
    let sum = 0;
    for (let index = 0; index < sharpened.length; index += 1) sum += extraAt(levels, row, index, one);
    return sum;
  };
  return {
    frequencyWeight,
    mostFrequencyWeight: most,
    levelsOfPair,
    weightOf(one, other) {
      const levels = levelsOfPair(one, other);
      const { strangers, related, alone } = weigh(levels, 0);
      const bits = strangers + frequencyWeight(levels, 0, one, other);
      return jointWeight(bits, isAlone(one, other) ? alone : related);
    },
    chances(one, other) {
      const levels = levelsOfPair(one, other);
      const strangers = 2 ** -(weigh(levels, 0).strangers + frequencyWeight(levels, 0, one, other));
      const lonely = isAlone(one, other);
      const related = model.related.map(
        ({ differ, perMatch, perMatchAlone }) =>
          (lonely ? perMatchAlone : perMatch) * kindLikelihood(weights, differ, levels, 0),
      );
      const all = related.reduce((sum, odds) => sum + odds, 1 + strangers);
      return { match: 1 / all, strangers: strangers / all, related: related.map((odds) => odds / all) };
    },
    waterfall(one, other) {
      const levels = levelsOfPair(one, other);
      const steps = plan.comparisons.map((comparison, at): WaterfallStep => {
        const level = levels[at]!;
        const index = sharpened.findIndex((sharp) => sharp.at === at);
        return {
          comparison: comparison.name,
          level: comparison.levels[level]?.label ?? (level === elseLevel(comparison) ? 'else' : 'null'),
          weight: weights[at]![level]!,
          frequencyWeight: index < 0 ? 0 : extraAt(levels, 0, index, one),
          sharedWeight: model.dependences.reduce(
            (sum, shared) =>
              shared.other === at ? sum + (shared.bits[levels[shared.one]!]?.[level] ?? 0) : sum,
            0,
          ),
        };
      });
      const strangers = steps.reduce(
        (sum, step) => sum + step.weight + step.frequencyWeight + step.sharedWeight,
        prior,
      );
      const { related, alone } = weigh(levels, 0);
      const weight = jointWeight(strangers, isAlone(one, other) ? alone : related);
      return { prior, steps, relatedWeight: weight - strangers, weight, probability: probabilityOf(weight) };
    },
  };
}

/** By value: how much rarer it is than the mean of its class of rarity, in bits. */
function frequencyWeights(counts: Int32Array, classes: Uint8Array, rarity: number): Float64Array {
  let total = 0;
  let together = 0;
  counts.forEach((count, code) => {
    if (classes[code] !== rarity) return;
    total += count;
    together += count * count;
  });
  const mean = together / total;
  return Float64Array.from(counts, (count, code) => (classes[code] === rarity ? Math.log2(mean / count) : 0));
}
