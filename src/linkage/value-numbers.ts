/** Numbers distinct values as they come, and keeps their letters one after the other: lighter and faster than a Map. */
export class ValueNumbers {
  #slots = new Int32Array(1 << 10).fill(-1);
  #hashes = new Int32Array(1 << 9);
  #starts = new Int32Array((1 << 9) + 1);
  #letters = new Uint16Array(1 << 12);
  size = 0;

  numberOf(value: string): number {
    const length = value.length;
    const from = this.#starts[this.size]!;
    if (from + length > this.#letters.length)
      this.#letters = wider(this.#letters, new Uint16Array(2 * (from + length)));
    // The value is laid down where it will stay if it is new, so that comparing needs no string.
    const letters = this.#letters;
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at += 1) {
      const letter = value.charCodeAt(at);
      letters[from + at] = letter;
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number < 0) break;
      if (this.#hashes[number] === hash && this.#isAt(number, from, length)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.size;
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    this.size += 1;
    this.#starts[this.size] = from + length;
    if (this.size === this.#hashes.length) this.#widen();
    return number;
  }

  /** Letters of all values, and where each begins. */
  pool(): { letters: Uint16Array; starts: Int32Array } {
    return {
      letters: this.#letters.subarray(0, this.#starts[this.size]),
      starts: this.#starts.subarray(0, this.size + 1),
    };
  }

  #isAt(number: number, from: number, length: number): boolean {
    const letters = this.#letters;
    const start = this.#starts[number]!;
    if (this.#starts[number + 1]! - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (letters[start + at] !== letters[from + at]) return false;
    return true;
  }

  #widen(): void {
    this.#hashes = wider(this.#hashes, new Int32Array(this.#hashes.length * 2));
    this.#starts = wider(this.#starts, new Int32Array(this.#hashes.length + 1));
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = this.#hashes[number]! & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

function wider<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
