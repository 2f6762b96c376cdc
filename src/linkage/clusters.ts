import type { WeighedPairs } from './link-records.ts';

export type Clusters = {
  /** Per record the first record of its cluster. */
  of: Int32Array;
  /** Pairs that are sure by themselves, but would join clusters that do not look like one: for a person to see. */
  held: { one: number; other: number; weight: number }[];
};

export type ClusterOptions = {
  /** Pairs of at least this weight, in bits, join. */
  threshold: number;
  /**
   * Weight of any two records. Given, it guards against chains: clusters are joined only where their records, taken
   * together, look like one.
   */
  weightOf?: (one: number, other: number) => number;
  /** Two records that must never be one. */
  isConflict?: (one: number, other: number) => boolean;
};

/** At most so many pairs between two clusters are looked at. */
const MOST_LOOKS = 64;
/** A single pair counts for so many bits at most, so that one strong likeness does not hide many contradictions. */
const MOST_BITS = 10;
/** The mean over the pairs between two clusters may be this low: some copies of a record are poor. */
const LEAST_MEAN = -3;

/**
 * Joins records into clusters, strongest pairs first. Without `weightOf` and `isConflict` these are the connected
 * components of the pairs at or above the threshold.
 */
export function clusterPairs(count: number, pairs: WeighedPairs, options: ClusterOptions): Clusters {
  const { threshold, weightOf, isConflict } = options;
  const parent = Int32Array.from({ length: count }, (_, record) => record);
  const find = (record: number) => {
    let root = record;
    while (parent[root] !== root) root = parent[root]!;
    let at = record;
    while (parent[at] !== root) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const members = new Map<number, number[]>();
  const membersOf = (root: number) => members.get(root) ?? [root];
  const held: Clusters['held'] = [];
  const strongest = Array.from(pairs.weight.keys())
    .filter((at) => pairs.weight[at]! >= threshold)
    .sort((a, b) => pairs.weight[b]! - pairs.weight[a]! || a - b);
  for (const at of strongest) {
    const [one, other, weight] = [pairs.one[at]!, pairs.other[at]!, pairs.weight[at]!];
    const roots = [find(one), find(other)].sort((a, b) => a - b);
    const [first, second] = [roots[0]!, roots[1]!];
    if (first === second) continue;
    const [group, opposite] = [membersOf(first), membersOf(second)];
    if (!mayJoin(group, opposite, { weightOf, isConflict })) {
      held.push({ one, other, weight });
      continue;
    }
    parent[second] = first;
    members.set(first, group.concat(opposite));
    members.delete(second);
  }
  return { of: Int32Array.from({ length: count }, (_, record) => find(record)), held };
}

function mayJoin(
  group: readonly number[],
  opposite: readonly number[],
  { weightOf, isConflict }: Pick<ClusterOptions, 'weightOf' | 'isConflict'>,
): boolean {
  if (isConflict && group.some((one) => opposite.some((other) => isConflict(one, other)))) return false;
  if (!weightOf || group.length * opposite.length === 1) return true;
  const pairs = group.length * opposite.length;
  const step = Math.max(1, pairs / MOST_LOOKS);
  let sum = 0;
  let looks = 0;
  for (let at = 0; at < pairs; at += step) {
    const pair = Math.floor(at);
    const weight = weightOf(group[Math.floor(pair / opposite.length)]!, opposite[pair % opposite.length]!);
    sum += Math.max(-MOST_BITS, Math.min(MOST_BITS, weight));
    looks += 1;
  }
  return sum / looks >= LEAST_MEAN;
}
