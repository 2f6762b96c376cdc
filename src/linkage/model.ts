/** What is known of one level. m: how often matches reach it; u: how often strangers do. */
export type LevelModel = { label: string; m: number; u: number };

export type ComparisonModel = {
  name: string;
  /** The levels of the plan, strongest first, and `else`. Where a side does not say, nothing is weighed. */
  levels: LevelModel[];
};

/**
 * Two comparisons that do not speak independently (a postcode and its town): what is added to the sum of their own
 * weights, in bits, by the levels both reach. Negative where agreeing on both is no more than agreeing on one.
 */
export type Dependence = { one: number; other: number; bits: number[][] };

/**
 * Pairs that are related, and yet two: a household with one phone, an owner's two businesses, namesakes. In some
 * comparisons they agree as matches do, in the others no more than strangers.
 */
export type RelatedKind = {
  /** The comparisons, by number, in which they differ like strangers. */
  differ: number[];
  /** How many such pairs there are for one match: where a record of the pair is like others too, and where not. */
  perMatch: number;
  perMatchAlone: number;
};

/** Parameters of Fellegi and Sunter (1969), as learned; plain data that can be kept and used again. */
export type LinkageModel = {
  /** Share of matches among all pairs that could be made. */
  prior: number;
  comparisons: ComparisonModel[];
  dependences: Dependence[];
  related: RelatedKind[];
};

/** A probability as evidence in bits, and back. */
export const bitsOf = (probability: number) => Math.log2(probability / (1 - probability));
export const probabilityOf = (bits: number) => 1 / (1 + 2 ** -bits);

/** Weight of a level in bits: how much it speaks for (positive) or against a match. */
export function levelWeight({ m, u }: LevelModel): number {
  return Math.log2(m / u);
}

/** The weights of all levels by comparison, and 0 at the end: for where a side does not say. */
export function levelWeights({ comparisons }: LinkageModel): number[][] {
  return comparisons.map(({ levels }) => [...levels.map(levelWeight), 0]);
}

/**
 * Weights of patterns in bits, prior included: a match against strangers, and against pairs that are only related
 * (`alone`: where neither record is like any other).
 */
export type PatternWeights = { strangers: Float64Array; related: Float64Array; alone: Float64Array };

/** @param levels levels by pattern, one row per pattern (see PatternTable) */
export function patternWeights(model: LinkageModel, levels: ArrayLike<number>): PatternWeights {
  const width = model.comparisons.length;
  const count = levels.length / width;
  const weigh = weigherOf(model);
  const strangers = new Float64Array(count);
  const related = new Float64Array(count);
  const alone = new Float64Array(count);
  for (let pattern = 0; pattern < count; pattern += 1) {
    const weight = weigh(levels, pattern * width);
    strangers[pattern] = weight.strangers;
    related[pattern] = weight.related;
    alone[pattern] = weight.alone;
  }
  return { strangers, related, alone };
}

export type PatternWeight = { strangers: number; related: number; alone: number };

/** Weighs one pattern at a time. */
export function weigherOf(model: LinkageModel): (levels: ArrayLike<number>, row: number) => PatternWeight {
  const weights = levelWeights(model);
  const prior = bitsOf(model.prior);
  return (levels, row) => {
    let strangers = prior;
    for (let at = 0; at < weights.length; at += 1) strangers += weights[at]![levels[row + at]!]!;
    for (const { one, other, bits: table } of model.dependences)
      strangers += table[levels[row + one]!]?.[levels[row + other]!] ?? 0;
    // What is surely strangers needs no other explanation.
    if (strangers < HOPELESS || model.related.length === 0)
      return { strangers, related: Number.POSITIVE_INFINITY, alone: Number.POSITIVE_INFINITY };
    let odds = 0;
    let oddsAlone = 0;
    for (const { differ, perMatch, perMatchAlone } of model.related) {
      const likelihood = kindLikelihood(weights, differ, levels, row);
      odds += perMatch * likelihood;
      oddsAlone += perMatchAlone * likelihood;
    }
    return { strangers, related: -Math.log2(odds), alone: -Math.log2(oddsAlone) };
  };
}

const HOPELESS = -30;

/** How much likelier a kind of related pairs makes a pattern than matches do. */
export function kindLikelihood(
  weights: readonly (readonly number[])[],
  differ: readonly number[],
  levels: ArrayLike<number>,
  row: number,
): number {
  let bits = 0;
  for (let at = 0; at < differ.length; at += 1) {
    const comparison = differ[at]!;
    bits += weights[comparison]![levels[row + comparison]!]!;
  }
  return 2 ** -bits;
}

/** The weight against both: strangers and related. */
export function jointWeight(strangers: number, related: number): number {
  if (related === Number.POSITIVE_INFINITY) return strangers;
  const least = Math.min(strangers, related);
  return least - Math.log2(2 ** (least - strangers) + 2 ** (least - related));
}
