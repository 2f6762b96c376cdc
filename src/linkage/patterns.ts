import { levelCount, type PlannedComparison } from './plan.ts';

export type PatternData = { keys: number[]; counts: number[] };

/**
 * The distinct patterns of agreement: which level each comparison reached. Thousands of pairs share one, so learning
 * and weighing go over patterns, not pairs.
 */
export class PatternTable {
  readonly #radixes: readonly number[];
  #slots = new Int32Array(1 << 12).fill(-1);
  #keys = new Float64Array(1 << 11);
  #counts = new Float64Array(1 << 11);
  size = 0;

  /** @param radixes levels of each comparison, at most 2^53 combinations */
  constructor(radixes: readonly number[]) {
    this.#radixes = radixes;
    const combinations = radixes.reduce((product, radix) => product * radix, 1);
    if (combinations > Number.MAX_SAFE_INTEGER)
      throw new Error(`Too many comparisons: ${combinations} patterns of agreement are possible.`);
  }

  static for(comparisons: readonly PlannedComparison[]): PatternTable {
    return new PatternTable(comparisons.map(levelCount));
  }

  /** The number of the pattern with this key (levels in mixed radix, the first one lowest), counted `times`. */
  add(key: number, times = 1): number {
    let slot = this.#slotOf(key);
    for (;;) {
      const pattern = this.#slots[slot]!;
      if (pattern === -1) break;
      if (this.#keys[pattern] === key) {
        this.#counts[pattern]! += times;
        return pattern;
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    if (this.size === this.#keys.length) {
      this.#widen();
      return this.add(key, times);
    }
    const pattern = this.size;
    this.#slots[slot] = pattern;
    this.#keys[pattern] = key;
    this.#counts[pattern] = times;
    this.size += 1;
    return pattern;
  }

  keyOf(pattern: number): number {
    return this.#keys[pattern]!;
  }

  countOf(pattern: number): number {
    return this.#counts[pattern]!;
  }

  /** As plain data, to be kept and used again. */
  toData(): PatternData {
    return { keys: [...this.#keys.subarray(0, this.size)], counts: [...this.counts()] };
  }

  static fromData(comparisons: readonly PlannedComparison[], { keys, counts }: PatternData): PatternTable {
    const table = PatternTable.for(comparisons);
    for (const [at, key] of keys.entries()) table.add(key, counts[at]);
    return table;
  }

  counts(): Float64Array {
    return this.#counts.slice(0, this.size);
  }

  /** Levels by pattern, one row of bytes each. */
  levels(): Uint8Array {
    const width = this.#radixes.length;
    const levels = new Uint8Array(this.size * width);
    for (let pattern = 0; pattern < this.size; pattern += 1) {
      let rest = this.#keys[pattern]!;
      for (let at = 0; at < width; at += 1) {
        const radix = this.#radixes[at]!;
        levels[pattern * width + at] = rest % radix;
        rest = Math.floor(rest / radix);
      }
    }
    return levels;
  }

  #slotOf(key: number): number {
    const high = Math.floor(key / 4_294_967_296);
    return (Math.imul(Math.imul(key >>> 0, 0x9e3779b1) ^ high, 0x85ebca6b) >>> 9) & (this.#slots.length - 1);
  }

  #widen(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#keys.set(keys);
    this.#counts = new Float64Array(counts.length * 2);
    this.#counts.set(counts);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let pattern = 0; pattern < this.size; pattern += 1) {
      let slot = this.#slotOf(this.#keys[pattern]!);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = pattern;
    }
  }
}

/** What each level adds to the key of a pattern. */
export function keySteps(radixes: readonly number[]): number[] {
  let step = 1;
  return radixes.map((radix) => {
    const own = step;
    step *= radix;
    return own;
  });
}
