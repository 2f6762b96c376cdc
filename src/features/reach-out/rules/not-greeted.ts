/** `never`: not once; `all`: whoever; else the months since the last time. */
export const spans = ['never', '6', '12', '24', 'all'] as const;
export type Span = (typeof spans)[number];

export type NotGreetedAsked = {
  span: Span;
  villageCode: string;
  sector: string;
  sex: string;
  disability: string;
};

export type NotGreetedView = {
  asked: NotGreetedAsked;
  asOf: number;
  /** Null: fewer than five people with a disability, and not said. */
  count: number | null;
  /** `label` null: of no known kelurahan. */
  villages: { value: string; label: string | null; count: number }[];
  sectors: { value: string; count: number }[];
  sexes: { value: string; count: number }[];
};

/** What an address asks for; nonsense asks for nothing. */
export function notGreetedAsked(search: URLSearchParams): NotGreetedAsked {
  const one = (name: string) => (search.get(name) ?? '').slice(0, 60);
  const span = one('sejak');
  return {
    span: spans.includes(span as Span) ? (span as Span) : 'never',
    villageCode: one('kelurahan'),
    sector: one('sektor'),
    sex: one('jk'),
    disability: one('disabilitas') === '' ? '' : 'yes',
  };
}
