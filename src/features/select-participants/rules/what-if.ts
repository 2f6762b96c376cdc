import type { SelectionProblem } from '#selection/problem.ts';
import type { Difference } from '#selection/what-if.ts';

/**
 * A change to try out, which changes nothing.
 * @property moreSeats percent @property moreMoney percent
 * @property without code of a reserve or quota to leave away
 * @property weights by criterion, in the place of those planned
 */
export type Change = {
  moreSeats?: number | undefined;
  moreMoney?: number | undefined;
  without?: string | undefined;
  weights?: Readonly<Record<string, number>> | undefined;
};

/** What a trial with a change led to, beside the same trial without it. */
export type WhatIf = Difference & { change: Change; before: { total: number; seats: number } };

const more = (amount: number, percent: number): number => Math.floor((amount * (100 + percent)) / 100);

/** The problem under the change. Seats and money are rounded down. */
export function changedProblem(problem: SelectionProblem, change: Change): SelectionProblem {
  const { moreSeats = 0, moreMoney = 0, without, weights = {} } = change;
  return {
    ...problem,
    criteria: problem.criteria.map(({ code, weight }) => ({ code, weight: weights[code] ?? weight })),
    intakes: problem.intakes.map((intake) => ({ ...intake, seats: more(intake.seats, moreSeats) })),
    budgets: problem.budgets.map(({ code, ceiling }) => ({ code, ceiling: more(ceiling, moreMoney) })),
    reserves: problem.reserves.filter(({ code }) => code !== without),
    quotas: problem.quotas.filter(({ code }) => code !== without),
  };
}
