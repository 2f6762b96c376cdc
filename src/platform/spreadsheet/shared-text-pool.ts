import { RefusedFile } from './spreadsheet-refusal.ts';
import type { XmlHandler } from './xml-scanner.ts';

const BLOCK = 1024 * 1024;
/** Texts met first are the ones met most (headings, village names), so they are worth keeping as strings. */
const KEPT = 30_000;

/**
 * The distinct texts of an .xlsx, which its cells name by number. Kept as UTF-8 bytes in blocks, since a million
 * JavaScript strings cut from larger ones would hold several times the memory.
 */
export class SharedTextPool {
  readonly #limit: number;
  readonly #blocks: Buffer[] = [];
  readonly #kept: string[] = [];
  #starts = new Float64Array(4096);
  #used = BLOCK;
  #count = 0;
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.#total += bytes + 16;
    if (this.#total > this.#limit)
      throw new RefusedFile('too-large', { limit: this.#limit, reason: 'shared strings' });
    // A text never straddles blocks; one longer than a block gets a block of its own.
    if (this.#used + bytes > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK, bytes)));
      this.#used = 0;
    }
    this.#blocks.at(-1)?.write(text, this.#used);
    if ((this.#count + 1) * 2 > this.#starts.length) {
      const larger = new Float64Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#count * 2] = (this.#blocks.length - 1) * BLOCK + this.#used;
    this.#starts[this.#count * 2 + 1] = bytes;
    this.#used += bytes;
    if (this.#count < KEPT) this.#kept.push(Buffer.from(text).toString());
    this.#count++;
  }

  /** The text of that number, or undefined where the file names one that it does not have. */
  get(index: number): string | undefined {
    if (index < KEPT) return this.#kept[index];
    if (!(index < this.#count)) return undefined;
    const start = this.#starts[index * 2] as number;
    const block = Math.floor(start / BLOCK);
    const offset = start - block * BLOCK;
    return this.#blocks[block]?.toString('utf8', offset, offset + (this.#starts[index * 2 + 1] as number));
  }
}

/** Fills a pool from `sharedStrings.xml`; reading aids (phonetic runs) are left out. */
export function sharedTextHandler(pool: SharedTextPool): XmlHandler {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') pool.add(unescapeWorkbookText(text));
    },
  };
}

/** Workbooks write characters that XML forbids as `_x000D_`. */
export function unescapeWorkbookText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
