import { searchKey } from '#kernel/naming/search-key.ts';
import { WordIndex } from './word-index.ts';

export type KbliEntry = { kbliCode: string; title: string; synonyms: readonly string[] };

/** An everyday word says more than a word of the official title. */
const TITLE_WORTH = 0.6;
const AS_WRITTEN = 0.9;

/** Finds KBLI codes by the words people use for their work: "njahit", "warung kopi", "batik tulis". Forgives typing errors. */
export class KbliFinder {
  readonly #entries: readonly KbliEntry[];
  readonly #words = new WordIndex();
  /** Word number → entry number → how much the word says about it. */
  readonly #postings: Map<number, number>[] = [];

  constructor(entries: readonly KbliEntry[]) {
    this.#entries = entries;
    entries.forEach(({ title, synonyms }, at) => {
      for (const synonym of synonyms) this.#post(synonym, at, 1);
      this.#post(title, at, TITLE_WORTH);
    });
  }

  /** The best matches; digits are taken as the beginning of a code. */
  find(text: string, limit: number): KbliEntry[] {
    const digits = text.trim();
    if (/^\d{1,5}$/.test(digits))
      return this.#entries.filter((entry) => entry.kbliCode.startsWith(digits)).slice(0, limit);
    const typed = searchKey(text).split(' ').filter(Boolean);
    const score = new Map<number, number>();
    typed.forEach((word, position) => {
      const best = new Map<number, number>();
      const matches = this.#words.match(word, position === typed.length - 1);
      const asWritten = matches.filter(({ quality }) => quality >= AS_WRITTEN);
      // A typing error is only thought of when nothing is written so: "baju" is not "batu".
      for (const { word: number, quality } of asWritten.length > 0 ? asWritten : matches) {
        for (const [entry, worth] of this.#postings[number] ?? []) {
          // Words that name few codes tell more: "batik" rather than "industri".
          const rarity = 1 / Math.sqrt(this.#postings[number]!.size);
          best.set(entry, Math.max(best.get(entry) ?? 0, quality * worth * rarity));
        }
      }
      // One more word found weighs more than any rarity.
      for (const [entry, worth] of best) score.set(entry, (score.get(entry) ?? 0) + 1 + worth);
    });
    return [...score]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, limit)
      .map(([entry]) => this.#entries[entry]!);
  }

  #post(text: string, entry: number, worth: number): void {
    for (const word of searchKey(text).split(' ')) {
      if (word === '') continue;
      const number = this.#words.add(word);
      this.#postings[number] ??= new Map();
      const known = this.#postings[number]!.get(entry) ?? 0;
      this.#postings[number]!.set(entry, Math.max(known, worth));
    }
  }
}
