import { pairsInBoth, pairsWithin } from '../evaluate.ts';
import type { RecordIds } from './record-ids.ts';

/** Which records are one, as somebody else knows it. */
export type Truth = {
  pairs: number;
  has(one: number, other: number): boolean;
  /** Whether anything is known of this record. */
  knows(record: number): boolean;
  /** Every true pair once. */
  each(visit: (one: number, other: number) => void): void;
  /** How many true pairs are together in these sets. */
  pairsTogether(of: Int32Array): number;
};

/** True are all pairs within these sets, or across the sides only; of a record with -1 nothing is known. */
export function truthOfSets(
  of: Int32Array,
  { leftCount }: Pick<RecordIds, 'leftCount'>,
  across: boolean,
): Truth {
  return {
    pairs: pairsWithin(of, leftCount, across),
    has: (one, other) => of[one]! >= 0 && of[one] === of[other],
    knows: (record) => of[record]! >= 0,
    each(visit) {
      const members = new Map<number, number[]>();
      of.forEach((set, record) => {
        if (set < 0) return;
        const known = members.get(set);
        if (known) known.push(record);
        else members.set(set, [record]);
      });
      for (const records of members.values())
        for (const [at, one] of records.entries())
          for (let next = at + 1; next < records.length; next += 1) {
            const other = records[next]!;
            if (!across || (one < leftCount && other >= leftCount)) visit(one, other);
          }
    },
    pairsTogether: (clusters) => pairsInBoth(clusters, of, leftCount, across),
  };
}

/** True are these pairs and no other. */
export function truthOfPairs(pairs: readonly (readonly [number, number])[], count: number): Truth {
  const keys = new Map(pairs.map((pair) => [pair[0] * count + pair[1], pair]));
  return {
    pairs: keys.size,
    has: (one, other) => keys.has(one * count + other),
    knows: () => true,
    each(visit) {
      for (const [one, other] of keys.values()) visit(one, other);
    },
    pairsTogether(of) {
      let together = 0;
      for (const [one, other] of keys.values()) if (of[one] === of[other]) together += 1;
      return together;
    },
  };
}

/** The sets that pairs make when what is one with the same is one. */
export function setsOfPairs(pairs: readonly (readonly [number, number])[], count: number): Int32Array {
  const of = Int32Array.from({ length: count }, (_, record) => record);
  const find = (record: number) => {
    let root = record;
    while (of[root] !== root) {
      of[root] = of[of[root]!]!;
      root = of[root]!;
    }
    return root;
  };
  for (const [one, other] of pairs) {
    const [a, b] = [find(one), find(other)];
    of[Math.max(a, b)] = Math.min(a, b);
  }
  return of.map((_, record) => find(record));
}
