import type { Highs } from 'highs';
import type { Clash, ClashRow } from '../clash.ts';
import type { Option, Prepared } from '../prepare.ts';

/** Rules by what is asked first whether it matters: what stays is more likely a reserve, which somebody wrote and can change. */
const ASKED = ['budget', 'quota', 'seats', 'settled', 'reserve'] as const;

/** Beyond so many clashes an office mends these first. */
const MOST = 10;

/** Seats of the same kind: contenders who are alike but for their points. */
type Group = { options: readonly Option[]; size: number; settled: string | null };
type Rule = { kind: (typeof ASKED)[number]; row: number } | { kind: 'settled'; group: number };

/**
 * Why no list fits: minimal sets of rules that clash, found by leaving out one rule after the other (deletion filter), each
 * set with rules of its own. A rule that is in no set may stay as it is.
 */
export function explainClashes(highs: Highs, prepared: Prepared): Clash[] {
  const groups = groupsOf(prepared);
  const all: Rule[] = [
    ...prepared.rows.map(({ kind }, row): Rule => ({ kind, row })),
    ...groups.flatMap(({ settled }, group): Rule[] => (settled === null ? [] : [{ kind: 'settled', group }])),
  ].sort((a, b) => ASKED.indexOf(a.kind) - ASKED.indexOf(b.kind));
  const clashes: Clash[] = [];
  let left = all;
  while (clashes.length < MOST && !fits(highs, prepared, groups, left)) {
    let clash = left;
    for (const rule of left) {
      const without = clash.filter((one) => one !== rule);
      if (!fits(highs, prepared, groups, without)) clash = without;
    }
    clashes.push({ rows: clash.map((rule) => rowOfClash(highs, prepared, groups, rule, clash)) });
    // What is wanted is let go, what limits stays: the next clash must be another one.
    left = left.filter((one) => !clash.includes(one) || (one.kind !== 'reserve' && one.kind !== 'settled'));
  }
  return clashes;
}

function rowOfClash(
  highs: Highs,
  { rows }: Prepared,
  groups: readonly Group[],
  rule: Rule,
  clash: readonly Rule[],
): ClashRow {
  if (!('row' in rule)) return { kind: 'settled', code: groups[rule.group]!.settled! };
  const { kind, code, limit, step } = rows[rule.row]!;
  if (kind !== 'reserve') return { kind, code, limit: limit * step };
  const counts = ({ rows: own }: Option) => own.includes(rule.row);
  const applicants = groups.reduce((sum, { options, size }) => sum + (options.some(counts) ? size : 0), 0);
  const others = clash.filter((one) => one !== rule);
  const reachable = mostSeats(highs, rows, groups, others, counts) ?? 0;
  return { kind, code, limit, applicants, reachable };
}

const fits = (highs: Highs, { rows }: Prepared, groups: readonly Group[], rules: readonly Rule[]) =>
  mostSeats(highs, rows, groups, rules, () => false) !== null;

/** The most seats of a kind that can be given under these rules alone; null where the rules cannot be kept. */
function mostSeats(
  highs: Highs,
  rows: Prepared['rows'],
  groups: readonly Group[],
  rules: readonly Rule[],
  counts: (option: Option) => boolean,
): number | null {
  const kept = new Map<number, number>();
  for (const rule of rules) if ('row' in rule) kept.set(rule.row, kept.size);
  const settled = new Set(rules.flatMap((rule) => ('row' in rule ? [] : [rule.group])));
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  for (const row of kept.keys()) {
    const { kind, limit } = rows[row]!;
    rowLower.push(kind === 'reserve' ? limit : -highs.infinity);
    rowUpper.push(kind === 'reserve' ? highs.infinity : limit);
  }
  const colCost: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const [group, { options, size }] of groups.entries()) {
    const ownRow = rowLower.push(settled.has(group) ? size : 0) - 1;
    rowUpper.push(size);
    for (const option of options) {
      colCost.push(counts(option) ? 1 : 0);
      for (const [at, row] of option.rows.entries()) {
        const place = kept.get(row);
        if (place === undefined) continue;
        indices.push(place);
        values.push(option.amounts[at]!);
      }
      indices.push(ownRow);
      values.push(1);
      starts.push(indices.length);
    }
  }
  const numCols = colCost.length;
  const numRows = rowLower.length;
  if (numCols === 0) return rowLower.some((one) => one > 0) ? null : 0;
  const model = {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower,
    rowUpper,
    matrix: { format: 'csc' as const, numRows, numCols, starts, indices, values },
    integrality: new Int32Array(numCols).fill(1),
  };
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, random_seed: 0 });
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return Math.round(solver.getObjectiveValue());
  });
}

/** Whether something fits does not depend on points, so those who are alike count as one group. */
function groupsOf({ contenders }: Prepared): Group[] {
  const groups: Group[] = [];
  const bySharing = new Map<readonly Option[], Group>();
  for (const { id, options, must } of contenders) {
    if (must) groups.push({ options, size: 1, settled: id });
    else {
      let group = bySharing.get(options);
      if (!group) {
        group = { options, size: 0, settled: null };
        bySharing.set(options, group);
        groups.push(group);
      }
      group.size += 1;
    }
  }
  return groups;
}
