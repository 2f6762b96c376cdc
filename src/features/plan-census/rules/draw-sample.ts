import { type AreaCode, areaAt } from '#kernel/statutory/area-code.ts';
import { seededRandom } from '#linkage/random.ts';

/** A listed row from which the sub-sample is drawn. */
export type SampleFrameRow = { rowId: string; villageCode: AreaCode; sourceId: string };

/** A stratum: its name, to be stored with each of its rows, and the rows themselves in the order of their ids. */
export type Stratum = { name: string; rowIds: readonly string[] };

/** Rows of a stratum that are drawn at least; with one alone nobody could say how much rows differ. */
export const fewestPerStratum = 2;
/** No sub-sample is smaller than this, unless the whole list is. */
const smallestSample = 30;
/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.959964;

/**
 * How many rows to draw, so that the estimate lies within ± `halfWidth` rows in 95 of 100 rounds (Cochran, Sampling
 * Techniques, 1977, 4.6, with the correction for a finite list). `expectedShare` of rows that still produce; a half
 * where nobody knows, which asks for the most.
 */
export function sampleSizeFor(wanted: { rows: number; halfWidth: number; expectedShare?: number }): number {
  const { rows, halfWidth, expectedShare = 0.5 } = wanted;
  if (halfWidth <= 0) return rows;
  const unlimited = expectedShare * (1 - expectedShare) * ((Z * rows) / halfWidth) ** 2;
  const size = Math.ceil(unlimited / (1 + Math.max(0, unlimited - 1) / Math.max(1, rows)));
  return Math.min(rows, Math.max(size, smallestSample));
}

/**
 * The list in strata for a sample of `size` rows: village × source. Where a stratum is so small that fewer than two of
 * its rows would be drawn, it is put together with its like: district × source, then the district, then all that are
 * left. So every row can be drawn, all have (nearly) the same chance, and small villages do not swell the sample.
 */
export function strataFor(rows: readonly SampleFrameRow[], size: number): Stratum[] {
  const enough = (count: number) => count * Math.min(1, size / rows.length) >= fewestPerStratum;
  const names: readonly ((row: SampleFrameRow) => string)[] = [
    (row) => `${row.villageCode}/${row.sourceId}`,
    (row) => `${areaAt(row.villageCode, 'district') ?? row.villageCode}/${row.sourceId}`,
    (row) => `${areaAt(row.villageCode, 'district') ?? row.villageCode}/*`,
  ];
  const strata: Stratum[] = [];
  let rest = [...rows].sort((a, b) => (a.rowId < b.rowId ? -1 : 1));
  for (const nameOf of names) {
    const groups = Map.groupBy(rest, nameOf);
    rest = rest.filter((row) => !enough(groups.get(nameOf(row))?.length ?? 0));
    for (const [name, group] of groups) {
      if (enough(group.length)) strata.push({ name, rowIds: group.map(({ rowId }) => rowId) });
    }
  }
  if (rest.length > 0) {
    // What is still too little joins the smallest stratum.
    strata.sort((a, b) => b.rowIds.length - a.rowIds.length || (a.name < b.name ? -1 : 1));
    const smallest = enough(rest.length) ? undefined : strata.pop();
    const rowIds = [...(smallest?.rowIds ?? []), ...rest.map(({ rowId }) => rowId)].sort();
    strata.push({ name: '*/*', rowIds });
  }
  return strata.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Rows drawn from each stratum: in proportion to its rows (Webster's divisors), two at least. A larger `size` never
 * takes from a stratum what a smaller one gave it, so a drawing can be lengthened.
 */
function quotas(strata: readonly Stratum[], size: number): number[] {
  const rows = strata.reduce((sum, { rowIds }) => sum + rowIds.length, 0);
  const least = strata.map(({ rowIds }) => Math.min(fewestPerStratum, rowIds.length));
  const turns = strata.flatMap(({ rowIds }, at) => {
    // More than twice its share no stratum ever gets beyond the two.
    const most = Math.min(rowIds.length, 2 * Math.ceil((size * rowIds.length) / rows) + fewestPerStratum);
    const from = least[at] ?? 0;
    return Array.from({ length: most - from }, (_, more) => ({
      at,
      worth: rowIds.length / (from + more + 0.5),
    }));
  });
  turns.sort((a, b) => b.worth - a.worth || a.at - b.at);
  const quota = [...least];
  const left = size - least.reduce((sum, count) => sum + count, 0);
  for (const { at } of turns.slice(0, Math.max(0, left))) quota[at] = (quota[at] ?? 0) + 1;
  return quota;
}

/** The first `count` of a random order (Fisher and Yates); a larger count begins with the same ones. */
function drawLots<Item>(items: readonly Item[], count: number, lot: () => number): Item[] {
  const urn = [...items];
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(lot() * (urn.length - at));
    [urn[at], urn[other]] = [urn[other] as Item, urn[at] as Item];
  }
  return urn.slice(0, count);
}

/**
 * Draws the sub-sample of a round: ids in the order in which they are to be visited, which is random as well, so that
 * whatever part of it was done first is itself a random sample. `seed`: a whole number below 2^32, stored with the
 * round; the same seed, rows and sizes always give the same drawing, in whatever order the rows come.
 *
 * `more` lengthens a drawing later, out of the same strata: what was drawn first stands first and unchanged. Rows that
 * happen to be visited already are drawn like all others, since their answer is then known for nothing.
 */
export function drawSample(
  strata: readonly Stratum[],
  { seed, size, more = 0 }: { seed: number; size: number; more?: number },
): string[] {
  const seeds = seededRandom(seed);
  const nextLot = () => seededRandom(Math.floor(seeds() * 2 ** 32));
  const first = quotas(strata, size);
  const all = quotas(strata, size + more);
  const drawn = strata.map(({ rowIds }, at) => drawLots(rowIds, all[at] ?? 0, nextLot()));
  const begun = drawn.flatMap((rowIds, at) => rowIds.slice(0, first[at]));
  const added = drawn.flatMap((rowIds, at) => rowIds.slice(first[at]));
  return [
    ...drawLots(begun, begun.length, nextLot()),
    ...(added.length > 0 ? drawLots(added, added.length, nextLot()) : []),
  ];
}
