import type { Dependence } from './model.ts';

/** Counted levels of two comparisons where both sides of a pair say something: rows by the first, columns by the second. */
type JointCounts = Float64Array;

/** Patterns with how many pairs of a kind (matches, strangers) make each. */
export type WeighedPatterns = { levels: Uint8Array; counts: ArrayLike<number> };

/** So many pairs are imagined to speak independently, that few real ones do not speak too loud. */
const IMAGINED_MATCHES = 20;
const IMAGINED_STRANGERS = 0.2;
/** Less shared information than this, in bits, is chance. */
const LEAST_SHARED = 0.00001;

/**
 * Finds which comparisons depend on each other, among matches and among strangers, as a tree of the strongest
 * (Chow and Liu 1968) for each of the two, and what that adds to or takes from the sum of their weights.
 */
export function findDependences(
  radixes: readonly number[],
  matches: WeighedPatterns,
  strangers: WeighedPatterns,
): Dependence[] {
  const tables = new Map<string, Dependence>();
  for (const [patterns, imagined, sign] of [
    [matches, IMAGINED_MATCHES, 1],
    [strangers, IMAGINED_STRANGERS, -1],
  ] as const) {
    const joints = jointCounts(radixes, patterns);
    for (const { one, other, counts } of strongestTree(radixes, joints)) {
      const key = `${one} ${other}`;
      const table = tables.get(key) ?? { one, other, bits: emptyTable(radixes[one]!, radixes[other]!) };
      tables.set(key, table);
      addRatios(table.bits, counts, imagined, sign);
    }
  }
  return [...tables.values()];
}

type Edge = { one: number; other: number; counts: JointCounts };

const emptyTable = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

function jointCounts(radixes: readonly number[], { levels, counts }: WeighedPatterns): Edge[] {
  const width = radixes.length;
  const edges: Edge[] = [];
  for (let one = 0; one < width; one += 1)
    for (let other = one + 1; other < width; other += 1)
      edges.push({ one, other, counts: new Float64Array(radixes[one]! * radixes[other]!) });
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    const times = counts[pattern]!;
    if (times === 0) continue;
    const row = pattern * width;
    for (const { one, other, counts: joint } of edges) {
      const [first, second] = [levels[row + one]!, levels[row + other]!];
      if (first < radixes[one]! && second < radixes[other]!)
        joint[first * radixes[other]! + second]! += times;
    }
  }
  return edges;
}

function marginals(counts: JointCounts, columns: number) {
  const rows = counts.length / columns;
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  let total = 0;
  counts.forEach((count, at) => {
    byRow[Math.floor(at / columns)]! += count;
    byColumn[at % columns]! += count;
    total += count;
  });
  return { byRow, byColumn, total };
}

function strongestTree(radixes: readonly number[], edges: readonly Edge[]): Edge[] {
  const ranked = edges
    .map((edge) => ({ edge, shared: sharedInformation(edge.counts, radixes[edge.other]!) }))
    .filter(({ shared }) => shared > LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared);
  const tree = radixes.map((_, at) => at);
  const root = (at: number): number => (tree[at] === at ? at : root(tree[at]!));
  return ranked.flatMap(({ edge }) => {
    const [first, second] = [root(edge.one), root(edge.other)];
    if (first === second) return [];
    tree[first] = second;
    return [edge];
  });
}

/** Mutual information of the two comparisons, in bits a pair. */
function sharedInformation(counts: JointCounts, columns: number): number {
  const { byRow, byColumn, total } = marginals(counts, columns);
  let shared = 0;
  counts.forEach((count, at) => {
    if (count <= 0) return;
    const expected = (byRow[Math.floor(at / columns)]! * byColumn[at % columns]!) / total;
    shared += (count / total) * Math.log2(count / expected);
  });
  return shared;
}

function addRatios(bits: number[][], counts: JointCounts, imagined: number, sign: number): void {
  const columns = bits[0]!.length;
  const { byRow, byColumn, total } = marginals(counts, columns);
  if (total === 0) return;
  counts.forEach((count, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const expected = (byRow[row]! * byColumn[column]!) / total;
    bits[row]![column]! += sign * Math.log2((count + imagined) / (expected + imagined));
  });
}
