import type { Highs } from 'highs';
import { GAP_GOAL } from '../certificate.ts';
import {
  byScore,
  type Core,
  narrow,
  nearestLosses,
  nearLimits,
  seatingCore,
  type Task,
  wholeCore,
} from '../core.ts';
import { improve } from '../improve.ts';
import { LOT_SPAN } from '../lots.ts';
import type { Prepared } from '../prepare.ts';
import { choiceFrom } from '../reasons.ts';
import type { Method } from '../selection.ts';
import { type Choice, swapWhilePossible } from '../swap.ts';
import { dive } from './dive.ts';
import type { Relaxed } from './relaxation.ts';
import { type Limits, relax, type Solved, solveWhole } from './solve-model.ts';

export type Optimised = {
  choice: Choice;
  /** No allowed list scores higher, and among those that score as high none has earlier lots. */
  proven: boolean;
};

type Effort = { nodes: number; method: Method };

/** Contenders who are looked at first, besides some for each row. */
const NEAREST = 60;
const PER_ROW = 8;
/** With more open contenders than these, the last hundredths of a percent are not worth the wait. */
const MOST_OPEN = 200;
/** At first a list may score lower by this share than the best of those looked at. */
const ROUGHLY = 1e-5;
/** Contenders who may come in by single moves. */
const IMPROVING = 600;
/** Where counts can be made whole instead, the first search may look at so many nodes. */
const FEW_NODES = 100;
const EVERY_NODE = 2 ** 31 - 1;

/** Earlier lots are worth more; between 0 and 1,024, so that a solver can tell them apart. */
const lotWorth = (lot: number) => 1024 * (1 - lot / LOT_SPAN);

/**
 * Whole seats from the relaxation. Its prices settle nearly everybody; the few at the edge are decided exactly, first by
 * score, then by lot, then by wish. Where even those few are too many to be sure, seats change hands one by one instead.
 * @returns null where seats cannot be given whole although parts could
 */
export function optimise(
  highs: Highs,
  prepared: Prepared,
  relaxed: Relaxed,
  effort: Effort,
): Optimised | null {
  const best = bestByScore(highs, prepared, relaxed, effort);
  if (!best) return null;
  const byLot = best.proven ? bestByLot(highs, prepared, relaxed, best.total, effort.nodes) : null;
  if (byLot) return { choice: bestByWish(highs, prepared, byLot, effort.nodes), proven: true };
  return { choice: inFairOrder(highs, prepared, best.choice, effort.nodes), proven: false };
}

/** A list nobody can say of that it is the best: whoever precedes gets the seat where that is possible, then the wishes. */
export const inFairOrder = (highs: Highs, prepared: Prepared, choice: Choice, nodes: number): Choice =>
  bestByWish(highs, prepared, swapWhilePossible(prepared, choice), nodes);

function bestByScore(
  highs: Highs,
  prepared: Prepared,
  { prices, value, seen }: Relaxed,
  { nodes, method }: Effort,
): { choice: Choice; total: number; proven: boolean } | null {
  const task: Task = { prepared, core: wholeCore(prepared), worth: byScore(prepared) };
  const losses = nearestLosses(task, prices).sort();
  const attempt = (core: Core, limits: Limits) => {
    const { solved, proven } = solveWhole(highs, { ...task, core }, limits);
    if (!solved) return { proven, found: null };
    const choice = choiceOf(core, solved);
    return { proven, found: { choice, total: totalOf(prepared, choice) } };
  };
  // First those whom the prices cannot tell apart at all: mostly that is enough. Then the nearest, to the hundredth of a
  // thousandth; then by making counts whole; and at last everybody, however long it takes.
  const near = NEAREST + PER_ROW * prepared.rows.length;
  const limits = { nodes, absoluteGap: Math.max(0.5, ROUGHLY * value) };
  const nearest = (slack: number) => nearLimits(narrow(task, prices, slack), prepared, prices, slack);
  let { found } = attempt(nearest(0), limits);
  if (!found) {
    const few = { ...limits, nodes: Math.min(nodes, FEW_NODES) };
    found = attempt(nearest(losses[near] ?? Number.POSITIVE_INFINITY), few).found;
  }
  if (!found || value - found.total > (GAP_GOAL / 2) * value) {
    const seats = dive(highs, prepared, { seen, near, limits, method });
    const edge = narrow(task, prices, losses[IMPROVING] ?? Number.POSITIVE_INFINITY);
    const coming = edge.open.map(({ contender }) => contender);
    for (const start of [found?.choice, seats && choiceFrom(prepared, seats)]) {
      if (!start) continue;
      const choice = improve(prepared, start, coming);
      const total = totalOf(prepared, choice);
      if (!found || total > found.total) found = { choice, total };
    }
  }
  found ??= attempt(task.core, { nodes: EVERY_NODE, absoluteGap: limits.absoluteGap }).found;
  if (!found) return null;
  const missing = value - found.total;
  if (missing < 1 - 1e-3) return { ...found, proven: true };
  // Whoever would lose more than what lies between list and bound is in no better list: those left are decided exactly.
  const core = narrow(task, prices, missing);
  if (core.open.length > MOST_OPEN) return { ...found, proven: false };
  const exact = attempt(core, { nodes, absoluteGap: 0.5 });
  const best = exact.found && exact.found.total >= found.total ? exact.found : found;
  return { ...best, proven: exact.proven };
}

/** Of all lists with this total, the one whose lots are earliest together; null where that is not certain. */
function bestByLot(
  highs: Highs,
  prepared: Prepared,
  { prices, value }: Relaxed,
  total: number,
  nodes: number,
): Choice | null {
  const missing = Math.max(0, value - total);
  const core = narrow({ prepared, core: wholeCore(prepared), worth: byScore(prepared) }, prices, missing);
  if (core.open.length > MOST_OPEN && missing >= 1) return null;
  const settled = core.settled.reduce((sum, [contender]) => sum + prepared.contenders[contender]!.score, 0);
  const { solved, proven } = solveWhole(
    highs,
    {
      prepared,
      core,
      worth: (contender) => lotWorth(prepared.contenders[contender]!.lot),
      // Half a unit of play: scores are whole, and a solver's sums are not quite.
      scoreAtLeast: total - settled - 0.5,
    },
    { nodes, absoluteGap: 1e-7 },
  );
  return solved && proven ? choiceOf(core, solved) : null;
}

/** The same people, as many as possible at their first wish; where wishes collide, earlier lots weigh up to twice. */
function bestByWish(highs: Highs, prepared: Prepared, choice: Choice, nodes: number): Choice {
  const task: Task = {
    prepared,
    core: seatingCore(prepared, choice.keys()),
    worth: (contender, { wish }) => -1024 * wish * (1024 + lotWorth(prepared.contenders[contender]!.lot)),
  };
  const relaxed = task.core.open.length > 0 ? relax(highs, task, 'simplex') : null;
  if (!relaxed) return choice;
  const losses = nearestLosses(task, relaxed.prices).sort();
  const near = losses[NEAREST + PER_ROW * prepared.rows.length] ?? Number.POSITIVE_INFINITY;
  const core = nearLimits(narrow(task, relaxed.prices, near), prepared, relaxed.prices, near);
  const { solved } = solveWhole(highs, { ...task, core }, { nodes: Math.min(nodes, 100), absoluteGap: 1 });
  return solved ? choiceOf(core, solved) : choice;
}

function choiceOf({ settled }: Core, { columns, taken }: Solved): Choice {
  const open = columns
    .filter((_, at) => taken[at]! > 0.5)
    .map(({ contender, option }) => [contender, option] as const);
  return new Map([...settled, ...open].sort(([a], [b]) => a - b));
}

const totalOf = (prepared: Prepared, choice: Choice) =>
  [...choice.keys()].reduce((sum, contender) => sum + prepared.contenders[contender]!.score, 0);
