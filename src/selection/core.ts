import { atLeastRows, priceOptions } from './bound.ts';
import type { Option, Prepared } from './prepare.ts';

/**
 * What is left to decide once prices have settled the clear cases: an option that would cost the total more than `slack`
 * cannot be part of any list within `slack` of the bound.
 */
export type Core = {
  /** Contenders (by place) whose seat is settled, and the option. */
  settled: readonly (readonly [contender: number, option: Option])[];
  open: readonly OpenContender[];
  /** Per row, what the open contenders may and must use; infinite where free. */
  lower: Float64Array;
  upper: Float64Array;
};

/** @property must no seat at all is out of the question */
export type OpenContender = { contender: number; options: readonly Option[]; must: boolean };

/** A question about whole seats or parts of them: which of the open options, so that their worth is highest. */
export type Task = {
  prepared: Prepared;
  core: Core;
  worth: Worth;
  /** Besides, the open contenders must score at least so much together. */
  scoreAtLeast?: number;
};

/** What a seat adds to what is to be maximised. */
export type Worth = (contender: number, option: Option) => number;

export const byScore =
  ({ contenders }: Prepared): Worth =>
  (contender) =>
    contenders[contender]!.score;

/** Prices come from floating point: nearer than this they count as equal. A whole score unit is 1. */
const NEAR = 0.01;

/** How much each contender's worth falls if it does not get its best option: the smallest of its other options. */
export function nearestLosses(
  { prepared, core: { open }, worth }: Task,
  prices: ArrayLike<number>,
): Float64Array {
  const price = priceOptions(prices, atLeastRows(prepared));
  return Float64Array.from(open, ({ contender, options, must }) => {
    let best = must ? Number.NEGATIVE_INFINITY : 0;
    let second = Number.NEGATIVE_INFINITY;
    for (const option of options) {
      const net = worth(contender, option) - price(option);
      if (net > best) [best, second] = [net, best];
      else if (net > second) second = net;
    }
    return best - second;
  });
}

/** Everything open but for the seats that are settled beforehand. */
export function wholeCore({ contenders, rows }: Prepared): Core {
  const seats = [...contenders.entries()].filter(([, { options }]) => options.length > 0);
  const whole: Core = {
    settled: seats.filter(([, { must }]) => must).map(([at, { options }]) => [at, options[0]!]),
    open: seats
      .filter(([, { must }]) => !must)
      .map(([contender, { options }]) => ({ contender, options, must: false })),
    lower: Float64Array.from(rows, ({ kind, limit }) =>
      kind === 'reserve' ? limit : Number.NEGATIVE_INFINITY,
    ),
    upper: Float64Array.from(rows, ({ kind, limit }) =>
      kind === 'reserve' ? Number.POSITIVE_INFINITY : limit,
    ),
  };
  for (const [, option] of whole.settled) use(whole, option);
  return whole;
}

/**
 * A row that has a price cannot be left far from its limit either, in a list within `slack` of the bound. Quickens a
 * search; for proofs it is left out: with rows limited on both sides the solver (HiGHS 1.15) at times calls a list the best
 * that is not.
 */
export function nearLimits(core: Core, { rows }: Prepared, prices: ArrayLike<number>, slack: number): Core {
  const lower = Float64Array.from(core.lower);
  const upper = Float64Array.from(core.upper);
  for (const [at, { kind }] of rows.entries()) {
    const room = prices[at]! > 0 ? Math.floor((slack + NEAR) / prices[at]!) : Number.POSITIVE_INFINITY;
    if (kind === 'reserve') upper[at] = Math.min(upper[at]!, lower[at]! + room);
    else lower[at] = Math.max(lower[at]!, upper[at]! - room);
  }
  return { ...core, lower, upper };
}

/**
 * The core that prices leave of a task.
 * @param slack units below the bound; infinite: everything stays open
 */
export function narrow({ prepared, core, worth }: Task, prices: ArrayLike<number>, slack: number): Core {
  const price = priceOptions(prices, atLeastRows(prepared));
  const lower = Float64Array.from(core.lower);
  const upper = Float64Array.from(core.upper);
  const narrowed = { settled: [...core.settled], open: [] as OpenContender[], lower, upper };
  for (const one of core.open) {
    const nets = one.options.map((option) => worth(one.contender, option) - price(option));
    const best = one.must ? Math.max(...nets) : Math.max(0, ...nets);
    const near = one.options.filter((_, at) => best - nets[at]! <= slack + NEAR);
    const none = !one.must && best <= slack + NEAR;
    if (near.length === 1 && !none) {
      narrowed.settled.push([one.contender, near[0]!]);
      use(narrowed, near[0]!);
    } else if (near.length > 0) narrowed.open.push({ contender: one.contender, options: near, must: !none });
  }
  return narrowed;
}

function use({ lower, upper }: Core, { rows, amounts }: Option): void {
  for (const [at, row] of rows.entries()) {
    lower[row]! -= amounts[at]!;
    upper[row]! -= amounts[at]!;
  }
}

/** Only these contenders, each with a seat in any of its options: who gets one is settled, where is not. */
export function seatingCore(prepared: Prepared, chosen: Iterable<number>): Core {
  const whole = wholeCore(prepared);
  const among = new Set(chosen);
  return {
    ...whole,
    open: whole.open.filter(({ contender }) => among.has(contender)).map((one) => ({ ...one, must: true })),
  };
}
