import type { Clash } from '#selection/clash.ts';
import type { SelectionPlan } from './selection-plan.ts';
import type { LockHindrance, RunHindrance } from './selection-steps.ts';
import type { ShareCount } from './share-counts.ts';
import type { WhatIf } from './what-if.ts';

export type IntakeOfSelection = {
  intakeId: string;
  name: string;
  code: string;
  status: string;
  seats: number;
  costPerSeat: number;
  line: string | null;
  applicationsCloseAt: Date | null;
  applicants: number;
};

/** What a run came to, without names. */
export type RunView = {
  runId: string;
  kind: 'trial' | 'official';
  seed: string;
  ranAt: Date;
  ranBy: string;
  outcome: 'selected' | 'clash' | 'faulty';
  applicants: number;
  seats: number;
  /** In ten-thousandths of a point. */
  total: number | null;
  way: 'rank_and_quota' | 'optimised' | null;
  proof: 'best' | 'within_gap' | 'wide' | null;
  /** How far above the list another could lie at most; null where there is no list. */
  gap: number | null;
  clashes: readonly Clash[];
  counts: readonly ShareCount[];
  whatIf: WhatIf | null;
};

/** Somebody in a list of a trial. */
export type SeatLine = {
  enterpriseId: string;
  name: string;
  village: string | null;
  intake: string;
  score: number;
};

/** Work of a long run; null while there is none. */
export type RunTask = { taskId: string; failed: boolean } | null;

export type SelectionView = {
  selectionId: string;
  name: string;
  status: 'draft' | 'locked' | 'decided' | 'dropped';
  revision: number;
  plan: SelectionPlan;
  seed: string | null;
  seedSource: string | null;
  lockedAt: Date | null;
  lockedBy: string | null;
  programmeId: string;
  programme: string;
  officeCode: string;
  intakes: readonly IntakeOfSelection[];
  lockHindrance: LockHindrance | null;
  runHindrance: RunHindrance | null;
  hasConditions: boolean;
  rubrics: readonly { rubricId: string; name: { id: string; en: string } }[];
  /** The newest trial without a change; `seated` its first names. */
  trial: (RunView & { seated: readonly SeatLine[] }) | null;
  official: RunView | null;
  /** The newest official attempt that found no list. */
  failed: RunView | null;
  task: RunTask;
};

/** Beginning a selection for an intake, alone or with others of its programme. */
export type BeginView = {
  intakeId: string;
  name: string;
  programmeId: string;
  programme: string;
  status: string;
  mayBegin: boolean;
  others: readonly { intakeId: string; name: string; seats: number }[];
};

/** What anybody may read: never a name. */
export type PublicSelection = {
  officeName: string;
  programme: string;
  name: string;
  code: string;
  plan: SelectionPlan;
  seed: string;
  seedSource: string | null;
  lockedAt: Date;
  closesAt: Date | null;
  intakes: readonly { intakeId: string; name: string; seats: number }[];
  decided: { ranAt: Date; applicants: number; seats: number; counts: readonly ShareCount[] } | null;
};
