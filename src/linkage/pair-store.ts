/** Compared pairs, a stretch at a time: the two records and the number of their pattern. */
export type PairChunk = { one: Int32Array; other: Int32Array; pattern: Int32Array };

/** Where compared pairs wait to be weighed. */
export type PairStore = {
  add(chunk: PairChunk): void;
  readonly count: number;
  chunks(): Iterable<PairChunk>;
  close(): void;
};

/** Keeps all pairs in memory: 12 bytes each. */
export function memoryStore(): PairStore {
  const kept: PairChunk[] = [];
  let count = 0;
  return {
    add(chunk) {
      kept.push(chunk);
      count += chunk.one.length;
    },
    get count() {
      return count;
    },
    chunks: () => kept,
    close() {
      kept.length = 0;
    },
  };
}

/** Fills chunks one pair after the other. */
export class ChunkWriter {
  readonly #size: number;
  readonly #send: (chunk: PairChunk) => void;
  #one: Int32Array;
  #other: Int32Array;
  #pattern: Int32Array;
  #at = 0;

  constructor(size: number, send: (chunk: PairChunk) => void) {
    this.#size = size;
    this.#send = send;
    this.#one = new Int32Array(size);
    this.#other = new Int32Array(size);
    this.#pattern = new Int32Array(size);
  }

  add(one: number, other: number, pattern: number): void {
    this.#one[this.#at] = one;
    this.#other[this.#at] = other;
    this.#pattern[this.#at] = pattern;
    this.#at += 1;
    if (this.#at === this.#size) this.flush();
  }

  flush(): void {
    if (this.#at === 0) return;
    const full = this.#at === this.#size;
    this.#send({
      one: full ? this.#one : this.#one.slice(0, this.#at),
      other: full ? this.#other : this.#other.slice(0, this.#at),
      pattern: full ? this.#pattern : this.#pattern.slice(0, this.#at),
    });
    if (full) {
      this.#one = new Int32Array(this.#size);
      this.#other = new Int32Array(this.#size);
      this.#pattern = new Int32Array(this.#size);
    }
    this.#at = 0;
  }
}
