/** What a selection waits for, as data of one moment. */
type Moment = {
  status: 'draft' | 'locked' | 'decided' | 'dropped';
  intakes: readonly { status: string; applicationsCloseAt: Date | null }[];
  now: Date;
};

/** Why a plan cannot be published now: it must be known before the last applicant decides whether to apply. */
export type LockHindrance = 'not_draft' | 'no_close' | 'applications_closed';

export function hindranceToLock({ status, intakes, now }: Moment): LockHindrance | null {
  if (status !== 'draft') return 'not_draft';
  if (intakes.some(({ applicationsCloseAt }) => applicationsCloseAt === null)) return 'no_close';
  const isOver = intakes.some(
    ({ applicationsCloseAt, status: of }) =>
      applicationsCloseAt! <= now || (of !== 'planned' && of !== 'open'),
  );
  return isOver ? 'applications_closed' : null;
}

/** Why seats cannot be given yet. */
export type RunHindrance = 'not_locked' | 'decided' | 'applications_open' | 'intake_not_closed';

export function hindranceToRun({ status, intakes, now }: Moment): RunHindrance | null {
  if (status === 'decided') return 'decided';
  if (status !== 'locked') return 'not_locked';
  if (intakes.some(({ applicationsCloseAt: at }) => at === null || at > now)) return 'applications_open';
  return intakes.every(({ status: of }) => of === 'closed') ? null : 'intake_not_closed';
}
