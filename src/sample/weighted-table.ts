import type { Random } from '#sample/random.ts';

/** A list from which some items are drawn more often than others. */
export type WeightedTable<T> = { readonly items: readonly T[]; readonly cumulative: Float64Array };

/** @throws RangeError without items, with a negative weight, or when all weights are zero. */
export const weightedTable = <T>(items: readonly T[], weightOf: (item: T, index: number) => number) => {
  const cumulative = new Float64Array(items.length);
  let total = 0;
  items.forEach((item, index) => {
    const weight = weightOf(item, index);
    if (!(weight >= 0)) throw new RangeError(`Weight of item ${index} is not a number ≥ 0`);
    total += weight;
    cumulative[index] = total;
  });
  if (!(total > 0)) throw new RangeError('A weighted table needs at least one item of weight > 0');
  return { items, cumulative } satisfies WeightedTable<T>;
};

/**
 * The order of the list is the order of frequency: item k has weight 1 / (k + shift)^exponent, as with names in a
 * population. A larger `shift` flattens the head.
 */
export const zipfTable = <T>(items: readonly T[], exponent = 0.9, shift = 3): WeightedTable<T> =>
  weightedTable(items, (_, index) => 1 / (index + shift) ** exponent);

export const drawFrom = <T>(table: WeightedTable<T>, random: Random): T => {
  const { items, cumulative } = table;
  const target = random.unit() * (cumulative[cumulative.length - 1] as number);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return items[low] as T;
};
