import type { PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';

/** One decision about a ceiling (pagu), with the document that says so. Never changed, only added to. */
export type Ceiling = {
  ceilingId: string;
  effectiveOn: PlainDate;
  amount: Rupiah;
  documentNumber: string;
  note: string | null;
  /** Of two on one day the later counts. */
  seq: number;
  recordedAt: Date;
  recordedBy: string;
};

/** The day that counts for a year's line: today, or the nearest day of its year. */
export function dayForYear(fiscalYear: number, today: PlainDate): PlainDate {
  if (today < `${fiscalYear}-01-01`) return `${fiscalYear}-01-01`;
  return today > `${fiscalYear}-12-31` ? `${fiscalYear}-12-31` : today;
}

/** The ceiling in force on a day: the last one whose day has come; null before the first. */
export function ceilingOn<C extends Pick<Ceiling, 'effectiveOn' | 'seq'>>(
  ceilings: readonly C[],
  day: PlainDate,
): C | null {
  const inForce = ceilings.filter(({ effectiveOn }) => effectiveOn <= day);
  return inForce.reduce<C | null>(
    (last, one) =>
      last === null ||
      one.effectiveOn > last.effectiveOn ||
      (one.effectiveOn === last.effectiveOn && one.seq > last.seq)
        ? one
        : last,
    null,
  );
}

export type Commitment = {
  commitmentId: string;
  intakeId: string;
  amount: Rupiah;
  status: 'active' | 'postponed' | 'released';
  paid: Rupiah;
};

/** What a commitment takes from its line: all of it while it stands; of one that waits or was given back what was paid. */
export function takenBy({ status, amount, paid }: Pick<Commitment, 'status' | 'amount' | 'paid'>): Rupiah {
  return status === 'active' ? amount : paid;
}

export type LineFigures = {
  /** Pagu in force; 0 before the first. */
  ceiling: Rupiah;
  /** Terikat: promised, whether paid or not. */
  committed: Rupiah;
  /** Realisasi: paid, part of what is committed. */
  spent: Rupiah;
  /** What may still be promised; never below 0. */
  left: Rupiah;
  /** Kelebihan komitmen: promised beyond a ceiling that fell afterwards. */
  over: Rupiah;
};

export function figuresOf(
  ceiling: Rupiah,
  { committed, spent }: { committed: Rupiah; spent: Rupiah },
): LineFigures {
  return {
    ceiling,
    committed,
    spent,
    left: Math.max(0, ceiling - committed),
    over: Math.max(0, committed - ceiling),
  };
}

export type CommitDecision =
  | { allowed: true }
  | { allowed: false; left: Rupiah; wanted: Rupiah; lacking: Rupiah };

/**
 * Whether an intake's promise may become this much. `others`: what all others take from the line. Less than before is
 * always allowed, also on a line that is over its ceiling: that is how it comes back under it.
 */
export function decideCommitment({
  ceiling,
  others,
  before,
  wanted,
}: {
  ceiling: Rupiah;
  others: Rupiah;
  before: Rupiah;
  wanted: Rupiah;
}): CommitDecision {
  if (wanted <= before || others + wanted <= ceiling) return { allowed: true };
  const left = Math.max(0, ceiling - others);
  return { allowed: false, left, wanted, lacking: wanted - left };
}
