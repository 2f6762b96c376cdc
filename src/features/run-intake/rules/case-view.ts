import type { CaseStatus, CaseStep } from './case.ts';
import type { CaseKind } from './case-templates.ts';

/** Which cases the queue shows. */
export const caseFilters = ['open', 'late', 'done', 'stopped'] as const;
export type CaseFilter = (typeof caseFilters)[number];

export type CaseLine = {
  caseId: string;
  enterprise: string;
  village: string | null;
  kind: CaseKind;
  status: CaseStatus;
  done: number;
  of: number;
  next: string | null;
  nextDue: string | null;
  /** Days by which its latest step is late. */
  late: number;
};

export type CaseQueue = {
  show: CaseFilter;
  lines: CaseLine[];
  /** Of all within reach, narrowed by kind and intake but not by `show`. */
  counts: Record<CaseFilter, number>;
  intake: { intakeId: string; name: string } | null;
};

export type CaseStepView = CaseStep & { late: number };

export type CaseView = {
  caseId: string;
  title: string;
  kind: CaseKind;
  status: CaseStatus;
  stoppedReason: string | null;
  enterprise: { enterpriseId: string; name: string };
  intake: { intakeId: string; name: string } | null;
  openedOn: string;
  openedBy: string;
  closedOn: string | null;
  closedBy: string | null;
  late: number;
  steps: CaseStepView[];
  /** Under which kind it ends in the register. */
  evidence: 'halal' | 'pirt' | 'brand' | 'other';
  today: string;
};
