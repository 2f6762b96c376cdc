/** What is asked of an intake (angkatan) to know whether it takes applications. */
export type WindowOf = {
  status: string;
  applicationsOpenAt: Date | null;
  /** The first moment after the last day. */
  applicationsCloseAt: Date | null;
};

/** `open`; or why not, with the instant (ms) from which or until which, where there is one. */
export type ApplicationWindow =
  | { state: 'open'; closesAt: number | null }
  | { state: 'not_yet'; opensAt: number | null }
  | { state: 'closed'; closedAt: number | null }
  | { state: 'postponed' | 'cancelled' };

/**
 * Whether an intake takes applications at this moment. The deadline holds for everybody; who wants to let others in
 * extends it on the intake, where it is seen by all.
 */
export function applicationWindow(intake: WindowOf, nowMs: number): ApplicationWindow {
  const opensAt = intake.applicationsOpenAt?.getTime() ?? null;
  const closesAt = intake.applicationsCloseAt?.getTime() ?? null;
  switch (intake.status) {
    case 'planned':
      return { state: 'not_yet', opensAt };
    case 'open':
      if (opensAt !== null && nowMs < opensAt) return { state: 'not_yet', opensAt };
      if (closesAt !== null && nowMs >= closesAt) return { state: 'closed', closedAt: closesAt };
      return { state: 'open', closesAt };
    case 'postponed':
    case 'cancelled':
      return { state: intake.status };
    default:
      return { state: 'closed', closedAt: closesAt !== null && closesAt <= nowMs ? closesAt : null };
  }
}

/** The last minute at which something that ends at this instant was still possible: a deadline as people say it. */
export const lastMinute = (endsAtMs: number): number => endsAtMs - 60_000;

/** Until a seat is given, that is before the intake runs, an application can be taken back. */
export const mayWithdrawIn = (intakeStatus: string): boolean =>
  intakeStatus === 'open' || intakeStatus === 'closed';
