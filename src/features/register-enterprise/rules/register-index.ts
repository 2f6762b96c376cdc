import { cleanText } from '#kernel/naming/clean-text.ts';
import { bestFirst, nearness } from './best-first.ts';
import { type EnterpriseFacets, FacetColumns, type FacetName, facetNames } from './facet-columns.ts';
import { typedWords } from './spelled-words.ts';
import { type Found, WordFinder } from './word-finder.ts';

/** What the index holds of one enterprise: words to find it by, and the facets of the chips. */
export type IndexedEnterprise = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  brand?: string | null;
  ownerName: string | null;
  /** Of records that are led to this one: found by them too. */
  otherNames?: readonly string[];
  otherOwnerNames?: readonly string[];
  products: readonly string[];
  /** Village and district names, as written in the reference table. */
  placeNames: readonly string[];
  facets: EnterpriseFacets;
};

export { type EnterpriseFacets, type FacetName, facetNames };

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

/**
 * The register of one office in memory, for search while typing: words with tolerance for typing errors, facets
 * with counts. It is kept true by its caller, who adds an enterprise again whenever it changed. Holds names and
 * places, no identifiers.
 */
export class RegisterIndex {
  // One column each, by the number of an entry: a search reads one thing of very many entries.
  readonly #enterpriseIds: string[] = [];
  /** Cleaned, for the order of equal hits. */
  readonly #names: string[] = [];
  /** Number of the owner, −1 for none. */
  readonly #ownerOf: number[] = [];
  readonly #alive: boolean[] = [];
  readonly #facets = new FacetColumns();
  readonly #words = new WordFinder((at) => this.#alive[at]!);
  readonly #entryOf = new Map<string, number>();
  readonly #ownerNumbers = new Map<string, number>();
  /** Cleaned names by the numbers of owners. */
  readonly #ownerNames: string[] = [];
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
    const {
      enterpriseId,
      ownerId,
      name,
      brand,
      ownerName,
      otherNames = [],
      otherOwnerNames = [],
    } = enterprise;
    this.remove(enterpriseId);
    const at = this.#enterpriseIds.push(enterpriseId) - 1;
    this.#entryOf.set(enterpriseId, at);
    this.#names.push(cleanText(name));
    this.#ownerOf.push(ownerId === null ? -1 : this.#ownerNumber(ownerId, ownerName));
    this.#alive.push(true);
    this.#facets.put(at, enterprise.facets);
    this.#words.put(at, {
      name: [...(brand && brand !== name ? [name, brand] : [name]), ...otherNames],
      owner: [...(ownerName === null ? [] : [ownerName]), ...otherOwnerNames],
      product: enterprise.products,
      place: enterprise.placeNames,
    });
  }

  remove(enterpriseId: string): void {
    const at = this.#entryOf.get(enterpriseId);
    if (at === undefined) return;
    this.#alive[at] = false;
    this.#entryOf.delete(enterpriseId);
    this.#dead++;
  }

  search(query: RegisterQuery): RegisterAnswer {
    const typed = typedWords(query.text);
    const stillTyping = !/\s$/.test(query.text);
    const found = typed.length === 0 ? this.#everything() : this.#words.find(typed, stillTyping);
    return this.#answer(found, query);
  }

  #ownerNumber(ownerId: string, ownerName: string | null): number {
    let number = this.#ownerNumbers.get(ownerId);
    if (number === undefined) {
      number = this.#ownerNumbers.size;
      this.#ownerNumbers.set(ownerId, number);
    }
    this.#ownerNames[number] = cleanText(ownerName ?? '');
    return number;
  }

  #everything(): Found {
    const entries = [];
    for (let at = this.#enterpriseIds.length - 1; at >= 0; at--) if (this.#alive[at]) entries.push(at);
    return { entries, score: null, similar: null };
  }

  #answer({ entries, score, similar }: Found, query: RegisterQuery): RegisterAnswer {
    const columns = facetNames.map((_, facet) => this.#facets.column(facet));
    const chosen = facetNames.flatMap((name, facet) => {
      const values = query.filter[name];
      return values && values.length > 0 ? [{ facet, allowed: this.#facets.allowed(name, values) }] : [];
    });
    const inside = this.#insideScope(query.within);
    const tally = this.#facets.newTally();
    const asWritten: number[] = [];
    const alike: number[] = [];
    for (const at of entries) {
      if (!this.#alive[at] || !inside(at)) continue;
      if (query.only && !query.only.has(this.#enterpriseIds[at]!)) continue;
      let failing = -1;
      let failures = 0;
      for (const { facet, allowed } of chosen) {
        if (allowed[columns[facet]![at]!] === 1) continue;
        failing = facet;
        failures++;
      }
      if (failures > 1) continue;
      const isSimilar = similar !== null && similar[at] === 1;
      if (failures === 0) (isSimilar ? alike : asWritten).push(at);
      if (isSimilar) continue;
      if (failures === 1) tally[failing]![columns[failing]![at]!]!++;
      else for (let facet = 0; facet < tally.length; facet++) tally[facet]![columns[facet]![at]!]!++;
    }
    const page = this.#page(asWritten, alike, score, query);
    return {
      enterpriseIds: page.map((at) => this.#enterpriseIds[at]!),
      enterprises: asWritten.length,
      owners: this.#countOwners(asWritten),
      similar: alike.length,
      counts: this.#facets.countsOf(tally),
    };
  }

  #countOwners(entries: readonly number[]): number {
    const seen = new Uint8Array(this.#ownerNames.length);
    let owners = 0;
    for (const at of entries) {
      const owner = this.#ownerOf[at]!;
      if (owner < 0 || seen[owner] === 1) continue;
      seen[owner] = 1;
      owners++;
    }
    return owners;
  }

  #page(
    asWritten: number[],
    alike: number[],
    score: Float32Array | null,
    { text, offset, limit }: RegisterQuery,
  ): number[] {
    const wanted = offset + limit;
    if (!score) return asWritten.slice(offset, wanted);
    const typed = cleanText(text);
    const scoreOf = (at: number) => score[at]!;
    const rankOf = (at: number) => nearness(typed, this.#names[at]!, this.#ownerNames[this.#ownerOf[at]!]);
    const first = bestFirst(asWritten, wanted, scoreOf, rankOf);
    return first.concat(bestFirst(alike, wanted - first.length, scoreOf, rankOf)).slice(offset);
  }

  #insideScope(within: RegisterQuery['within']): (at: number) => boolean {
    if (!within) return () => true;
    const village = this.#facets.column(facetNames.indexOf('village'));
    const group = this.#facets.column(facetNames.indexOf('groups'));
    const villages = this.#facets.allowed('village', within.areas);
    const groups = this.#facets.allowed('groups', within.groups);
    return (at) => villages[village[at]!] === 1 || groups[group[at]!] === 1;
  }
}
