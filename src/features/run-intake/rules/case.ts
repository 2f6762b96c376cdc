import { daysBetween, type PlainDate } from '#kernel/calendar.ts';
import type { CaseKind } from './case-templates.ts';

export const caseStatuses = ['open', 'done', 'stopped'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** What may be done: a step ticked or unticked, the certificate written down, the case given up, taken up again. */
export type CaseAction = 'work' | 'finish' | 'stop' | 'resume';

/** Status × action → the status after it; null: not possible. What ended in a certificate stays ended. */
const table: Record<CaseStatus, Record<CaseAction, CaseStatus | null>> = {
  open: { work: 'open', finish: 'done', stop: 'stopped', resume: null },
  done: { work: null, finish: null, stop: null, resume: null },
  stopped: { work: null, finish: null, stop: null, resume: 'open' },
};

export const caseStatusAfter = (status: CaseStatus, action: CaseAction): CaseStatus | null =>
  table[status][action];

export type FacilitationCase = {
  caseId: string;
  kind: CaseKind;
  title: string;
  /** The record it was opened for; since then another may stand for it. */
  enterpriseId: string;
  intakeId: string | null;
  participantId: string | null;
  status: CaseStatus;
  stoppedReason: string | null;
  evidenceId: string | null;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  revision: number;
};

export type CaseStep = {
  step: number;
  name: string;
  source: string | null;
  needsFile: boolean;
  dueOn: PlainDate | null;
  doneOn: PlainDate | null;
  doneBy: string | null;
  note: string | null;
  fileId: string | null;
};

type Datable = Pick<CaseStep, 'dueOn' | 'doneOn'>;

/** Days by which a step is late; 0 where it is done, has no day, or still has time. */
export function daysLate({ dueOn, doneOn }: Datable, today: PlainDate): number {
  if (doneOn !== null || dueOn === null) return 0;
  return Math.max(0, daysBetween(dueOn, today));
}

/** Where a case stands: the first step that is not done, and by how many days its latest step is late. */
export function caseProgress<S extends Datable>(
  steps: readonly S[],
  today: PlainDate,
): { done: number; of: number; next: S | null; late: number } {
  return {
    done: steps.filter(({ doneOn }) => doneOn !== null).length,
    of: steps.length,
    next: steps.find(({ doneOn }) => doneOn === null) ?? null,
    late: Math.max(0, ...steps.map((step) => daysLate(step, today))),
  };
}

type Queued = { caseId: string; status: CaseStatus; late: number; nextDue: PlainDate | null };

/** The order of the queue: open ones first, of these the latest first, then those due soonest. */
export function byUrgency(one: Queued, other: Queued): number {
  const rank = ({ status }: Queued) => caseStatuses.indexOf(status);
  return (
    rank(one) - rank(other) ||
    other.late - one.late ||
    (one.nextDue ?? '9999').localeCompare(other.nextDue ?? '9999') ||
    one.caseId.localeCompare(other.caseId)
  );
}
