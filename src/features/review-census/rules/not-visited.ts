import { addMonths, type PlainDate } from '#kernel/calendar.ts';

/** `never`: not once; else the months since the last visit. */
export const spans = ['never', '6', '12', '24'] as const;
export type Span = (typeof spans)[number];

export type NotVisitedAsked = {
  span: Span;
  villageCode: string;
  sector: string;
  sex: string;
  disability: string;
  after: string | null;
};

export type NotVisitedView = {
  asked: NotVisitedAsked;
  asOf: number;
  /** Null: fewer than five people with a disability, and not said; more of them: rounded down to fives. */
  count: number | null;
  lines: {
    enterpriseId: string;
    name: string;
    ownerName: string | null;
    sector: string;
    place: string;
    phoneHint: string | null;
    verifiedOn: PlainDate | null;
  }[];
  next: string | null;
  /** `label` null: of no known kelurahan. */
  villages: { value: string; label: string | null; count: number }[];
  sectors: { value: string; count: number }[];
  sexes: { value: string; count: number }[];
};

/**
 * People with a disability are counted in fives, and below that not at all: an exact count, or the difference of two,
 * would point at persons (UU 27/2022 art. 4).
 */
export const countedIn = 5;

/** The day before which the last visit lies; null: there was none. */
export function visitedBefore(span: Span, today: PlainDate): PlainDate | null {
  return span === 'never' ? null : addMonths(today, -Number(span));
}

/** A count that may be said; null: none may. */
export function saidCount(count: number, disability: string): number | null {
  if (disability === '') return count;
  return count < countedIn ? null : Math.floor(count / countedIn) * countedIn;
}

export const facets = ['villageCode', 'sector', 'sex', 'disability'] as const;
export type Facet = (typeof facets)[number];
export type Group = Record<Facet, string> & { count: number };

/** How many pass the filter, and how many there are by each value of a facet where only the others narrow. */
export function countGroups(
  groups: readonly Group[],
  filter: Record<Facet, string>,
): { count: number; by: (facet: Facet) => { value: string; count: number }[] } {
  const passing = (except: Facet | null) =>
    groups.filter((group) =>
      facets.every((facet) => facet === except || filter[facet] === '' || filter[facet] === group[facet]),
    );
  const sum = (some: readonly Group[]) => some.reduce((all, { count }) => all + count, 0);
  return {
    count: sum(passing(null)),
    by: (facet) =>
      [...Map.groupBy(passing(facet), (group) => group[facet])]
        .map(([value, own]) => ({ value, count: sum(own) }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
  };
}
