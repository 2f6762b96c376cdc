import type { Highs } from 'highs';
import type { CountSplit } from '../certificate.ts';
import { byScore, type Core, narrow, nearestLosses, nearLimits, type Task, wholeCore } from '../core.ts';
import { partOf } from '../part-of.ts';
import type { Prepared } from '../prepare.ts';
import type { Seat } from '../problem.ts';
import type { Method } from '../selection.ts';
import { countsOf, splitOfCount } from './fractional-count.ts';
import { type Limits, relax, type Solved, solveWhole } from './solve-model.ts';

/** Counts that are made whole at most. */
const DEEPEST = 100;

/**
 * An allowed list where money makes whole seats hard to find: one count of seats per intake and cost after the other is
 * made whole in the relaxation; with all counts settled, money is no question any more.
 * @param near contenders at the edge who are decided in whole seats
 */
export function dive(
  highs: Highs,
  prepared: Prepared,
  { seen, near, limits, method }: { seen: readonly number[]; near: number; limits: Limits; method: Method },
): Seat[] | null {
  const among = new Set(seen);
  const taskOf = (splits: readonly CountSplit[]): Task => {
    const part = partOf(prepared, splits);
    const whole = wholeCore(part);
    const open = whole.open.filter(({ contender }) => among.has(contender));
    return { prepared: part, core: { ...whole, open }, worth: byScore(part) };
  };
  const splits: CountSplit[] = [];
  let solved = relax(highs, taskOf(splits), method);
  for (let depth = 0; solved && depth < DEEPEST; depth += 1) {
    const sides = splitOfCount(solved);
    if (!sides) return inWholeSeats(highs, taskOf(settled(solved, splits)), near, limits, method);
    const [nearer, other] = sides;
    solved = relax(highs, taskOf([...splits, nearer]), method);
    splits.push(solved ? nearer : other);
    solved ??= relax(highs, taskOf(splits), method);
  }
  return null;
}

function settled(solved: Solved, splits: readonly CountSplit[]): CountSplit[] {
  const exact = countsOf(solved).flatMap(({ intake, cost, seats }): CountSplit[] => [
    { intake, cost, atMost: Math.round(seats) },
    { intake, cost, atLeast: Math.round(seats) },
  ]);
  return [...splits, ...exact];
}

function inWholeSeats(highs: Highs, task: Task, near: number, limits: Limits, method: Method): Seat[] | null {
  const relaxed = relax(highs, task, method);
  if (!relaxed) return null;
  const losses = nearestLosses(task, relaxed.prices).sort();
  const tied = losses.filter((loss) => loss < 1).length;
  for (const slack of [0, losses[tied + near] ?? Number.POSITIVE_INFINITY]) {
    const core = nearLimits(narrow(task, relaxed.prices, slack), task.prepared, relaxed.prices, slack);
    const { solved } = solveWhole(highs, { ...task, core }, limits);
    if (solved) return seatsGiven(task.prepared, core, solved);
  }
  return null;
}

/** Who sits where in an answer of whole seats. */
export function seatsGiven({ contenders }: Prepared, { settled }: Core, { columns, taken }: Solved): Seat[] {
  const open = columns.filter((_, at) => taken[at]! > 0.5);
  return [...settled, ...open.map(({ contender, option }) => [contender, option] as const)].map(
    ([contender, { intake }]) => ({ candidate: contenders[contender]!.id, intake }),
  );
}
