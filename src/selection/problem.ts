/**
 * What is to be decided: who gets a seat. Knows nothing of enterprises, only of candidates with points, tags and costs.
 * Lists may come in any order; the outcome does not depend on it, but for the order of a candidate's own wishes.
 */
export type SelectionProblem = {
  /** Published beforehand. Decides between those who stand equal, and nothing else. */
  seed: string;
  criteria: readonly Criterion[];
  intakes: readonly Intake[];
  budgets: readonly Budget[];
  reserves: readonly Reserve[];
  quotas: readonly Quota[];
  candidates: readonly Candidate[];
  /** What is settled beforehand: an override, a seat already given, somebody who left. */
  fixed?: readonly Fixed[];
};

/** @property weight whole points that a value of 1 earns */
export type Criterion = { code: string; weight: number };

/**
 * @property costPerSeat whole rupiah
 * @property budget the line that pays for it, shared with other intakes or not; null: costs are not counted
 */
export type Intake = { code: string; seats: number; costPerSeat: number; budget: string | null };

/** @property ceiling whole rupiah still free on this line */
export type Budget = { code: string; ceiling: number };

/** Seats, or a whole percentage of the seats of the intakes named. */
export type Amount = { seats: number } | { percent: number };

/** At least so many of the seats of these intakes together go to candidates with the tag; a part of a seat counts as one. */
export type Reserve = { code: string; tag: string; intakes: readonly string[]; atLeast: Amount };

/** At most so many of the seats of these intakes together go to candidates with the tag; a part of a seat does not count. */
export type Quota = { code: string; tag: string; intakes: readonly string[]; atMost: Amount };

/**
 * @property values from 0 to 1 by criterion; null or left out: unknown, earns nothing and is said so
 * @property applications in the order of the candidate's wishes; a candidate gets one seat at most
 */
export type Candidate = {
  id: string;
  values: Readonly<Record<string, number | null>>;
  tags: readonly string[];
  applications: readonly Application[];
};

/** @property cost whole rupiah for this candidate; left out: the intake's cost per seat */
export type Application = { intake: string; cost?: number | undefined };

/** The candidate takes this seat, whatever the points say; or does not. */
export type Fixed = { candidate: string; intake: string; take: boolean };

export type Seat = { candidate: string; intake: string };

/** Seats that an amount means: reserves are rounded up, quotas down. */
export function seatsOf(amount: Amount, seats: number, round: 'up' | 'down'): number {
  if ('seats' in amount) return amount.seats;
  const hundredths = amount.percent * seats;
  return round === 'up' ? Math.ceil(hundredths / 100) : Math.floor(hundredths / 100);
}
