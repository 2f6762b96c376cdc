// Shares no code with what it checks: only the shapes. Whoever doubts a list needs to read this file alone.
import type { Certificate, Split } from './certificate.ts';
import type { Amount, Candidate, SelectionProblem } from './problem.ts';

/** What is wrong with a list or its certificate. `code` names a row, candidate or intake, as the kind has it. */
export type CertificateFault =
  | { kind: 'seat_not_applied_for' | 'two_seats' | 'settled_otherwise' | 'passed_over'; code: string }
  | { kind: 'limit_broken'; code: string; limit: number; given: number }
  | { kind: 'total_differs'; stated: number; found: number }
  | { kind: 'bound_differs'; stated: string; found: string }
  | { kind: 'parts_leave_a_hole' | 'multiplier_invalid'; code: string }
  | { kind: 'gap_differs'; stated: number; found: number }
  | { kind: 'gap_too_wide'; gap: number; goal: number };

export type CheckedList = {
  faults: CertificateFault[];
  total: number;
  gap: number;
  /** Seats given per limit, for whoever compares with a sheet. */
  counts: { row: string; limit: number; given: number }[];
};

type Limit = {
  row: string;
  atLeast: boolean;
  limit: number;
  counts(seat: { who: Candidate; intake: string }): number;
};

/**
 * Adds everything up again without a solver: the scores, every limit, who must precede whom, and the bound that the
 * multipliers prove (see `Certificate`).
 * @param lotOf the lot of a candidate: first 48 bits of SHA-256 of `seed:id`
 * @param goal the widest gap that passes
 */
export function checkCertificate(
  problem: SelectionProblem,
  chosen: readonly { candidate: string; intake: string }[],
  certificate: Certificate,
  { lotOf, goal = 0.0005 }: { lotOf: (seed: string, id: string) => number; goal?: number },
): CheckedList {
  const faults: CertificateFault[] = [];
  const people = new Map(problem.candidates.map((one) => [one.id, one]));
  const points = new Map(problem.candidates.map((one) => [one.id, pointsOf(problem, one)]));
  const limits = limitsOf(problem);

  const seatOf = new Map<string, string>();
  const seats: { who: Candidate; intake: string }[] = [];
  for (const { candidate, intake } of chosen) {
    const who = people.get(candidate);
    if (!who?.applications.some((one) => one.intake === intake)) {
      faults.push({ kind: 'seat_not_applied_for', code: candidate });
      continue;
    }
    if (seatOf.has(candidate)) faults.push({ kind: 'two_seats', code: candidate });
    seatOf.set(candidate, intake);
    seats.push({ who, intake });
  }
  for (const { candidate, intake, take } of problem.fixed ?? [])
    if ((seatOf.get(candidate) === intake) !== take)
      faults.push({ kind: 'settled_otherwise', code: candidate });

  const counts = limits.map(({ row, atLeast, limit, counts }) => {
    const given = seats.reduce((sum, seat) => sum + counts(seat), 0);
    if (atLeast ? given < limit : given > limit)
      faults.push({ kind: 'limit_broken', code: row, limit, given });
    return { row, limit, given };
  });
  const total = [...seatOf.keys()].reduce((sum, id) => sum + points.get(id)!, 0);
  if (total !== certificate.total)
    faults.push({ kind: 'total_differs', stated: certificate.total, found: total });
  faults.push(...passedOver(problem, points, seatOf, lotOf));

  const { bound, holes } = provenBound(problem, points, limits, certificate);
  faults.push(...holes);
  if (String(bound) !== certificate.bound)
    faults.push({ kind: 'bound_differs', stated: certificate.bound, found: String(bound) });
  const reached = BigInt(total) * 1_000_000n;
  const gap =
    bound <= reached ? 0 : reached === 0n ? 1 : Number(((bound - reached) * 10n ** 9n) / reached + 1n) / 1e9;
  if (gap !== certificate.gap) faults.push({ kind: 'gap_differs', stated: certificate.gap, found: gap });
  if (gap > goal) faults.push({ kind: 'gap_too_wide', gap, goal });
  return { faults, total, gap, counts };
}

/** Ten-thousandths of a point: Σ weight × value rounded to four decimals; an unknown value earns nothing. */
function pointsOf({ criteria }: SelectionProblem, { values }: Candidate): number {
  let points = 0;
  for (const { code, weight } of criteria) {
    const value = values[code];
    if (typeof value === 'number') points += Math.round(value * 10_000) * weight;
  }
  return points;
}

function costOf(problem: SelectionProblem, who: Candidate, intake: string): number {
  return (
    who.applications.find((one) => one.intake === intake)?.cost ??
    problem.intakes.find((one) => one.code === intake)!.costPerSeat
  );
}

function limitsOf(problem: SelectionProblem): Limit[] {
  const seatsIn = (intakes: readonly string[]) =>
    problem.intakes.filter(({ code }) => intakes.includes(code)).reduce((sum, { seats }) => sum + seats, 0);
  const amount = (of: Amount, intakes: readonly string[], round: (n: number) => number) =>
    'seats' in of ? of.seats : round((of.percent * seatsIn(intakes)) / 100);
  const tagged = (tag: string, intakes: readonly string[]) => (seat: { who: Candidate; intake: string }) =>
    seat.who.tags.includes(tag) && intakes.includes(seat.intake) ? 1 : 0;
  return [
    ...problem.intakes.map(({ code, seats }) => ({
      row: `seats:${code}`,
      atLeast: false,
      limit: seats,
      counts: (seat: { intake: string }) => (seat.intake === code ? 1 : 0),
    })),
    ...problem.budgets.map(({ code, ceiling }): Limit => {
      const paid = new Set(problem.intakes.filter(({ budget }) => budget === code).map((one) => one.code));
      const costs = problem.candidates.flatMap((who) =>
        who.applications
          .filter(({ intake }) => paid.has(intake))
          .map(({ intake }) => costOf(problem, who, intake)),
      );
      // Sums of costs are multiples of their common divisor: what the ceiling has beyond one can never be spent.
      const step = [...new Set(costs)].reduce(commonDivisor, 0) || 1;
      return {
        row: `budget:${code}`,
        atLeast: false,
        limit: Math.floor(ceiling / step),
        counts: ({ who, intake }) => (paid.has(intake) ? costOf(problem, who, intake) / step : 0),
      };
    }),
    ...problem.reserves.map(({ code, tag, intakes, atLeast }) => ({
      row: `reserve:${code}`,
      atLeast: true,
      limit: amount(atLeast, intakes, Math.ceil),
      counts: tagged(tag, intakes),
    })),
    ...problem.quotas.map(({ code, tag, intakes, atMost }) => ({
      row: `quota:${code}`,
      atLeast: false,
      limit: amount(atMost, intakes, Math.floor),
      counts: tagged(tag, intakes),
    })),
  ];
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** Among candidates alike in tags, wishes and costs nobody may be chosen before one of more points, or of equal points and earlier lot. */
function passedOver(
  problem: SelectionProblem,
  points: ReadonlyMap<string, number>,
  seatOf: ReadonlyMap<string, string>,
  lotOf: (seed: string, id: string) => number,
): CertificateFault[] {
  const settled = new Set((problem.fixed ?? []).map(({ candidate }) => candidate));
  const counted = new Set([...problem.reserves, ...problem.quotas].map(({ tag }) => tag));
  const alike = new Map<string, Candidate[]>();
  for (const who of problem.candidates) {
    if (settled.has(who.id)) continue;
    const wishes = who.applications.map(({ intake }) => [intake, costOf(problem, who, intake)]).sort();
    const key = JSON.stringify([who.tags.filter((tag) => counted.has(tag)).sort(), wishes]);
    const group = alike.get(key);
    if (group) group.push(who);
    else alike.set(key, [who]);
  }
  const faults: CertificateFault[] = [];
  for (const group of alike.values()) {
    const taken = group.filter(({ id }) => seatOf.has(id));
    if (taken.length === 0 || taken.length === group.length) continue;
    const lowest = taken.reduce(
      (least, { id }) => Math.min(least, points.get(id)!),
      Number.POSITIVE_INFINITY,
    );
    const lots = taken.filter(({ id }) => points.get(id) === lowest).map(({ id }) => lotOf(problem.seed, id));
    const latest = Math.max(...lots);
    for (const { id } of group) {
      if (seatOf.has(id) || points.get(id)! < lowest) continue;
      if (points.get(id)! > lowest || lotOf(problem.seed, id) < latest)
        faults.push({ kind: 'passed_over', code: id });
    }
  }
  return faults;
}

/** The bound of the weakest part, provided that the parts together leave no list out. */
function provenBound(
  problem: SelectionProblem,
  points: ReadonlyMap<string, number>,
  limits: readonly Limit[],
  { parts }: Certificate,
): { bound: bigint; holes: CertificateFault[] } {
  const holes: CertificateFault[] = [];
  let bound: bigint | undefined;
  for (const { splits, multipliers } of parts) {
    const all = [...limits, ...countLimits(problem, splits)];
    const names = new Set(all.map(({ row }) => row));
    const invalid = Object.entries(multipliers).filter(
      ([row, price]) => !names.has(row) || !Number.isSafeInteger(price) || price < 0,
    );
    for (const [row] of invalid) holes.push({ kind: 'multiplier_invalid', code: row });
    if (invalid.length > 0) continue;
    const ofPart = boundOfPart(problem, points, all, splits, multipliers);
    if (bound === undefined || ofPart > bound) bound = ofPart;
  }
  if (!coversAll(parts.map(({ splits }) => splits))) holes.push({ kind: 'parts_leave_a_hole', code: '' });
  return { bound: bound ?? 0n, holes };
}

/** The counts that a part takes for granted, as limits: `most:intake:cost` and `least:intake:cost`, the narrowest of each. */
function countLimits(problem: SelectionProblem, splits: readonly Split[]): Limit[] {
  const limits = new Map<string, Limit>();
  for (const split of splits) {
    if ('candidate' in split) continue;
    const { intake, cost } = split;
    const atLeast = 'atLeast' in split;
    const limit = atLeast ? split.atLeast : split.atMost;
    const row = `${atLeast ? 'least' : 'most'}:${intake}:${cost}`;
    const known = limits.get(row)?.limit ?? limit;
    limits.set(row, {
      row,
      atLeast,
      limit: atLeast ? Math.max(known, limit) : Math.min(known, limit),
      counts: (seat) => (seat.intake === intake && paidFor(problem, seat.who, intake) === cost ? 1 : 0),
    });
  }
  return [...limits.values()];
}

/** From the intake's budget; 0 where it has none. */
function paidFor(problem: SelectionProblem, who: Candidate, intake: string): number {
  const unpaid = problem.intakes.find(({ code }) => code === intake)!.budget === null;
  return unpaid ? 0 : costOf(problem, who, intake);
}

/** Parts cover every list when they are the leaves of a tree: at each step both answers to one question. */
function coversAll(parts: readonly (readonly Split[])[], depth = 0): boolean {
  if (parts.some((splits) => splits.length === depth)) return true;
  const [first] = parts;
  if (!first) return false;
  const [own, other] = bothSides(first[depth]!);
  return [own, other].every((side) =>
    coversAll(
      parts.filter((splits) => bothSides(splits[depth]!)[0] === side),
      depth + 1,
    ),
  );
}

/** A split and the one that has all other lists, each as a text that is the same for the same split. */
function bothSides(split: Split): [own: string, other: string] {
  if ('candidate' in split) {
    const { candidate, intake, take } = split;
    return [JSON.stringify([candidate, intake, take]), JSON.stringify([candidate, intake, !take])];
  }
  const { intake, cost } = split;
  const [own, other] =
    'atMost' in split
      ? [`<=${split.atMost}`, `>=${split.atMost + 1}`]
      : [`>=${split.atLeast}`, `<=${split.atLeast - 1}`];
  return [JSON.stringify([intake, cost, own]), JSON.stringify([intake, cost, other])];
}

function boundOfPart(
  problem: SelectionProblem,
  points: ReadonlyMap<string, number>,
  limits: readonly Limit[],
  splits: readonly Split[],
  multipliers: Readonly<Record<string, number>>,
): bigint {
  const priced = limits
    .filter(({ row }) => (multipliers[row] ?? 0) > 0)
    .map((limit) => ({ ...limit, price: BigInt(multipliers[limit.row]!) * (limit.atLeast ? -1n : 1n) }));
  let bound = priced.reduce((sum, { price, limit }) => sum + price * BigInt(limit), 0n);
  const named = splits.filter((one) => 'candidate' in one);
  const settled = Map.groupBy([...(problem.fixed ?? []), ...named], ({ candidate }) => candidate);
  for (const who of problem.candidates) {
    const own = settled.get(who.id) ?? [];
    const taken = own.find(({ take }) => take);
    let best: bigint | null = taken ? null : 0n;
    for (const { intake } of who.applications) {
      if (taken ? intake !== taken.intake : own.some((one) => one.intake === intake)) continue;
      let value = BigInt(points.get(who.id)!) * 1_000_000n;
      for (const { price, counts } of priced) {
        const uses = counts({ who, intake });
        if (uses > 0) value -= price * BigInt(uses);
      }
      if (best === null || value > best) best = value;
    }
    bound += best ?? 0n;
  }
  return bound;
}
