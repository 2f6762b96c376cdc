import { type FacetFilter, type FacetName, facetNames } from './register-index.ts';

/** Query parameter of each chip in the address of the list, its print view and its downloads. */
export const facetParams: Record<FacetName, string> = {
  village: 'wilayah',
  sector: 'sektor',
  scale: 'skala',
  standing: 'status',
  operation: 'hasil',
  sources: 'sumber',
  groups: 'kelompok',
};

/** Rows on one page of the list. */
export const PAGE_ROWS = 50;
const MAX_TEXT = 200;
const MAX_VALUES = 100;

export type RegisterAddress = { text: string; filter: FacetFilter; offset: number };

/**
 * What an address asks for: `?q=batik&wilayah=33.75.03.1008&sektor=batik&setelah=50`. A parameter given several
 * times means any of its values; `setelah` and `sebelum` both say how many rows come before the page.
 */
export function readRegisterAddress(params: URLSearchParams): RegisterAddress {
  const filter: FacetFilter = {};
  for (const facet of facetNames) {
    const values = params.getAll(facetParams[facet]).filter(Boolean).slice(0, MAX_VALUES);
    if (values.length > 0) filter[facet] = values;
  }
  const offset = Number(params.get('setelah') ?? params.get('sebelum') ?? 0);
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    filter,
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
  };
}

/** The same words and chips as a query string, without the page: for downloads, print, and links. */
export function registerQuery(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  const text = params.get('q')?.trim();
  if (text) kept.set('q', text);
  for (const facet of facetNames) {
    for (const value of params.getAll(facetParams[facet])) if (value) kept.append(facetParams[facet], value);
  }
  const query = kept.toString();
  return query === '' ? '' : `?${query}`;
}
