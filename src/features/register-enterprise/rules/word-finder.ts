import { SpelledWords, type TypedWord } from './spelled-words.ts';
import type { WordMatch } from './word-index.ts';

/** Where a word stood, and what it is worth there. */
const fields = ['name', 'owner', 'product', 'place'] as const;
const fieldWorth = { name: 1, owner: 1, product: 0.7, place: 0.5 };
const AS_WRITTEN = 0.9;

type Alternative = { list: readonly number[]; worth: number; asWritten: boolean };

/** Entries that were found. `score` and `similar` are by entry, and hold only until the next search. */
export type Found = { entries: number[]; score: Float32Array | null; similar: Uint8Array | null };

/** Which entries (by number) hold which words, and in which of their fields. */
export class WordFinder {
  readonly #words = new SpelledWords();
  /** Per field: word number → entry numbers. */
  readonly #postings = fields.map(() => [] as number[][]);
  readonly #isAlive: (at: number) => boolean;
  #size = 0;
  /** Scratch of one search by entry, cleared by the next: making it anew costs more than most searches. */
  #scratch = {
    count: new Uint8Array(0),
    seen: new Uint8Array(0),
    score: new Float32Array(0),
    similar: new Uint8Array(0),
  };
  #touched: number[] = [];

  /** @param isAlive whether an entry still counts: replaced ones keep their place in the lists */
  constructor(isAlive: (at: number) => boolean) {
    this.#isAlive = isAlive;
  }

  /** Adds the words of the next entry. */
  put(at: number, texts: Record<(typeof fields)[number], readonly string[]>): void {
    this.#size = at + 1;
    fields.forEach((field, number) => {
      const postings = this.#postings[number]!;
      for (const text of texts[field]) {
        for (const word of this.#words.add(text)) {
          const list = postings[word];
          if (!list) postings[word] = [at];
          else if (list.at(-1) !== at) list.push(at);
        }
      }
    });
  }

  /** Entries in which every typed word is found; when there are none, those with most of the words. */
  find(typed: readonly TypedWord[], stillTyping: boolean): Found {
    const meant = typed.map((_, at) => this.#alternatives(typed, at, stillTyping && at === typed.length - 1));
    const entries = this.#withAllWords(meant);
    return entries.length > 0 ? { entries, ...this.#scratch } : this.#withMostWords(meant);
  }

  /** The rarest word first: the others are looked up among its entries only. */
  #withAllWords(meant: readonly Alternative[][]): number[] {
    const { count, score, similar } = this.#clearedScratch();
    const touched = this.#touched;
    const entriesOf = (alternatives: Alternative[]) =>
      alternatives.reduce((sum, { list }) => sum + list.length, 0);
    const rarestFirst = meant.toSorted((a, b) => entriesOf(a) - entriesOf(b));
    for (let token = 0; token < rarestFirst.length; token++) {
      // The best alternative of a word comes first: an entry counted for it is no longer at `token`.
      for (const { list, worth, asWritten } of rarestFirst[token]!) {
        for (let i = 0; i < list.length; i++) {
          const at = list[i]!;
          if (count[at] !== token) continue;
          if (token === 0) touched.push(at);
          count[at] = token + 1;
          score[at]! += worth;
          if (!asWritten) similar[at] = 1;
        }
      }
    }
    return touched.filter((at) => count[at] === meant.length && this.#isAlive(at));
  }

  #withMostWords(meant: readonly Alternative[][]): Found {
    const { count, seen, score, similar } = this.#clearedScratch();
    const touched = this.#touched;
    meant.forEach((alternatives, token) => {
      for (const { list, worth } of alternatives) {
        for (const at of list) {
          if (seen[at] === token + 1) continue;
          if (count[at] === 0) touched.push(at);
          seen[at] = token + 1;
          count[at]!++;
          score[at]! += worth;
        }
      }
    });
    const best = touched.reduce(
      (most, at) => (this.#isAlive(at) && count[at]! > most ? count[at]! : most),
      0,
    );
    if (best < Math.ceil(meant.length / 2)) return { entries: [], score, similar };
    const entries = touched.filter((at) => count[at] === best);
    for (const at of entries) similar[at] = 1;
    return { entries, score, similar };
  }

  #clearedScratch() {
    const size = this.#size;
    if (this.#scratch.count.length < size) {
      const room = Math.ceil(size * 1.2);
      this.#scratch = {
        count: new Uint8Array(room),
        seen: new Uint8Array(room),
        score: new Float32Array(room),
        similar: new Uint8Array(room),
      };
    } else {
      const { count, seen, score, similar } = this.#scratch;
      for (const at of this.#touched) count[at] = seen[at] = score[at] = similar[at] = 0;
    }
    this.#touched = [];
    return this.#scratch;
  }

  /**
   * Posting lists for one typed word, worthiest first: a rare word weighs more than a common one, names more than
   * places. How rare is asked of what was most likely meant, so that a rarer word that is less alike gains nothing.
   */
  #alternatives(typed: readonly TypedWord[], at: number, stillTyping: boolean): Alternative[] {
    const matches = [...this.#words.match(typed[at]!, stillTyping), ...this.#joinedOrSplit(typed, at)];
    const likeliest = Math.max(...matches.map(({ quality }) => quality));
    const entries = matches
      .filter(({ quality }) => quality === likeliest)
      .reduce((sum, { word }) => sum + this.#entriesWith(word), 0);
    const rarity = Math.log2(2 + this.#size / Math.max(1, entries));
    const alternatives: Alternative[] = [];
    for (const { word, quality } of matches) {
      fields.forEach((field, number) => {
        const list = this.#postings[number]![word];
        if (!list) return;
        const worth = quality * fieldWorth[field] * rarity;
        alternatives.push({ list, worth, asWritten: quality >= AS_WRITTEN });
      });
    }
    return alternatives.sort((a, b) => Number(b.asWritten) - Number(a.asWritten) || b.worth - a.worth);
  }

  #entriesWith(word: number): number {
    return this.#postings.reduce((sum, postings) => sum + (postings[word]?.length ?? 0), 0);
  }

  /** NUR HIDAYAT typed for NURHIDAYAT (either half stands for the whole), and NURHIDAYAT typed for NUR HIDAYAT. */
  *#joinedOrSplit(typed: readonly TypedWord[], at: number): Generator<WordMatch> {
    const [before, word, after] = [typed[at - 1]?.folded, typed[at]!.folded, typed[at + 1]?.folded];
    for (const joined of [before && before + word, after && word + after]) {
      const number = joined ? this.#words.find(joined) : undefined;
      if (number !== undefined) yield { word: number, quality: AS_WRITTEN };
    }
    if (word.length < 6 || this.#words.find(word) !== undefined) return;
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const first = this.#words.find(word.slice(0, cut));
      const second = this.#words.find(word.slice(cut));
      if (first !== undefined && second !== undefined) {
        yield { word: first, quality: 0.6 };
        yield { word: second, quality: 0.6 };
      }
    }
  }
}
