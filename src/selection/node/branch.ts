import type { Highs } from 'highs';
import { asMultipliers, boundOf } from '../bound.ts';
import { type CertificatePart, MULTIPLIER_SCALE, type Split } from '../certificate.ts';
import { byScore, type Task, wholeCore } from '../core.ts';
import { partOf } from '../part-of.ts';
import { type Prepared, totalOf } from '../prepare.ts';
import type { Seat } from '../problem.ts';
import type { Method } from '../selection.ts';
import { seatsGiven } from './dive.ts';
import { nearestToHalf, splitOfCount } from './fractional-count.ts';
import { pricesOfNothing, relax, type Solved } from './solve-model.ts';

/** @property list where the relaxation gives whole seats: the best list of the part */
type Part = CertificatePart & { bound: bigint; next: [Split, Split] | null; list: Seat[] | null };

/** @property list of those met on the way the best one that scores higher than the list given; null where none does */
export type Branched = { parts: CertificatePart[]; list: Seat[] | null };

export type BranchOptions = {
  /** Score of the list given. */
  total: number;
  /** For a list of this total, in millionths of a score unit: a part whose bound is no higher is proven. */
  targetOf: (total: number) => bigint;
  /** Parts at most; beyond, the certificate states the wider gap. */
  most: number;
  method: Method;
  /** Places of the contenders that can matter; bounds count everybody. */
  seen: readonly number[];
};

/**
 * Proves more about a list whose relaxation is too far off: splits all lists by how many seats of a cost an intake gives, or by
 * whether a candidate takes a seat; the part with the highest bound first, until every part is proven to hold nothing much better.
 * Where a part holds a better list after all (a solver of whole seats can err), that list takes the place of the one given.
 */
export function branch(
  highs: Highs,
  prepared: Prepared,
  root: CertificatePart['multipliers'],
  options: BranchOptions,
): Branched {
  const among = new Set(options.seen);
  let { total } = options;
  let list: Seat[] | null = null;
  const part = (splits: Split[], multipliers: CertificatePart['multipliers']) => {
    const made = boundPart(highs, prepared, splits, multipliers, among, options, options.targetOf(total));
    const scored = made.list ? totalOf(prepared, made.list) : 0;
    if (scored > total) [total, list] = [scored, made.list];
    return made;
  };
  const parts: Part[] = [part([], root)];
  for (;;) {
    const worst = parts.reduce((most, one) => (one.bound > most.bound ? one : most));
    const { next, splits, multipliers } = worst;
    if (worst.bound <= options.targetOf(total) || !next || parts.length >= options.most)
      return { parts: parts.map((one) => ({ splits: one.splits, multipliers: one.multipliers })), list };
    const halves = next.map((side) => part([...splits, side], multipliers));
    parts.splice(parts.indexOf(worst), 1, ...halves);
  }
}

function boundPart(
  highs: Highs,
  prepared: Prepared,
  splits: Split[],
  ofParent: CertificatePart['multipliers'],
  among: ReadonlySet<number>,
  { method }: BranchOptions,
  target: bigint,
): Part {
  const part = partOf(prepared, splits);
  const whole = wholeCore(part);
  const task: Task = {
    prepared: part,
    core: { ...whole, open: whole.open.filter(({ contender }) => among.has(contender)) },
    worth: byScore(prepared),
  };
  const solved = relax(highs, task, method);
  const next = solved && nextSplit(prepared, solved);
  const inherited: Part = {
    splits,
    multipliers: ofParent,
    bound: boundOf(prepared, { splits, multipliers: ofParent }),
    next,
    list: solved && !next ? seatsGiven(prepared, task.core, solved) : null,
  };
  const multipliers = solved
    ? asMultipliers(part, solved.prices)
    : multipliersOfNothing(highs, task, inherited, target);
  const bound = boundOf(prepared, { splits, multipliers });
  return bound < inherited.bound ? { ...inherited, multipliers, bound } : inherited;
}

/** Nothing fits: the prices that show it are raised until the bound falls below the target. */
function multipliersOfNothing(
  highs: Highs,
  task: Task,
  { multipliers, bound }: Part,
  target: bigint,
): CertificatePart['multipliers'] {
  const nothing = pricesOfNothing(highs, task);
  if (!nothing) return multipliers;
  const excess = Number(bound - target) / MULTIPLIER_SCALE;
  const times = Math.max(1, (2 * excess) / nothing.missing);
  return asMultipliers(
    task.prepared,
    task.prepared.rows.map(
      ({ name }, at) => (multipliers[name] ?? 0) / MULTIPLIER_SCALE + times * nothing.prices[at]!,
    ),
  );
}

/** A count that is not whole, which settles money and seats for many at once; else the seat nearest to half given. */
function nextSplit({ contenders }: Prepared, solved: Solved): [Split, Split] | null {
  const counts = splitOfCount(solved);
  if (counts) return counts;
  const { columns, taken } = solved;
  const seat = nearestToHalf([...columns.keys()], (at) => taken[at]!);
  if (seat === null) return null;
  const { contender, option } = columns[seat]!;
  const of = { candidate: contenders[contender]!.id, intake: option.intake };
  return [
    { ...of, take: true },
    { ...of, take: false },
  ];
}
