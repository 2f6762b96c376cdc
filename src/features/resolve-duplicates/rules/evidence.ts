/** What was compared, and how alike it was; `weight` in bits (log2), for (+) or against (−). No value in it. */
export type Step = { comparison: string; level: string; weight: number };

/** Of each comparison the levels, from the most alike; `missing`: one side does not say. */
export const comparisonLevels = {
  nik: ['exact', 'one_digit', 'transposed', 'same_birth', 'two_digits', 'different', 'missing'],
  nib: ['exact', 'one_digit', 'different', 'missing'],
  person_name: ['exact', 'same_words', 'sounds_alike', 'close', 'partial', 'different', 'missing'],
  business_name: ['exact', 'same_words', 'close', 'partial', 'different', 'missing'],
  phone: ['exact', 'one_digit', 'different', 'missing'],
  birth_date: ['exact', 'close', 'same_year', 'different', 'missing'],
  sex: ['same', 'different', 'missing'],
  village: ['same', 'same_district', 'different', 'missing'],
  rt_rw: ['same', 'same_rw', 'different', 'missing'],
  address: ['same', 'close', 'different', 'missing'],
  activity: ['same', 'close', 'different', 'missing'],
  category: ['same', 'same_group', 'same_division', 'different', 'missing'],
  // What pairs that are related, and yet two, have in common as well.
  related: ['other_business', 'household', 'missing'],
} as const;
export type Comparison = keyof typeof comparisonLevels;

/** `known`: one of the comparisons above; others are shown by their bare name. */
export function isComparison(name: string): name is Comparison {
  return Object.hasOwn(comparisonLevels, name);
}

/** How much a piece of evidence says, in words. */
export type Strength = 'decisive' | 'strong' | 'fair' | 'slight';

/** 7 bits: 128 times as likely; 4: 16 times; 1.5: about three times. */
export function strengthOf(weight: number): Strength {
  const bits = Math.abs(weight);
  if (bits >= 7) return 'decisive';
  if (bits >= 4) return 'strong';
  return bits >= 1.5 ? 'fair' : 'slight';
}

/** Below a tenth of a bit nothing is said. */
const SAYS_NOTHING = 0.1;

/** Why both look like one, and why perhaps not, each with the weightiest first. */
export function forAndAgainst(steps: readonly Step[]): { speaksFor: Step[]; speaksAgainst: Step[] } {
  const byWeight = steps
    .filter(({ weight }) => Math.abs(weight) >= SAYS_NOTHING)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return {
    speaksFor: byWeight.filter(({ weight }) => weight > 0),
    speaksAgainst: byWeight.filter(({ weight }) => weight < 0),
  };
}

/** What a label keeps of the evidence: which levels met, without weights, which change as parameters are learned. */
export function patternOf(steps: readonly Step[]): [comparison: string, level: string][] {
  return steps.map(({ comparison, level }) => [comparison, level]);
}

/** Reads the steps of a pair as they are kept; whatever is not one is left out. */
export function readSteps(kept: unknown): Step[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (step): step is Step =>
      typeof step?.comparison === 'string' && typeof step.level === 'string' && Number.isFinite(step.weight),
  );
}
