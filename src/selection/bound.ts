import { type CertificatePart, MULTIPLIER_SCALE } from './certificate.ts';
import { partOf } from './part-of.ts';
import type { Option, Prepared } from './prepare.ts';

/** What one seat of each option costs at these prices; options are shared, so each is priced once. */
export function priceOptions(
  prices: ArrayLike<number>,
  kinds: readonly boolean[],
): (option: Option) => number {
  const known = new Map<Option, number>();
  return (option) => {
    let price = known.get(option);
    if (price === undefined) {
      price = 0;
      for (const [at, row] of option.rows.entries())
        price += (kinds[row] ? -1 : 1) * prices[row]! * option.amounts[at]!;
      known.set(option, price);
    }
    return price;
  };
}

export const atLeastRows = ({ rows }: Prepared): boolean[] => rows.map(({ kind }) => kind === 'reserve');

/** Prices from a solver as a certificate states them: whole millionths, none below zero. */
export function asMultipliers({ rows }: Prepared, prices: ArrayLike<number>): CertificatePart['multipliers'] {
  const most = Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    rows
      .map(({ name }, at) => [name, Math.min(most, Math.round(prices[at]! * MULTIPLIER_SCALE))] as const)
      .filter(([, multiplier]) => multiplier > 0),
  );
}

/** The highest score that a list can have under what a part fixes, in millionths (see `Certificate`); exact. */
export function boundOf(prepared: Prepared, { splits, multipliers }: CertificatePart): bigint {
  const { rows, contenders } = partOf(prepared, splits);
  const prices = rows.map(({ name }) => BigInt(multipliers[name] ?? 0));
  const priceOf = new Map<Option, bigint>();
  const price = (option: Option) => {
    let sum = priceOf.get(option);
    if (sum === undefined) {
      sum = 0n;
      for (const [at, row] of option.rows.entries()) {
        const part = prices[row]! * BigInt(option.amounts[at]!);
        sum += rows[row]!.kind === 'reserve' ? -part : part;
      }
      priceOf.set(option, sum);
    }
    return sum;
  };
  let bound = rows.reduce(
    (sum, { kind, limit }, at) => sum + (kind === 'reserve' ? -1n : 1n) * prices[at]! * BigInt(limit),
    0n,
  );
  const scale = BigInt(MULTIPLIER_SCALE);
  for (const { id, score, options, must } of contenders) {
    if (must && options.length === 0) throw new Error(`${id} must take a seat that is not open to them`);
    const worth = BigInt(score) * scale;
    let best: bigint | null = must ? null : 0n;
    for (const option of options) {
      const value = worth - price(option);
      if (best === null || value > best) best = value;
    }
    bound += best ?? 0n;
  }
  return bound;
}
