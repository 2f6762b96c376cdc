import { lotOf } from './lots.ts';
import { type Fixed, type Seat, type SelectionProblem, seatsOf } from './problem.ts';
import { scoreOf } from './score.ts';

/**
 * One limit that binds candidates together: Σ amounts of the seats given ≤ limit, or ≥ limit for a reserve.
 * Seats and counts in seats; budgets in steps of the greatest common divisor of the costs on that line, rounded down.
 */
export type Row = {
  name: string;
  kind: 'seats' | 'budget' | 'reserve' | 'quota';
  code: string;
  limit: number;
  /** Rupiah of one step of a budget; 1 for all others. */
  step: number;
};

/** One seat that a candidate may get, and what it takes from which rows. Shared among those with the same tags and wishes. */
export type Option = {
  intake: string;
  /** 0 for the first wish. */
  wish: number;
  /** Whole rupiah from the intake's budget; 0 where it has none. */
  cost: number;
  rows: readonly number[];
  amounts: readonly number[];
};

export type Contender = {
  id: string;
  /** In ten-thousandths of a point. */
  score: number;
  lot: number;
  unknown: readonly string[];
  tags: readonly string[];
  options: readonly Option[];
  /** A seat is settled beforehand: there is one option, and it must be taken. */
  must: boolean;
};

/** A problem ready for arithmetic: contenders ordered by id, rows by name. */
export type Prepared = {
  problem: SelectionProblem;
  rows: readonly Row[];
  contenders: readonly Contender[];
  /** Places of the contenders by score, then lot, then id: the published order. */
  ranking: readonly number[];
};

/** @param problem without faults (`checkProblem`) */
export function prepare(problem: SelectionProblem): Prepared {
  const rows = rowsOf(problem);
  const optionsOf = optionMaker(problem, rows);
  const contenders = problem.candidates
    .map(
      (candidate): Contender => ({
        id: candidate.id,
        ...scoreOf(problem.criteria, candidate.values),
        lot: lotOf(problem.seed, candidate.id),
        tags: candidate.tags,
        options: optionsOf(candidate),
        must: false,
      }),
    )
    .sort((a, b) => compareText(a.id, b.id));
  const ranking = contenders
    .map((_, at) => at)
    .sort(
      (a, b) =>
        contenders[b]!.score - contenders[a]!.score || contenders[a]!.lot - contenders[b]!.lot || a - b,
    );
  return settle({ problem, rows, contenders, ranking }, problem.fixed ?? []);
}

/** The same with more settled: a candidate who takes a seat has no other option, one who leaves it has one less. */
export function settle(prepared: Prepared, fixed: readonly Fixed[]): Prepared {
  if (fixed.length === 0) return prepared;
  const settled = Map.groupBy(fixed, ({ candidate }) => candidate);
  const contenders = prepared.contenders.map((one): Contender => {
    const own = settled.get(one.id);
    if (!own) return one;
    const taken = own.find(({ take }) => take)?.intake;
    const options = one.options.filter(({ intake }) =>
      taken === undefined ? !own.some((left) => left.intake === intake) : intake === taken,
    );
    return { ...one, options, must: one.must || taken !== undefined };
  });
  return { ...prepared, contenders };
}

/** By code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowsOf(problem: SelectionProblem): Row[] {
  const seatsTogether = (codes: readonly string[]) =>
    problem.intakes.reduce((sum, { code, seats }) => sum + (codes.includes(code) ? seats : 0), 0);
  const rows: Row[] = [
    ...problem.intakes.map(({ code, seats }) => row('seats', code, seats)),
    ...problem.budgets.map(({ code, ceiling }) => {
      const step = stepOf(problem, code);
      return { ...row('budget', code, Math.floor(ceiling / step)), step };
    }),
    ...problem.reserves.map(({ code, intakes, atLeast }) =>
      row('reserve', code, seatsOf(atLeast, seatsTogether(intakes), 'up')),
    ),
    ...problem.quotas.map(({ code, intakes, atMost }) =>
      row('quota', code, seatsOf(atMost, seatsTogether(intakes), 'down')),
    ),
  ];
  return rows.sort((a, b) => compareText(a.name, b.name));
}

const row = (kind: Row['kind'], code: string, limit: number): Row => ({
  name: `${kind}:${code}`,
  kind,
  code,
  limit,
  step: 1,
});

/** The greatest common divisor of all costs on a line. */
function stepOf(problem: SelectionProblem, budget: string): number {
  const usual = new Map(
    problem.intakes.filter((one) => one.budget === budget).map((one) => [one.code, one.costPerSeat]),
  );
  const costs = new Set<number>();
  for (const { applications } of problem.candidates)
    for (const { intake, cost } of applications) {
      const perSeat = usual.get(intake);
      if (perSeat !== undefined) costs.add(cost ?? perSeat);
    }
  let divisor = 0;
  for (const cost of costs) for (let rest = cost; rest > 0; ) [divisor, rest] = [rest, divisor % rest];
  return divisor || 1;
}

function optionMaker(problem: SelectionProblem, rows: readonly Row[]) {
  const place = new Map(rows.map(({ name }, at) => [name, at]));
  const intakes = new Map(problem.intakes.map((one) => [one.code, one]));
  const byTag = [
    ...problem.reserves.map((one) => ({ ...one, row: place.get(`reserve:${one.code}`)! })),
    ...problem.quotas.map((one) => ({ ...one, row: place.get(`quota:${one.code}`)! })),
  ];
  const counted = new Set(byTag.map(({ tag }) => tag));
  const known = new Map<string, readonly Option[]>();
  return ({ tags, applications }: SelectionProblem['candidates'][number]): readonly Option[] => {
    const relevant = tags.filter((tag) => counted.has(tag)).sort();
    const key = JSON.stringify([relevant, applications.map(({ intake, cost }) => [intake, cost ?? null])]);
    const found = known.get(key);
    if (found) return found;
    const options = applications.map(({ intake, cost: own }, wish): Option => {
      const { costPerSeat, budget } = intakes.get(intake)!;
      const cost = own ?? costPerSeat;
      const takes: [row: number, amount: number][] = [[place.get(`seats:${intake}`)!, 1]];
      const line = budget === null ? undefined : place.get(`budget:${budget}`);
      if (line !== undefined && cost > 0) takes.push([line, cost / rows[line]!.step]);
      for (const one of byTag)
        if (relevant.includes(one.tag) && one.intakes.includes(intake)) takes.push([one.row, 1]);
      return {
        intake,
        wish,
        cost: line === undefined ? 0 : cost,
        rows: takes.map(([at]) => at),
        amounts: takes.map(([, amount]) => amount),
      };
    });
    known.set(key, options);
    return options;
  };
}

/** Score of all who have a seat. */
export function totalOf({ contenders }: Prepared, seats: readonly Seat[]): number {
  const chosen = new Set(seats.map(({ candidate }) => candidate));
  return contenders.reduce((sum, { id, score }) => sum + (chosen.has(id) ? score : 0), 0);
}
