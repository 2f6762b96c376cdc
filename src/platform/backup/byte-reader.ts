/** Reads a stream of buffers by number of bytes. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #waiting: Buffer[] = [];
  #size = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, or null when the stream ends before. */
  async exactly(length: number): Promise<Buffer | null> {
    while (this.#size < length) {
      const { value, done } = await this.#source.next();
      if (done) return null;
      this.#waiting.push(value);
      this.#size += value.length;
    }
    const whole = this.#waiting.length === 1 ? (this.#waiting[0] as Buffer) : Buffer.concat(this.#waiting);
    this.#waiting = whole.length > length ? [whole.subarray(length)] : [];
    this.#size = whole.length - length;
    return whole.subarray(0, length);
  }
}
