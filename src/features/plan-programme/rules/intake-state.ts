/** Where an intake (angkatan) stands. */
export const intakeStatuses = [
  'planned',
  'open',
  'closed',
  'running',
  'finished',
  'postponed',
  'cancelled',
] as const;
export type IntakeStatus = (typeof intakeStatuses)[number];

/** What may be done with one. `open` takes applications and promises the money. */
export const intakeActions = ['open', 'close', 'start', 'finish', 'postpone', 'resume', 'cancel'] as const;
export type IntakeAction = (typeof intakeActions)[number];

/**
 * Status × action → the status after it; null: not possible. Resuming leads back to planning, since days and money must be
 * settled anew; what is finished or cancelled stays so.
 */
const table: Record<IntakeStatus, Record<IntakeAction, IntakeStatus | null>> = {
  planned: {
    open: 'open',
    close: null,
    start: null,
    finish: null,
    postpone: 'postponed',
    resume: null,
    cancel: 'cancelled',
  },
  open: {
    open: null,
    close: 'closed',
    start: null,
    finish: null,
    postpone: 'postponed',
    resume: null,
    cancel: 'cancelled',
  },
  closed: {
    open: 'open',
    close: null,
    start: 'running',
    finish: null,
    postpone: 'postponed',
    resume: null,
    cancel: 'cancelled',
  },
  running: {
    open: null,
    close: null,
    start: null,
    finish: 'finished',
    postpone: 'postponed',
    resume: null,
    cancel: 'cancelled',
  },
  finished: {
    open: null,
    close: null,
    start: null,
    finish: null,
    postpone: null,
    resume: null,
    cancel: null,
  },
  postponed: {
    open: null,
    close: null,
    start: null,
    finish: null,
    postpone: null,
    resume: 'planned',
    cancel: 'cancelled',
  },
  cancelled: {
    open: null,
    close: null,
    start: null,
    finish: null,
    postpone: null,
    resume: null,
    cancel: null,
  },
};

export function intakeStatusAfter(status: IntakeStatus, action: IntakeAction): IntakeStatus | null {
  return table[status][action];
}

/** What may be done now, in the order of the work. */
export function actionsOf(status: IntakeStatus): IntakeAction[] {
  return intakeActions.filter((action) => table[status][action] !== null);
}

/** Whether its seats, days and money may still be changed. */
export function isOpenToChange(status: IntakeStatus): boolean {
  return status !== 'finished' && status !== 'cancelled';
}

/** Whether money is promised to it: not before it is opened, and not while it waits. */
export function holdsMoney(status: IntakeStatus): boolean {
  return status === 'open' || status === 'closed' || status === 'running' || status === 'finished';
}
