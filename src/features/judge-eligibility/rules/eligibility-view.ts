import type { PlainDate } from '#kernel/calendar.ts';
import type { Explanation } from './explain-line.ts';
import type { Rubric } from './rubric.ts';

export type CountTask = { done: number; total: number | null; running: boolean; failed: boolean };

/** One line of the conditions with what the whole register answers to it. */
export type LineNumbers = {
  key: string;
  label: string;
  /** What is asked, in words. */
  asked: string;
  yes: number;
  no: number;
  unknown: number;
  /** This step alone is lacking. */
  onlyThis: number;
  /** This alone is not known. */
  onlyUnknown: number;
};

export type VersionView = {
  version: number;
  effectiveOn: PlainDate;
  note: string | null;
  createdAt: number;
  createdBy: string;
  lines: number;
  holds: boolean;
};

/** What a programme's conditions say of the whole register. */
export type ConditionsView = {
  programmeId: string;
  programme: string;
  isActive: boolean;
  /** Null while there are no conditions yet. */
  holding: {
    version: number;
    effectiveOn: PlainDate;
    isToCome: boolean;
    /** Null: not counted yet. */
    counted: { on: PlainDate; at: number; standings: [number, number, number, number]; total: number } | null;
    lines: LineNumbers[];
  } | null;
  versions: VersionView[];
  task: CountTask | null;
};

export type ListAsked = {
  standing: number | null;
  step: number | null;
  line: { at: number; code: number } | null;
  after: string | null;
};

export type ListLine = {
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  village: string | null;
  standing: 0 | 1 | 2 | 3;
  /** Lines that are not met, and those that are not known. */
  lacking: string[];
  unknown: string[];
};

export type ConditionListView = {
  programmeId: string;
  programme: string;
  version: number;
  countedOn: PlainDate | null;
  lines: { key: string; label: string }[];
  asked: ListAsked;
  count: number;
  rows: ListLine[];
  next: string | null;
};

export type OwnProgramme = {
  programmeId: string;
  programme: string;
  version: number;
  standing: 0 | 1 | 2 | 3;
  lines: Explanation[];
};

export type AssessmentView = {
  assessmentId: string;
  rubric: string;
  version: number;
  assessedOn: PlainDate;
  assessedBy: string;
  levels: { aspect: string; level: number; anchor: string; note: string | null }[];
};

/** Why one enterprise meets the conditions of each programme, or does not. */
export type OwnConditionsView = {
  enterpriseId: string;
  name: string;
  day: PlainDate;
  programmes: OwnProgramme[];
  assessments: AssessmentView[];
};

export type AssessView = { enterpriseId: string; name: string; today: PlainDate; rubric: Rubric };
