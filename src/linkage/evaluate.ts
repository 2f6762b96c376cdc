/** How well found pairs agree with the truth. */
export type Quality = { precision: number; recall: number; f1: number };

export function qualityOf(right: number, found: number, true_: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = true_ === 0 ? 1 : right / true_;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Sets of records that are one, by a number per record; -1 for a record nothing is known of. */
export type Partition = Int32Array;

/** Pairs within the sets; in link mode only those across the two sides. */
export function pairsWithin(of: Partition, leftCount: number, across: boolean): number {
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  of.forEach((set, record) => {
    if (set < 0) return;
    const side = across && record >= leftCount ? right : left;
    side.set(set, (side.get(set) ?? 0) + 1);
  });
  let pairs = 0;
  for (const [set, count] of left)
    pairs += across ? count * (right.get(set) ?? 0) : (count * (count - 1)) / 2;
  return pairs;
}

/** Pairs that are together in both: how many pairs clusters get right. */
export function pairsInBoth(one: Partition, other: Partition, leftCount: number, across: boolean): number {
  const numbers = new Map<string, number>();
  const both = one.map((set, record) => {
    if (set < 0 || other[record]! < 0) return -1;
    const key = `${set} ${other[record]}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return pairsWithin(both, leftCount, across);
}
