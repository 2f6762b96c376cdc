import { cleanText, wordsOf } from '#kernel/naming/clean-text.ts';
import { searchKey } from '#kernel/naming/search-key.ts';
import { BEGINNING, WordIndex, type WordMatch } from './word-index.ts';

/** As `BEGINNING`, of a word as it is spelled: RAH means RAHMAWATI before RASTURI, whose folded forms both begin with RA. */
const SPELLED_BEGINNING = 0.95;
const MOST_TEXTS = 50_000;

/** One typed word: folded, and as it was typed where that is known. */
export type TypedWord = { folded: string; spelled: string | undefined };

/**
 * The words of the register by their folded form, and how each is spelled. A typing error counts as one error as
 * people see it: NUGROO is one letter from NUGROHO, but folding takes them further apart.
 */
export class SpelledWords {
  readonly #folded = new WordIndex();
  readonly #spelled = new WordIndex();
  /** Number of a spelling → numbers of its folded words. */
  readonly #foldedOf: (readonly number[])[] = [];
  /** Texts met lately: places, products and common names come again and again. */
  readonly #texts = new Map<string, readonly number[]>();

  /** The numbers of a text's folded words; new ones get the next numbers. */
  add(text: string): readonly number[] {
    const known = this.#texts.get(text);
    if (known) return known;
    const numbers = this.#fold(text);
    for (const word of wordsOf(cleanText(text))) {
      if (this.#spelled.find(word) === undefined) this.#foldedOf[this.#spelled.add(word)] = this.#fold(word);
    }
    if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
    this.#texts.set(text, numbers);
    return numbers;
  }

  #fold(text: string): readonly number[] {
    return wordsOf(searchKey(text)).map((word) => this.#folded.add(word));
  }

  /** The number of a folded word. */
  find(folded: string): number | undefined {
    return this.#folded.find(folded);
  }

  /** The folded words that may be meant, best first, each once. */
  match({ folded, spelled }: TypedWord, stillTyping: boolean): WordMatch[] {
    const best = new Map<number, number>();
    const raise = (word: number, quality: number) => {
      if (quality > (best.get(word) ?? 0)) best.set(word, quality);
    };
    for (const { word, quality } of this.#folded.match(folded, stillTyping)) raise(word, quality);
    for (const { word, quality } of spelled ? this.#spelled.match(spelled, stillTyping) : []) {
      const worth = quality === BEGINNING ? SPELLED_BEGINNING : quality;
      for (const meant of this.#foldedOf[word] ?? []) raise(meant, worth);
    }
    return [...best].map(([word, quality]) => ({ word, quality })).sort((a, b) => b.quality - a.quality);
  }
}

/** What was typed, word by word; spellings only where folding has kept the words apart as they were. */
export function typedWords(text: string): TypedWord[] {
  const folded = wordsOf(searchKey(text));
  const spelled = wordsOf(cleanText(text));
  return folded.map((word, at) => ({
    folded: word,
    spelled: spelled.length === folded.length ? spelled[at] : undefined,
  }));
}
