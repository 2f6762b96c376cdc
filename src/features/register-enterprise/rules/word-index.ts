import { editDistance } from '#kernel/naming/edit-distance.ts';
import { orderedTrigrams } from '#kernel/naming/trigrams.ts';

export type WordMatch = { word: number; quality: number };

/** How many edits a word of this length may be away and still be meant. */
const allowedEdits = (length: number) => (length <= 2 ? 0 : length <= 7 ? 1 : 2);
const MAX_PREFIXED = 300;
/** Quality of a word that begins with what was typed so far. */
export const BEGINNING = 0.9;

/**
 * Every distinct word of the register once, found again exactly, by its beginning, or within a typing error or
 * two. Words are folded keys (kernel/naming/search-key).
 */
export class WordIndex {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #byTrigram: number[][] = [];
  #sorted: Uint32Array | null = null;
  #shared = new Uint8Array(1024);

  get size(): number {
    return this.#words.length;
  }

  wordAt(number: number): string {
    return this.#words[number] ?? '';
  }

  find(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** The word's number; new words get the next one. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#sorted = null;
    for (const trigram of new Set(orderedTrigrams(word))) {
      const list = this.#byTrigram[trigram];
      if (list) list.push(number);
      else this.#byTrigram[trigram] = [number];
    }
    return number;
  }

  /**
   * Words that may be meant by `typed`, best first: exact 1, beginning 0.9 (only while `stillTyping`), one edit
   * 0.7, two edits 0.45.
   */
  match(typed: string, stillTyping: boolean): WordMatch[] {
    const found = new Map<number, number>();
    const exact = this.#numbers.get(typed);
    if (exact !== undefined) found.set(exact, 1);
    if (stillTyping && typed.length >= 2) {
      for (const word of this.#beginningWith(typed)) if (!found.has(word)) found.set(word, BEGINNING);
    }
    const edits = allowedEdits(typed.length);
    if (edits > 0) {
      for (const word of this.#similarTo(typed, edits)) {
        if (found.has(word)) continue;
        const distance = editDistance(typed, this.wordAt(word), edits);
        if (distance <= edits) found.set(word, distance <= 1 ? 0.7 : 0.45);
      }
    }
    return [...found].map(([word, quality]) => ({ word, quality })).sort((a, b) => b.quality - a.quality);
  }

  #beginningWith(prefix: string): number[] {
    this.#sorted ??= Uint32Array.from(this.#words.keys()).sort((a, b) =>
      this.wordAt(a) < this.wordAt(b) ? -1 : 1,
    );
    const sorted = this.#sorted;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wordAt(sorted[middle]!) < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < sorted.length && found.length < MAX_PREFIXED; at++) {
      const word = sorted[at]!;
      if (!this.wordAt(word).startsWith(prefix)) break;
      found.push(word);
    }
    return found;
  }

  /** Words that share enough trigrams to be within `edits`: one edit touches at most four trigrams. */
  #similarTo(typed: string, edits: number): number[] {
    if (this.#shared.length < this.#words.length) this.#shared = new Uint8Array(this.#words.length * 2);
    const shared = this.#shared;
    const trigrams = new Set(orderedTrigrams(typed));
    const needed = Math.max(1, trigrams.size - 4 * edits);
    const touched: number[] = [];
    for (const trigram of trigrams) {
      for (const word of this.#byTrigram[trigram] ?? []) {
        if (shared[word] === 0) touched.push(word);
        shared[word]!++;
      }
    }
    const found: number[] = [];
    for (const word of touched) {
      if (shared[word]! >= needed && Math.abs(this.wordAt(word).length - typed.length) <= edits)
        found.push(word);
      shared[word] = 0;
    }
    return found;
  }
}
