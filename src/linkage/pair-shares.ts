import {
  jointWeight,
  kindLikelihood,
  type LinkageModel,
  levelWeights,
  patternWeights,
  probabilityOf,
} from './model.ts';

/** How many pairs make each pattern. */
export type CountedPatterns = { levels: Uint8Array; counts: Float64Array };

/** How many of the pairs of each pattern are matches, and how many pairs are of each related kind. */
export function sharesOf(
  model: LinkageModel,
  { levels, counts, alone }: CountedPatterns & { alone: Float64Array | null },
) {
  const width = model.comparisons.length;
  const weights = patternWeights(model, levels);
  const bits = levelWeights(model);
  const matches = new Float64Array(counts.length);
  const related = model.related.map(() => ({ pairs: 0, alone: 0 }));
  let matchesAlone = 0;
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    const weight = weights.strangers[pattern]!;
    if (weight < UNLIKELY) continue;
    const lone = alone ? alone[pattern]! : 0;
    const share = probabilityOf(jointWeight(weight, weights.related[pattern]!)) * (counts[pattern]! - lone);
    const shareAlone = lone === 0 ? 0 : probabilityOf(jointWeight(weight, weights.alone[pattern]!)) * lone;
    matches[pattern] = share + shareAlone;
    matchesAlone += shareAlone;
    for (let kind = 0; kind < related.length; kind += 1) {
      const { differ, perMatch, perMatchAlone } = model.related[kind]!;
      const likelihood = kindLikelihood(bits, differ, levels, pattern * width);
      related[kind]!.pairs += share * perMatch * likelihood;
      related[kind]!.alone += shareAlone * perMatchAlone * likelihood;
    }
  }
  return { matches, matchesAlone, related };
}

/** Patterns this unlikely to be matches are not looked at when matches are counted. */
const UNLIKELY = -20;

/** How many of the pairs of each pattern are strangers: neither matches nor related. */
export function strangersOf(model: LinkageModel, { levels, counts }: CountedPatterns): Float64Array {
  const weights = patternWeights(model, levels);
  return counts.map((count, pattern) => {
    const weight = weights.strangers[pattern]!;
    // odds of a match against a stranger, and of a related pair against a stranger
    const match = 2 ** weight;
    const related =
      weights.related[pattern] === Number.POSITIVE_INFINITY ? 0 : 2 ** (weight - weights.related[pattern]!);
    return count / (1 + match + related);
  });
}

/** Of pairs that were judged to be two: how likely each is of strangers, and how many are of each related kind. */
export function shareUnmatched(model: LinkageModel, { levels, counts }: CountedPatterns) {
  const width = model.comparisons.length;
  const weights = patternWeights(model, levels);
  const bits = levelWeights(model);
  const related = model.related.map(() => 0);
  const strangers = counts.map((_, pattern) => {
    if (weights.related[pattern] === Number.POSITIVE_INFINITY) return 1;
    // odds against a stranger
    const odds = model.related.map(
      ({ differ, perMatch }) =>
        2 ** weights.strangers[pattern]! * perMatch * kindLikelihood(bits, differ, levels, pattern * width),
    );
    const all = odds.reduce((sum, one) => sum + one, 1);
    for (const [kind, one] of odds.entries()) related[kind]! += one / all;
    return 1 / all;
  });
  return { strangers, related };
}
