import type { PlainDate } from '#kernel/calendar.ts';
import type { Numbers } from './round-numbers.ts';

/** The way of a round. Rows can be added while it runs; what is closed stays to be read. */
export const roundStatuses = ['planned', 'preparing', 'running', 'closed'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** Long work under way, for a bar. */
export type RoundTask = { done: number; total: number | null; running: boolean; failed: boolean };

export type RoundLine = {
  roundId: string;
  name: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  status: RoundStatus;
  target: number | null;
  listed: number;
  visited: number;
};

export type VillageLine = Numbers & {
  /** Null: names of no known village. */
  villageCode: string | null;
  village: string | null;
  district: string | null;
  target: number | null;
};

export type RoundView = Omit<RoundLine, 'listed' | 'visited'> & {
  purpose: string;
  legalBasis: string | null;
  bpsNumber: string | null;
  questionnaire: string;
  formId: string;
  formVersion: number;
  sampleSize: number;
  revision: number;
  sourceListId: string | null;
  sources: { sourceListId: string; name: string }[];
  villages: VillageLine[];
  numbers: Numbers;
  people: { enumerators: number; supervisors: number; withoutSupervisor: number; idle: number };
  letters: number;
  task: RoundTask | null;
};

/** A way to a page that belongs to no single round, with how much waits there. */
export type PlaceLink = { path: string; label: { id: string; en: string }; waiting: number };

/** What a round waits for, in the order of the work. */
export type NextStep =
  | 'start'
  | 'wait'
  | 'no_rows'
  | 'people'
  | 'assign'
  | 'letters'
  | 'sheets'
  | 'follow'
  | 'closed';

export function nextStep(round: Pick<RoundView, 'status' | 'numbers' | 'people' | 'letters'>): NextStep {
  if (round.status === 'planned') return 'start';
  if (round.status === 'preparing') return 'wait';
  if (round.status === 'closed') return 'closed';
  if (round.numbers.listed === 0) return 'no_rows';
  if (round.people.enumerators === 0) return 'people';
  const handed = round.numbers.listed - round.numbers.open;
  if (handed === 0 && round.numbers.rtInformed === 0) return 'sheets';
  if (handed === 0) return 'assign';
  return round.letters === 0 ? 'letters' : 'follow';
}
