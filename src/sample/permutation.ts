import { mixBits } from '#sample/random.ts';

/**
 * Where number `index` of 0 … size − 1 stands in a shuffle of all of them, without holding the shuffle in memory:
 * a four-round Feistel network over the next even power of two, walked until it lands inside.
 *
 * @param size at most 2^30.
 * @throws RangeError when `index` is not within the size.
 */
export const permute = (index: number, size: number, seed: number): number => {
  if (!(Number.isInteger(index) && index >= 0 && index < size && size <= 2 ** 30)) {
    throw new RangeError(`permute: ${index} is not within 0 … ${size - 1}`);
  }
  let halfBits = 1;
  while (2 ** (2 * halfBits) < size) halfBits++;
  const mask = 2 ** halfBits - 1;
  let value = index;
  do {
    let left = value >>> halfBits;
    let right = value & mask;
    for (let round = 0; round < 4; round++) {
      const next = left ^ (mixBits(right ^ mixBits(seed + round)) & mask);
      left = right;
      right = next;
    }
    value = ((left << halfBits) | right) >>> 0;
  } while (value >= size);
  return value;
};
