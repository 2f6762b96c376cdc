import type { ResultReason } from './result-reason.ts';
import type { SelectionPlan } from './selection-plan.ts';

export const resultFilters = ['all', 'seated', 'waiting', 'out'] as const;
export type ResultFilter = (typeof resultFilters)[number];

/**
 * @property exposure what it received since the plan's year, in words
 * @property absences earlier intakes it was registered for and did not come to; shown, never counted
 */
export type ResultLine = {
  enterpriseId: string;
  applicationId: string;
  name: string;
  village: string | null;
  exposure: string;
  absences: readonly { title: string; on: string }[];
  reason: ResultReason;
};

export type ResultsView = {
  selectionId: string;
  name: string;
  programmeId: string;
  programme: string;
  plan: SelectionPlan;
  ranAt: Date;
  ranBy: string;
  intakes: readonly { intakeId: string; name: string }[];
  /** The intake shown. */
  intakeId: string;
  filter: ResultFilter;
  counts: Readonly<Record<ResultFilter, number>>;
  page: number;
  pages: number;
  rows: readonly ResultLine[];
};

export const filterOf = ({ outcome }: ResultReason): Exclude<ResultFilter, 'all'> =>
  outcome === 'seated' || outcome === 'held' ? 'seated' : outcome === 'waiting' ? 'waiting' : 'out';
