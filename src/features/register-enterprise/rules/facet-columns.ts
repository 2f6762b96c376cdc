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

/** What of a facet is allowed, by the number of the set of values an entry has. */
export type AllowedSets = Uint8Array;

/**
 * The facets of every entry (by number), a column a facet. Entries repeat few combinations of values, so a column
 * holds the number of a set, and counting a set counts its values.
 */
export class FacetColumns {
  readonly #columns = facetNames.map(() => [] as number[]);
  /** Per facet: set number → its values, and the way back. */
  readonly #sets = facetNames.map(() => [] as (readonly string[])[]);
  readonly #numbers = facetNames.map(() => new Map<string, number>());

  put(at: number, facets: EnterpriseFacets): void {
    facetNames.forEach((name, facet) => {
      const given = facets[name];
      const values = given === null ? [] : typeof given === 'string' ? [given] : given;
      this.#columns[facet]![at] = this.#setNumber(facet, values);
    });
  }

  #setNumber(facet: number, values: readonly string[]): number {
    const key = values.join('\n');
    const known = this.#numbers[facet]!.get(key);
    if (known !== undefined) return known;
    const number = this.#sets[facet]!.push(values) - 1;
    this.#numbers[facet]!.set(key, number);
    return number;
  }

  column(facet: number): readonly number[] {
    return this.#columns[facet]!;
  }

  /** Which sets hold any of the chosen values; a village also by the beginning of its code. */
  allowed(name: FacetName, chosen: readonly string[]): AllowedSets {
    const wanted = new Set(chosen);
    const isChosen = (value: string) =>
      wanted.has(value) || (name === 'village' && chosen.some((area) => value.startsWith(`${area}.`)));
    return Uint8Array.from(this.#sets[facetNames.indexOf(name)]!, (values) =>
      values.some(isChosen) ? 1 : 0,
    );
  }

  /** One counter a set, all zero. */
  newTally(): Uint32Array[] {
    return this.#sets.map((sets) => new Uint32Array(sets.length));
  }

  /** The counts of sets as counts of values; values that were not met are left out. */
  countsOf(tally: readonly Uint32Array[]): Record<FacetName, Record<string, number>> {
    const counts = facetNames.map((name, facet) => {
      const ofFacet: Record<string, number> = {};
      tally[facet]!.forEach((count, set) => {
        if (count === 0) return;
        for (const value of this.#sets[facet]![set]!) ofFacet[value] = (ofFacet[value] ?? 0) + count;
      });
      return [name, ofFacet];
    });
    return Object.fromEntries(counts);
  }
}
