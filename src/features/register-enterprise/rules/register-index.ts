import { searchKey } from '#kernel/naming/search-key.ts';
import { WordIndex, type WordMatch } from './word-index.ts';

/** What the index holds of one enterprise: words to find it by, and the facets of the chips. */
export type IndexedEnterprise = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  ownerName: string | null;
  products: readonly string[];
  /** Village and district names, as written in the reference table. */
  placeNames: readonly string[];
  facets: EnterpriseFacets;
};

export type EnterpriseFacets = {
  village: string | null;
  sector: string;
  scale: string | null;
  standing: string;
  operation: string;
  sources: readonly string[];
  groups: readonly string[];
};

export const facetNames = [
  'village',
  'sector',
  'scale',
  'standing',
  'operation',
  'sources',
  'groups',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen chips: any of the values of one facet, and all facets together. Villages also by the beginning of their code. */
export type FacetFilter = Partial<Record<FacetName, readonly string[]>>;

export type RegisterQuery = {
  text: string;
  filter: FacetFilter;
  /** Areas (code beginnings) and groups the person may see; null: the whole office. */
  within: { areas: readonly string[]; groups: readonly string[] } | null;
  /** Only these enterprises (found by an identifier); null: all. */
  only: ReadonlySet<string> | null;
  offset: number;
  limit: number;
};

export type RegisterAnswer = {
  enterpriseIds: string[];
  /** Enterprises that match the words as written (or all, without words). */
  enterprises: number;
  /** Distinct owners of those. */
  owners: number;
  /** Further enterprises whose words are only similar; they come after the others. */
  similar: number;
  /** For each facet: value → how many enterprises would remain if only this value were chosen in it. */
  counts: Record<FacetName, Record<string, number>>;
};

/** Where a word stood, and what it is worth there. */
const fields = ['name', 'owner', 'product', 'place'] as const;
const fieldWorth = { name: 1, owner: 1, product: 0.7, place: 0.5 };
const AS_WRITTEN = 0.9;
const MOST_FOLDED = 50_000;

/** Facet values once, by number: enterprises repeat a few of them. */
class Values {
  readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];
  number(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }
}

type Entry = {
  enterpriseId: string;
  owner: number;
  alive: boolean;
  facets: (readonly number[])[];
};

/**
 * The register of one office in memory, for search while typing: words with tolerance for typing errors, facets
 * with counts. It is kept true by its caller, who adds an enterprise again whenever it changed. Holds names and
 * places, no identifiers.
 */
export class RegisterIndex {
  readonly #words = new WordIndex();
  /** Per field: word number → entry numbers. */
  readonly #postings = fields.map(() => [] as number[][]);
  readonly #entries: Entry[] = [];
  readonly #entryOf = new Map<string, number>();
  readonly #owners = new Values();
  readonly #values: Record<FacetName, Values> = {
    village: new Values(),
    sector: new Values(),
    scale: new Values(),
    standing: new Values(),
    operation: new Values(),
    sources: new Values(),
    groups: new Values(),
  };
  readonly #sets = new Map<string, readonly number[]>();
  /** Words of texts folded lately: places, products and common names come again and again. */
  readonly #folded = new Map<string, readonly string[]>();
  #dead = 0;

  get size(): number {
    return this.#entryOf.size;
  }

  /** True when so many entries were replaced that building anew is worth it. */
  get isWorn(): boolean {
    return this.#dead > 10_000 && this.#dead > this.size;
  }

  /** Adds an enterprise, or replaces what was known of it. */
  put(enterprise: IndexedEnterprise): void {
    this.remove(enterprise.enterpriseId);
    const at = this.#entries.length;
    const facets = facetNames.map((facet) => this.#valueNumbers(facet, enterprise.facets[facet]));
    const owner = enterprise.ownerId === null ? -1 : this.#owners.number(enterprise.ownerId);
    this.#entries.push({
      enterpriseId: enterprise.enterpriseId,
      owner,
      alive: true,
      facets,
    });
    this.#entryOf.set(enterprise.enterpriseId, at);
    this.#post(0, [enterprise.name], at);
    this.#post(1, enterprise.ownerName === null ? [] : [enterprise.ownerName], at);
    this.#post(2, enterprise.products, at);
    this.#post(3, enterprise.placeNames, at);
  }

  remove(enterpriseId: string): void {
    const at = this.#entryOf.get(enterpriseId);
    if (at === undefined) return;
    this.#entries[at]!.alive = false;
    this.#entryOf.delete(enterpriseId);
    this.#dead++;
  }

  search(query: RegisterQuery): RegisterAnswer {
    const typed = searchKey(query.text).split(' ').filter(Boolean);
    const stillTyping = !/\s$/.test(query.text);
    const found = typed.length === 0 ? this.#everything() : this.#matching(typed, stillTyping);
    return this.#answer(found, query);
  }

  #valueNumbers(facet: FacetName, value: string | readonly string[] | null): readonly number[] {
    const list = value === null ? [] : typeof value === 'string' ? [value] : value;
    const numbers = list.map((text) => this.#values[facet].number(text));
    const key = `${facet}:${numbers.join()}`;
    const known = this.#sets.get(key);
    if (known) return known;
    this.#sets.set(key, numbers);
    return numbers;
  }

  #post(field: number, texts: readonly string[], at: number): void {
    const postings = this.#postings[field]!;
    for (const text of texts) {
      for (const word of this.#wordsOf(text)) {
        const number = this.#words.add(word);
        const list = postings[number];
        if (!list) postings[number] = [at];
        else if (list.at(-1) !== at) list.push(at);
      }
    }
  }

  #wordsOf(text: string): readonly string[] {
    let words = this.#folded.get(text);
    if (!words) {
      words = searchKey(text).split(' ').filter(Boolean);
      if (this.#folded.size >= MOST_FOLDED) this.#folded.clear();
      this.#folded.set(text, words);
    }
    return words;
  }

  #everything(): Found {
    const entries = [];
    for (let at = this.#entries.length - 1; at >= 0; at--) entries.push(at);
    return { entries, score: null, similar: null };
  }

  /** Entries in which every typed word is found; when there are none, those with most of the words. */
  #matching(typed: readonly string[], stillTyping: boolean): Found {
    const meant = typed.map((word, at) =>
      this.#alternatives(typed, at, stillTyping && at === typed.length - 1),
    );
    const count = new Uint8Array(this.#entries.length);
    const seen = new Uint8Array(this.#entries.length);
    const score = new Float32Array(this.#entries.length);
    const similar = new Uint8Array(this.#entries.length);
    const touched: number[] = [];
    meant.forEach((alternatives, token) => {
      for (const { list, worth, asWritten } of alternatives) {
        for (const at of list) {
          // The best alternative of a token comes first: later ones add nothing.
          if (seen[at] === token + 1) continue;
          if (count[at] === 0) touched.push(at);
          seen[at] = token + 1;
          count[at]!++;
          score[at]! += worth;
          if (!asWritten) similar[at] = 1;
        }
      }
    });
    const best = touched.reduce(
      (most, at) => (this.#entries[at]!.alive && count[at]! > most ? count[at]! : most),
      0,
    );
    const partial = best < typed.length;
    if (partial && best < Math.ceil(typed.length / 2)) return { entries: [], score, similar };
    const entries = touched.filter((at) => count[at] === best);
    if (partial) for (const at of entries) similar[at] = 1;
    return { entries, score, similar };
  }

  /** Posting lists for one typed word, worthiest first: rare words and names weigh more than common ones and places. */
  #alternatives(typed: readonly string[], at: number, stillTyping: boolean): Alternative[] {
    const matches = this.#words.match(typed[at]!, stillTyping);
    for (const joined of this.#joinedOrSplit(typed, at)) matches.push(joined);
    const alternatives: Alternative[] = [];
    for (const { word, quality } of matches) {
      fields.forEach((field, number) => {
        const list = this.#postings[number]![word];
        if (!list) return;
        const rarity = Math.log2(2 + this.#entries.length / list.length);
        alternatives.push({
          list,
          worth: quality * fieldWorth[field] * rarity,
          asWritten: quality >= AS_WRITTEN,
        });
      });
    }
    return alternatives.sort((a, b) => Number(b.asWritten) - Number(a.asWritten) || b.worth - a.worth);
  }

  /** NUR HIDAYAT typed for NURHIDAYAT (either half stands for the whole), and NURHIDAYAT typed for NUR HIDAYAT. */
  *#joinedOrSplit(typed: readonly string[], at: number): Generator<WordMatch> {
    const [before, word, after] = [typed[at - 1], typed[at]!, typed[at + 1]];
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

  #answer({ entries, score, similar }: Found, query: RegisterQuery): RegisterAnswer {
    const allowed = facetNames.map((facet) => this.#allowedValues(facet, query.filter[facet]));
    const inside = this.#insideScope(query.within);
    const tally = facetNames.map((facet) => new Uint32Array(this.#values[facet].texts.length));
    const asWritten: number[] = [];
    const alike: number[] = [];
    for (const at of entries) {
      const entry = this.#entries[at]!;
      if (!entry.alive || !inside(entry)) continue;
      if (query.only && !query.only.has(entry.enterpriseId)) continue;
      let failing = -1;
      let failures = 0;
      for (let facet = 0; facet < allowed.length && failures < 2; facet++) {
        const values = allowed[facet];
        if (values && !entry.facets[facet]!.some((value) => values.has(value))) {
          failing = facet;
          failures++;
        }
      }
      if (failures > 1) continue;
      const isSimilar = similar !== null && similar[at] === 1;
      if (!isSimilar) {
        for (let facet = 0; facet < tally.length; facet++) {
          if (failures === 1 && facet !== failing) continue;
          for (const value of entry.facets[facet]!) tally[facet]![value]!++;
        }
      }
      if (failures === 0) (isSimilar ? alike : asWritten).push(at);
    }
    const owners = new Set<number>();
    for (const at of asWritten) {
      const { owner } = this.#entries[at]!;
      if (owner >= 0) owners.add(owner);
    }
    const page = this.#page(asWritten, alike, score, query);
    return {
      enterpriseIds: page.map((at) => this.#entries[at]!.enterpriseId),
      enterprises: asWritten.length,
      owners: owners.size,
      similar: alike.length,
      counts: this.#readTally(tally),
    };
  }

  #page(
    asWritten: number[],
    alike: number[],
    score: Float32Array | null,
    { offset, limit }: RegisterQuery,
  ): number[] {
    if (score) {
      // Equal ones in the order in which they came.
      const byWorth = (a: number, b: number) => score[b]! - score[a]! || a - b;
      const wanted = offset + limit;
      const first = topOf(asWritten, wanted, score, byWorth);
      const rest = first.length < wanted ? topOf(alike, wanted - first.length, score, byWorth) : [];
      return first.concat(rest).slice(offset, wanted);
    }
    return asWritten.slice(offset, offset + limit);
  }

  #allowedValues(facet: FacetName, chosen: readonly string[] | undefined): ReadonlySet<number> | null {
    if (!chosen || chosen.length === 0) return null;
    const values = this.#values[facet];
    if (facet !== 'village') return new Set(chosen.flatMap((text) => values.numbers.get(text) ?? []));
    const numbers = new Set<number>();
    values.texts.forEach((code, number) => {
      if (chosen.some((area) => code === area || code.startsWith(`${area}.`))) numbers.add(number);
    });
    return numbers;
  }

  #insideScope(within: RegisterQuery['within']): (entry: Entry) => boolean {
    if (!within) return () => true;
    const villages = this.#allowedValues('village', within.areas);
    const groups = this.#allowedValues('groups', within.groups);
    const villageFacet = facetNames.indexOf('village');
    const groupFacet = facetNames.indexOf('groups');
    return (entry) =>
      (villages !== null && entry.facets[villageFacet]!.some((value) => villages.has(value))) ||
      (groups !== null && entry.facets[groupFacet]!.some((value) => groups.has(value)));
  }

  #readTally(tally: Uint32Array[]): RegisterAnswer['counts'] {
    const read = (facet: FacetName, at: number) =>
      Object.fromEntries(
        this.#values[facet].texts.flatMap((text, value) =>
          tally[at]![value]! > 0 ? [[text, tally[at]![value]!]] : [],
        ),
      );
    return Object.fromEntries(
      facetNames.map((facet, at) => [facet, read(facet, at)]),
    ) as RegisterAnswer['counts'];
  }
}

type Found = { entries: number[]; score: Float32Array | null; similar: Uint8Array | null };
type Alternative = { list: readonly number[]; worth: number; asWritten: boolean };

/** The first `wanted` by score, without sorting a long list whole. */
function topOf(
  list: readonly number[],
  wanted: number,
  score: Float32Array,
  compare: (a: number, b: number) => number,
): number[] {
  if (list.length <= wanted) return [...list].sort(compare);
  const scores = Float32Array.from(list, (at) => score[at]!).sort();
  // Whoever scores less than this cannot be among them; equal ones are settled by `compare`.
  const least = scores[scores.length - wanted]!;
  const contenders = list.filter((at) => score[at]! >= least);
  return contenders.sort(compare).slice(0, wanted);
}
