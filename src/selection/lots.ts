import { sha256 } from './sha-256.ts';

/** Lots are whole numbers below this. */
export const LOT_SPAN = 2 ** 48;

/**
 * The lot of a candidate: the first 48 bits of SHA-256 of `seed:id`, the smaller the earlier. Any tool that knows SHA-256
 * finds the same, and nobody can choose a seed for a friend who has not seen the list before publishing it.
 */
export function lotOf(seed: string, id: string): number {
  const [first, second] = sha256(`${seed}:${id}`);
  return first! * 2 ** 16 + (second! >>> 16);
}
