import { findDependences } from './dependence.ts';
import type { LinkageModel } from './model.ts';
import { type CountedPatterns, sharesOf, shareUnmatched, strangersOf } from './pair-shares.ts';
import type { PatternTable } from './patterns.ts';
import { elseLevel, type PlannedComparison } from './plan.ts';
import { suggestRelated } from './related.ts';

/** A pair somebody has judged, by its pattern; one that is no match is of a related kind, or of strangers. */
export type LabelledPattern = { levels: readonly number[]; isMatch: boolean };

export type Learning = {
  model: LinkageModel;
  rounds: number;
  expectedMatches: number;
};

const MOST_ROUNDS = 130;
const STILL = 1e-4;
/** What a guess counts for. */
const GUESSED_MATCHES = 300;
const GUESSED_RELATED = 30;
/** Rounds with dependences, once the simple model stands still. */
const REFINING_ROUNDS = 30;

/**
 * Learns m, u and the share of matches by expectation–maximisation over patterns (Winkler 1988): m from all candidate
 * pairs, u from pairs drawn at random, less those among them that are matches. Pairs that blocking did not bring
 * together count as strangers, so the prior is that of all `possiblePairs`. Comparisons that depend on each other are
 * found then, and weighed together. Labels count in full: matches for m; others, shared out by how likely each is, for the
 * kinds of related pairs and for strangers (there as one of all possible pairs).
 */
export function learnModel(
  comparisons: readonly PlannedComparison[],
  patterns: PatternTable,
  strangers: PatternTable,
  options: {
    possiblePairs: number;
    prior: number;
    labels?: readonly LabelledPattern[];
    /** Kinds of related pairs that are known of beforehand: the comparisons in which they differ. */
    related?: readonly (readonly number[])[];
    /**
     * What matches looked like elsewhere: counts as so many matches seen, so that few or none here do not lead astray.
     */
    guess?: LinkageModel;
    /** By pattern, how many pairs are alone: neither record is like another. Learned on from `start`, then. */
    alone?: Float64Array;
    start?: LinkageModel;
  },
): Learning {
  const candidates = { levels: patterns.levels(), counts: patterns.counts(), alone: options.alone ?? null };
  const drawn = { levels: strangers.levels(), counts: strangers.counts() };
  const radixes = comparisons.map((one) => elseLevel(one) + 1);
  const matched = (options.labels ?? []).filter(({ isMatch }) => isMatch);
  const unmatched = asPatterns((options.labels ?? []).filter(({ isMatch }) => !isMatch));
  const { possiblePairs } = options;
  const drawnShare = drawn.counts.reduce((sum, count) => sum + count, 0) / possiblePairs;
  const drawnSums = levelSums(radixes, drawn);
  const suggested = () => [
    ...(options.related ?? []),
    ...suggestRelated(radixes, candidates, agreementBits(comparisons, drawnSums)),
  ];
  const { guess } = options;
  let model = options.start ?? firstGuess(comparisons, options.prior, drawnSums, guess ? [] : suggested());
  if (guess && !options.start)
    model = {
      ...model,
      comparisons: model.comparisons.map((one, at) => ({
        ...one,
        levels: one.levels.map((level, number) => ({
          ...level,
          m: guess.comparisons[at]!.levels[number]!.m,
        })),
      })),
      related: guess.related,
    };
  let expectedMatches = 0;
  let rounds = 0;
  let refined = options.start ? 1 : 0;
  while (rounds < MOST_ROUNDS && refined < REFINING_ROUNDS) {
    const shares = sharesOf(model, candidates);
    const others = strangersOf(model, drawn);
    const judged = shareUnmatched(model, unmatched);
    expectedMatches = shares.matches.reduce((sum, count) => sum + count, 0);
    const sums = levelSums(radixes, { ...candidates, counts: shares.matches });
    guess?.comparisons.forEach(({ levels }, at) => {
      levels.forEach(({ m }, level) => {
        sums[at]![level]! += GUESSED_MATCHES * m;
      });
    });
    for (const { levels } of matched)
      levels.forEach((level, at) => {
        if (level < sums[at]!.length) sums[at]![level]! += 1;
      });
    const next: LinkageModel = {
      prior: clamped(expectedMatches / possiblePairs),
      comparisons: maximise(
        model,
        sums,
        strangerSums(
          radixes,
          { ...drawn, counts: others },
          { ...unmatched, counts: judged.strangers },
          drawnShare,
        ),
      ),
      dependences:
        refined === 0
          ? []
          : findDependences(radixes, { ...candidates, counts: shares.matches }, { ...drawn, counts: others }),
      // With a guess, its kinds keep their places, so that each is added to its own.
      related: model.related.flatMap(({ differ }, kind) => {
        const before = guess?.related[kind];
        const pairs =
          shares.related[kind]!.pairs +
          judged.related[kind]! +
          (before ? GUESSED_RELATED * before.perMatch : 0);
        const alone = shares.related[kind]!.alone + (before ? GUESSED_RELATED * before.perMatchAlone : 0);
        if (!guess && pairs + alone < 1) return [];
        const added = guess ? GUESSED_RELATED : 0;
        const [matches, matchesAlone] = [
          expectedMatches - shares.matchesAlone + added,
          shares.matchesAlone + added,
        ];
        return [
          {
            differ,
            perMatch: pairs / Math.max(matches, 1),
            perMatchAlone:
              (candidates.alone ? alone : pairs) / Math.max(candidates.alone ? matchesAlone : matches, 1),
          },
        ];
      }),
    };
    const change = largestChange(model, next);
    model = next;
    rounds += 1;
    if (refined > 0 || change < STILL || rounds === MOST_ROUNDS - REFINING_ROUNDS) refined += 1;
    if (refined > 4 && change < STILL) break;
  }
  return { model, rounds, expectedMatches };
}

/** What it is worth, in bits, that two records agree in a comparison wholly: by how few strangers do. */
function agreementBits(comparisons: readonly PlannedComparison[], drawn: readonly Float64Array[]): number[] {
  return comparisons.map(({ levels }, at) => {
    const shares = withAdded(drawn[at]!, 0.05);
    const whole = levels.reduce(
      (sum, { test }, level) => (test === levels[0]!.test ? sum + shares[level]! : sum),
      0,
    );
    return -Math.log2(whole);
  });
}

const clamped = (prior: number) => Math.min(Math.max(prior, 1e-12), 0.5);

function asPatterns(labels: readonly LabelledPattern[]): CountedPatterns {
  return {
    levels: Uint8Array.from(labels.flatMap(({ levels }) => levels)),
    counts: new Float64Array(labels.length).fill(1),
  };
}

/** Levels that strangers reach; a judged pair counts as often as any of the possible pairs is drawn. */
function strangerSums(
  radixes: readonly number[],
  drawn: CountedPatterns,
  judged: CountedPatterns,
  drawnShare: number,
): Float64Array[] {
  const sums = levelSums(radixes, drawn);
  return levelSums(radixes, judged).map((own, at) =>
    own.map((count, level) => sums[at]![level]! + drawnShare * count),
  );
}

function levelSums(
  radixes: readonly number[],
  { levels, counts }: { levels: Uint8Array; counts: Float64Array },
): Float64Array[] {
  const width = radixes.length;
  const sums = radixes.map((radix) => new Float64Array(radix));
  for (let pattern = 0; pattern < counts.length; pattern += 1)
    for (let at = 0; at < width; at += 1) {
      const level = levels[pattern * width + at]!;
      if (level < radixes[at]!) sums[at]![level]! += counts[pattern]!;
    }
  return sums;
}

/** Matches mostly agree, and kinds of related pairs are equally common: where learning begins. */
function firstGuess(
  comparisons: readonly PlannedComparison[],
  prior: number,
  strangers: readonly Float64Array[],
  related: readonly (readonly number[])[],
): LinkageModel {
  return {
    prior,
    dependences: [],
    related: related.map((differ) => {
      const each = 1 / related.length;
      return { differ: [...differ], perMatch: each, perMatchAlone: each };
    }),
    comparisons: comparisons.map((one, at) => {
      const count = elseLevel(one) + 1;
      const between = 0.14 / Math.max(1, count - 2);
      const u = withAdded(strangers[at]!, 0.05);
      return {
        name: one.name,
        levels: Array.from({ length: count }, (_, level) => ({
          label: one.levels[level]?.label ?? 'else',
          m: level === 0 ? 0.8 : level === count - 1 ? 0.06 : between,
          u: u[level]!,
        })),
      };
    }),
  };
}

function maximise(
  model: LinkageModel,
  matches: readonly Float64Array[],
  strangers: readonly Float64Array[],
): LinkageModel['comparisons'] {
  return model.comparisons.map((one, at) => {
    const [m, u] = [withAdded(matches[at]!, 0.5), withAdded(strangers[at]!, 0.05)];
    return {
      name: one.name,
      levels: one.levels.map(({ label }, level) => ({ label, m: m[level]!, u: u[level]! })),
    };
  });
}

/** As shares, with a little added to each level: what was never seen is rare, not impossible. */
function withAdded(sum: Float64Array, added: number): Float64Array {
  const total = sum.reduce((all, count) => all + count, added * sum.length);
  return sum.map((count) => (count + added) / total);
}

function largestChange(one: LinkageModel, other: LinkageModel): number {
  let most = Math.abs(Math.log(one.prior / other.prior)) / 10;
  one.comparisons.forEach((comparison, at) => {
    comparison.levels.forEach(({ m }, level) => {
      most = Math.max(most, Math.abs(m - other.comparisons[at]!.levels[level]!.m));
    });
  });
  return most;
}
