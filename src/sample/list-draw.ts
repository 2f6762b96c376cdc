import { BLOCK_SIZE, planBlock } from '#sample/enterprise-plan.ts';
import { villageOf } from '#sample/household.ts';
import { permute } from '#sample/permutation.ts';
import type { Population } from '#sample/population.ts';

/** Remembered for repeats within a list; a repeat further back than this does not happen. */
const REMEMBERED = 4096;

/** A source of enterprise numbers in shuffled order, each once. */
export type Draw = () => number | null;

/**
 * Draws from the enterprises `first` … `first + count − 1`, without repeating and without a list in memory.
 * @param villageCode only enterprises of this village. Null is drawn when no more are left.
 */
export const drawEnterprises = (
  population: Population,
  { first, count, seed, villageCode }: { first: number; count: number; seed: number; villageCode?: string },
): Draw => {
  let drawn = 0;
  return () => {
    while (drawn < count) {
      const index = first + permute(drawn++, count, seed);
      if (villageCode === undefined) return index;
      const slot = planBlock(population, Math.floor(index / BLOCK_SIZE))[index % BLOCK_SIZE];
      if (slot && villageOf(population, slot.household).code === villageCode) return index;
    }
    return null;
  };
};

/** The last few thousand enterprises of a list, to repeat one of them. */
export class RecentEnterprises {
  readonly #indexes = new Int32Array(REMEMBERED);
  #count = 0;

  add(index: number): void {
    this.#indexes[this.#count++ % REMEMBERED] = index;
  }

  /** @param unit from 0 to 1; null while fewer than twenty are known. */
  at(unit: number): number | null {
    if (this.#count < 20) return null;
    return this.#indexes[Math.floor(unit * Math.min(this.#count, REMEMBERED))] ?? null;
  }
}
