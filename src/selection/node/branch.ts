import type { Highs } from 'highs';
import { asMultipliers, boundOf } from '../bound.ts';
import { type CertificatePart, MULTIPLIER_SCALE, type Split } from '../certificate.ts';
import { byScore, type Task, wholeCore } from '../core.ts';
import { partOf } from '../part-of.ts';
import type { Prepared } from '../prepare.ts';
import type { Method } from '../selection.ts';
import { nearestToHalf, splitOfCount } from './fractional-count.ts';
import { pricesOfNothing, relax, type Solved } from './solve-model.ts';

type Part = CertificatePart & { bound: bigint; next: [Split, Split] | null };

export type BranchOptions = {
  /** In millionths of a score unit: a part whose bound is no higher is proven. */
  target: bigint;
  /** Parts at most; beyond, the certificate states the wider gap. */
  most: number;
  method: Method;
  /** Places of the contenders that can matter; bounds count everybody. */
  seen: readonly number[];
};

/**
 * Proves more about a list whose relaxation is too far off: splits all lists by how many seats of a cost an intake gives, or by
 * whether a candidate takes a seat; the part with the highest bound first, until every part is proven to hold nothing better than the target.
 */
export function branch(
  highs: Highs,
  prepared: Prepared,
  root: CertificatePart['multipliers'],
  options: BranchOptions,
): CertificatePart[] {
  const among = new Set(options.seen);
  const part = (splits: Split[], multipliers: CertificatePart['multipliers']) =>
    boundPart(highs, prepared, splits, multipliers, among, options);
  const parts: Part[] = [part([], root)];
  for (;;) {
    const worst = parts.reduce((most, one) => (one.bound > most.bound ? one : most));
    const { next, splits, multipliers } = worst;
    if (worst.bound <= options.target || !next || parts.length >= options.most)
      return parts.map((one) => ({ splits: one.splits, multipliers: one.multipliers }));
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
  { method, target }: BranchOptions,
): Part {
  const part = partOf(prepared, splits);
  const whole = wholeCore(part);
  const task: Task = {
    prepared: part,
    core: { ...whole, open: whole.open.filter(({ contender }) => among.has(contender)) },
    worth: byScore(prepared),
  };
  const solved = relax(highs, task, method);
  const inherited: Part = {
    splits,
    multipliers: ofParent,
    bound: boundOf(prepared, { splits, multipliers: ofParent }),
    next: solved && nextSplit(prepared, solved),
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
