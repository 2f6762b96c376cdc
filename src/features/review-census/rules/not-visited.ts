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
  /** Null: fewer than five people with a disability, and not said. */
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
  villages: { value: string; label: string; count: number }[];
  sectors: { value: string; count: number }[];
  sexes: { value: string; count: number }[];
};

/** Counts of people with a disability below this are not said: they would point at persons (UU 27/2022 art. 4). */
export const fewestSaid = 5;

/** The day before which the last visit lies; null: there was none. */
export function visitedBefore(span: Span, today: PlainDate): PlainDate | null {
  return span === 'never' ? null : addMonths(today, -Number(span));
}

/** A count that may be said. */
export function saidCount(count: number, disability: string): number | null {
  return disability !== '' && count < fewestSaid ? null : count;
}
