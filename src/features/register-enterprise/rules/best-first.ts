import { editDistance } from '#kernel/naming/edit-distance.ts';

/**
 * The first `wanted` of a list: by score, then by rank (a whole number below 65,536, lower is better), then in the order of
 * the list. A long list is not sorted whole.
 */
export function bestFirst(
  list: readonly number[],
  wanted: number,
  scoreOf: (at: number) => number,
  rankOf: (at: number) => number,
): number[] {
  if (wanted <= 0) return [];
  const least = leastScore(list, wanted, scoreOf);
  const better = list.filter((at) => scoreOf(at) > least);
  const equal = list.filter((at) => scoreOf(at) === least);
  const ranks = Uint16Array.from(equal, rankOf);
  const missing = wanted - better.length;
  const last = equal.length <= missing ? Infinity : ranks.toSorted()[missing - 1]!;
  const nearer = equal.filter((_, index) => ranks[index]! < last);
  const chosen = better.concat(
    nearer,
    equal.filter((_, index) => ranks[index] === last).slice(0, missing - nearer.length),
  );
  return chosen.sort((a, b) => scoreOf(b) - scoreOf(a) || rankOf(a) - rankOf(b));
}

/** The highest score that `wanted` of the list reach; the lowest there is if they are too few. */
function leastScore(list: readonly number[], wanted: number, scoreOf: (at: number) => number): number {
  const counts = new Map<number, number>();
  for (const at of list) {
    const score = scoreOf(at);
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  let reached = 0;
  let least = 0;
  for (least of [...counts.keys()].sort((a, b) => b - a)) {
    reached += counts.get(least)!;
    if (reached >= wanted) break;
  }
  return least;
}

/**
 * How near a record is to what was typed, of several equal in their words: a name exactly as typed, then one that
 * begins so or with which the typed text begins (a village may follow), then one that is a single typing error away,
 * then the shorter name. All texts cleaned (kernel/naming/clean-text).
 */
export function nearness(typed: string, name: string, ownerName = ''): number {
  const alike = Math.min(likeness(typed, name), likeness(typed, ownerName));
  return alike * 1_000 + Math.min(name.length, 999);
}

function likeness(typed: string, name: string): 0 | 1 | 2 | 3 {
  if (name === typed) return 0;
  const longer = name.length - typed.length;
  const begins =
    longer > 0 ? name.startsWith(typed) : name !== '' && typed[name.length] === ' ' && typed.startsWith(name);
  if (begins) return 1;
  return Math.abs(longer) <= 1 && editDistance(typed, name, 1) === 1 ? 2 : 3;
}
