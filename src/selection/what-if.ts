import { compareText } from './prepare.ts';
import type { Amount, Seat, SelectionProblem } from './problem.ts';

/** Other seats, ceilings or shares by code; what is not named stays. */
export type Change = {
  seats?: Readonly<Record<string, number>>;
  ceilings?: Readonly<Record<string, number>>;
  reserves?: Readonly<Record<string, Amount>>;
  quotas?: Readonly<Record<string, Amount>>;
};

/** The same problem under other circumstances: what would happen with one fifth more money. */
export function changed(problem: SelectionProblem, change: Change): SelectionProblem {
  const { seats = {}, ceilings = {}, reserves = {}, quotas = {} } = change;
  return {
    ...problem,
    intakes: problem.intakes.map((one) => ({ ...one, seats: seats[one.code] ?? one.seats })),
    budgets: problem.budgets.map((one) => ({ ...one, ceiling: ceilings[one.code] ?? one.ceiling })),
    reserves: problem.reserves.map((one) => ({ ...one, atLeast: reserves[one.code] ?? one.atLeast })),
    quotas: problem.quotas.map((one) => ({ ...one, atMost: quotas[one.code] ?? one.atMost })),
  };
}

/** Who gains a seat, who loses it, who sits elsewhere; each by candidate id. */
export type Difference = {
  gain: Seat[];
  lose: Seat[];
  move: { candidate: string; from: string; to: string }[];
};

export function differenceOf(before: readonly Seat[], after: readonly Seat[]): Difference {
  const was = new Map(before.map(({ candidate, intake }) => [candidate, intake]));
  const is = new Map(after.map(({ candidate, intake }) => [candidate, intake]));
  const sorted = (seats: readonly Seat[]) => seats.toSorted((a, b) => compareText(a.candidate, b.candidate));
  return {
    gain: sorted(after.filter(({ candidate }) => !was.has(candidate))),
    lose: sorted(before.filter(({ candidate }) => !is.has(candidate))),
    move: sorted(after).flatMap(({ candidate, intake }) => {
      const from = was.get(candidate);
      return from !== undefined && from !== intake ? [{ candidate, from, to: intake }] : [];
    }),
  };
}
