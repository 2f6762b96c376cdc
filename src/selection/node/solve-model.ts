import type { Highs, ModelData } from 'highs';
import type { Task } from '../core.ts';
import type { Option, Prepared } from '../prepare.ts';
import type { Method } from '../selection.ts';

/** One column: a contender (by place) in one option. */
type Column = { contender: number; option: Option };

export type Solved = {
  columns: readonly Column[];
  /** By column, 0 to 1. */
  taken: Float64Array;
  /** By row of the prepared problem, ≥ 0; only of relaxations. */
  prices: Float64Array;
  value: number;
};

export type Limits = { nodes: number; absoluteGap: number };

/** Seats by parts allowed: the relaxation. @returns null where no list fits */
export function relax(highs: Highs, task: Task, method: Method): Solved | null {
  try {
    return run(highs, task, { solver: method }, false).solved;
  } catch (error) {
    // The interior-point method gives up on some tiny problems that simplex solves at once.
    if (method === 'simplex') throw error;
    return run(highs, task, { solver: 'simplex' }, false).solved;
  }
}

/** Whole seats only. @returns `proven` where no better list exists, to within `absoluteGap`; solved null where none was found */
export function solveWhole(
  highs: Highs,
  task: Task,
  { nodes, absoluteGap }: Limits,
): { solved: Solved | null; proven: boolean } {
  return run(
    highs,
    task,
    { mip_rel_gap: 0, mip_abs_gap: absoluteGap, mip_max_nodes: nodes, mip_feasibility_tolerance: 1e-7 },
    true,
  );
}

/**
 * Prices that show why nothing fits: every allowed list would have to be worth at least `missing` less than nothing at them.
 * @returns null where something does fit
 */
export function pricesOfNothing(highs: Highs, task: Task): { prices: Float64Array; missing: number } | null {
  const { rows } = task.prepared;
  const { model: strict } = modelOf(highs, { ...task, worth: () => 0 }, false);
  // Each row may be missed, which costs one per step; all seats fitting costs nothing.
  const missed = rows.map((_, at) => at);
  const data: ModelData = {
    ...strict,
    numCols: strict.numCols + rows.length,
    colCost: [...strict.colCost, ...missed.map(() => -1)],
    colLower: [...strict.colLower, ...missed.map(() => 0)],
    colUpper: [...strict.colUpper, ...missed.map(() => highs.infinity)],
    matrix: {
      ...strict.matrix,
      numCols: strict.numCols + rows.length,
      starts: [...strict.matrix.starts, ...missed.map((at) => strict.matrix.indices.length + at + 1)],
      indices: [...strict.matrix.indices, ...missed],
      values: [...strict.matrix.values, ...rows.map(({ kind }) => (kind === 'reserve' ? 1 : -1))],
    },
  };
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, random_seed: 0 });
    model.run();
    const missing = -model.getObjectiveValue();
    if (missing < 1e-6) return null;
    const { rowDual } = model.getSolution();
    return { missing, prices: pricesOf(task.prepared, rowDual) };
  });
}

const pricesOf = ({ rows }: Prepared, duals: ArrayLike<number>) =>
  Float64Array.from(rows, ({ kind }, at) => Math.max(0, (kind === 'reserve' ? -1 : 1) * duals[at]!));

function run(highs: Highs, task: Task, options: Record<string, string | number>, whole: boolean) {
  const { model: data, columns } = modelOf(highs, task, whole);
  if (columns.length === 0) return withoutColumns(task);
  return highs.withModel(data, (model) => {
    // One seed, no clock: the same run every time, everywhere.
    model.options.set({ output_flag: false, random_seed: 0, ...options });
    model.run();
    const { modelStatus, solutionStatus } = highs.constants;
    const status = model.getModelStatus();
    const found =
      status === modelStatus.optimal ||
      (whole && Number(model.info.get('primal_solution_status')) === solutionStatus.feasible);
    if (!found) {
      const none: number[] = [modelStatus.infeasible, modelStatus.unboundedOrInfeasible];
      if (!whole && !none.includes(status)) throw new Error(`HiGHS ended with status ${status}`);
      return { solved: null, proven: none.includes(status) };
    }
    const { colValue, rowDual } = model.getSolution();
    const prices = whole ? new Float64Array(task.prepared.rows.length) : pricesOf(task.prepared, rowDual);
    const solved: Solved = { columns, taken: colValue, prices, value: model.getObjectiveValue() };
    return { solved, proven: status === modelStatus.optimal };
  });
}

function withoutColumns({ core, prepared, scoreAtLeast = 0 }: Task): {
  solved: Solved | null;
  proven: boolean;
} {
  const fits =
    core.lower.every((one) => one <= 0) && core.upper.every((one) => one >= 0) && scoreAtLeast <= 0;
  const prices = new Float64Array(prepared.rows.length);
  return {
    solved: fits ? { columns: [], taken: new Float64Array(0), prices, value: 0 } : null,
    proven: true,
  };
}

function modelOf(
  highs: Highs,
  { prepared, core, worth, scoreAtLeast }: Task,
  whole: boolean,
): { model: ModelData; columns: Column[] } {
  const columns: Column[] = [];
  const colCost: number[] = [];
  const colLower: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower = Array.from(core.lower, (one) => (Number.isFinite(one) ? one : -highs.infinity));
  const rowUpper = Array.from(core.upper, (one) => (Number.isFinite(one) ? one : highs.infinity));
  const scoreRow = scoreAtLeast === undefined ? -1 : rowLower.push(scoreAtLeast) - 1;
  if (scoreRow >= 0) rowUpper.push(highs.infinity);
  for (const { contender, options, must } of core.open) {
    const ownRow = options.length > 1 ? rowLower.push(must ? 1 : 0) - 1 : -1;
    if (ownRow >= 0) rowUpper.push(1);
    for (const option of options) {
      columns.push({ contender, option });
      colCost.push(worth(contender, option));
      colLower.push(must && ownRow < 0 ? 1 : 0);
      indices.push(...option.rows);
      values.push(...option.amounts);
      if (scoreRow >= 0) {
        indices.push(scoreRow);
        values.push(prepared.contenders[contender]!.score);
      }
      if (ownRow >= 0) {
        indices.push(ownRow);
        values.push(1);
      }
      starts.push(indices.length);
    }
  }
  const numCols = columns.length;
  const numRows = rowLower.length;
  return {
    columns,
    model: {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(colCost),
      colLower: Float64Array.from(colLower),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      matrix: {
        format: 'csc',
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      ...(whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
    },
  };
}
