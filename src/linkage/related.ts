import type { WeighedPatterns } from './dependence.ts';

const MOST_KINDS = 40;
const LEAST_DIFFERENCES = 3;
/** Fewer pairs than this are no kind. */
const LEAST_PAIRS = 30;

/** What differs must make up this much of all the evidence there could be. */
const LEAST_EVIDENCE = 0.4;

/**
 * Kinds of related pairs that the candidate pairs suggest: the sets of comparisons in which many of them differ, three at
 * least and much of the evidence (who differs in a thing or two may well be a match with an error). How common each
 * kind is, is learned.
 * @param radixes levels of each comparison that say something; the last of them is `else`
 * @param evidence bits that agreement in each comparison is worth
 */
export function suggestRelated(
  radixes: readonly number[],
  { levels, counts }: WeighedPatterns,
  evidence: readonly number[],
): number[][] {
  const width = radixes.length;
  const least = LEAST_EVIDENCE * evidence.reduce((sum, bits) => sum + bits, 0);
  const sets = new Map<string, { differ: number[]; pairs: number }>();
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    const differ: number[] = [];
    for (let at = 0; at < width; at += 1)
      if (levels[pattern * width + at] === radixes[at]! - 1) differ.push(at);
    if (differ.length < LEAST_DIFFERENCES || differ.reduce((sum, at) => sum + evidence[at]!, 0) < least)
      continue;
    const key = differ.join();
    const known = sets.get(key);
    if (known) known.pairs += counts[pattern]!;
    else sets.set(key, { differ, pairs: counts[pattern]! });
  }
  return [...sets.values()]
    .filter(({ pairs }) => pairs >= LEAST_PAIRS)
    .sort((a, b) => b.pairs - a.pairs)
    .slice(0, MOST_KINDS)
    .map(({ differ }) => differ);
}
