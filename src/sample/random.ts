/**
 * Seeded pseudo-random numbers: xoshiro128** started from a hash of the seed's parts.
 *
 * Every person, household and business gets a generator of its own, seeded by (population, kind, number), so any
 * one of them can be made again without making those before it. Not for secrets.
 */

const rotateLeft = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** Finaliser of MurmurHash3: spreads the bits of a 32-bit number. */
export const mixBits = (value: number): number => {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A 32-bit hash of a text, the same on every machine. */
export const hashText = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixBits(h);
};

export type SeedPart = string | number;

const numberOf = (part: SeedPart): number => (typeof part === 'string' ? hashText(part) : part);

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param parts texts or whole numbers below 2^53; their order matters. */
  constructor(...parts: readonly SeedPart[]) {
    let low = 0x9e3779b9;
    let high = 0x243f6a88;
    for (const part of parts) {
      const value = numberOf(part);
      low = mixBits(low ^ value) + 0x9e3779b9;
      high = mixBits(high + Math.imul(value, 0xc2b2ae3d) + Math.trunc(value / 0x100000000)) ^ low;
    }
    this.#a = mixBits(low);
    this.#b = mixBits(high);
    this.#c = mixBits(low ^ 0x7f4a7c15);
    this.#d = mixBits(high ^ 0x6a09e667) | 1;
  }

  /** A whole number from 0 to 2^32 − 1. */
  bits(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9);
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = rotateLeft(this.#d, 11);
    return result >>> 0;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  unit(): number {
    return this.bits() / 0x100000000;
  }

  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.unit() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list that must not be empty. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('Random.pick needs at least one item');
    return items[Math.floor(this.unit() * items.length)] as T;
  }

  /** `count` digits as text, leading zeros kept. */
  digits(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += Math.floor(this.unit() * 10);
    return text;
  }

  /** Normal distribution, mean 0 and deviation 1 (Box–Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return radius * Math.cos(2 * Math.PI * this.unit());
  }

  /** Log-normal: half of the values lie below `median`; `spread` is the deviation of the logarithm. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** A shuffled copy (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }
}
