import type { CountSplit } from '../certificate.ts';
import type { Solved } from './solve-model.ts';

/** Seats given per intake and cost: whole numbers of these settle the money. */
export function countsOf({ columns, taken }: Solved): { intake: string; cost: number; seats: number }[] {
  const counts = new Map<string, { intake: string; cost: number; seats: number }>();
  for (const [at, { option }] of columns.entries()) {
    const key = `${option.intake}:${option.cost}`;
    const count = counts.get(key) ?? { intake: option.intake, cost: option.cost, seats: 0 };
    count.seats += taken[at]!;
    counts.set(key, count);
  }
  return [...counts.values()];
}

/** Both sides of the count that is least whole, the nearer side first; null where all are whole. */
export function splitOfCount(solved: Solved): [CountSplit, CountSplit] | null {
  const count = nearestToHalf(countsOf(solved), ({ seats }) => seats);
  if (!count) return null;
  const { intake, cost, seats } = count;
  const floor = Math.floor(seats);
  const fewer = { intake, cost, atMost: floor };
  const more = { intake, cost, atLeast: floor + 1 };
  return seats - floor < 0.5 ? [fewer, more] : [more, fewer];
}

/** Of these amounts the one that is least whole; null where all are whole. */
export function nearestToHalf<T>(list: readonly T[], amountOf: (one: T) => number): T | null {
  let nearest: T | null = null;
  let least = 0.5 - 1e-6;
  for (const one of list) {
    const amount = amountOf(one);
    const distance = Math.abs(amount - Math.floor(amount) - 0.5);
    if (distance < least) [nearest, least] = [one, distance];
  }
  return nearest;
}
