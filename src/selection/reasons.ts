import type { Option, Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import type { Seat, SelectionProblem } from './problem.ts';
import { brokenBySwap, type Choice, precedes, usedOf } from './swap.ts';

/**
 * Why somebody has a seat or none, as data that a slice puts into words. Places count from 1.
 * @property rank place among all candidates by points, then lot
 * @property score in ten-thousandths of a point
 * @property unknown criteria that earned nothing because nothing is known
 */
export type Reason = {
  candidate: string;
  rank: number;
  score: number;
  lot: number;
  unknown: readonly string[];
} & (ChosenReason | WaitingReason);

/**
 * @property by `score`: nobody who precedes went without a seat here; `reserve`: somebody did, and the reserves named needed
 * this seat; `settled`: given beforehand; `fit`: somebody did, but a shared limit (money, another quota) left room for this
 * one only
 */
export type ChosenReason = {
  outcome: 'chosen';
  intake: string;
  by: { kind: 'score' | 'settled' | 'fit' } | { kind: 'reserve'; reserves: string[] };
};

/** @property intakes one answer per intake applied for, in the order of the wishes; empty for whoever applied for none */
export type WaitingReason = { outcome: 'waiting'; intakes: WaitingAt[] };

/**
 * @property place on the waiting list of this intake
 * @property lowestScore of those chosen here, but for those who were chosen by a reserve; null if there is none
 * @property passedBy how many chosen here follow this candidate in the published order
 * @property limits what their seats could not go to this candidate for: a reserve that would no longer be met, a quota that
 * is full, a budget, seats
 */
export type WaitingAt = {
  intake: string;
  place: number;
  lowestScore: number | null;
  passedBy: number;
  limits: { kind: 'seats' | 'budget' | 'reserve' | 'quota'; code: string }[];
};

/** The reason of every candidate, by id. */
export function reasonsOf(problem: SelectionProblem, seats: readonly Seat[]): Reason[] {
  const prepared = prepare(problem);
  const { contenders, ranking, rows } = prepared;
  const choice = choiceFrom(prepared, seats);
  const used = usedOf(prepared, choice);
  const rankOf = new Map(ranking.map((contender, at) => [contender, at + 1]));
  const holdersOf = Map.groupBy(choice.keys(), (contender) => choice.get(contender)!.intake);
  const chosenBy = new Map(
    [...choice].map(([contender, option]) => [contender, howChosen(contender, option)]),
  );
  const lowest = new Map(
    [...holdersOf].map(([intake, holders]) => {
      const byScore = holders.filter((one) => chosenBy.get(one)!.kind === 'score');
      return [intake, byScore.length > 0 ? Math.min(...byScore.map((one) => contenders[one]!.score)) : null];
    }),
  );
  const places = new Map<string, number>();
  const waiting = new Map<number, WaitingAt[]>();
  for (const contender of ranking) {
    if (choice.has(contender)) continue;
    waiting.set(
      contender,
      contenders[contender]!.options.map((option) => waitingAt(contender, option)),
    );
  }
  return contenders.map(({ id, score, lot, unknown }, at): Reason => {
    const about = { candidate: id, rank: rankOf.get(at)!, score, lot, unknown };
    const seat = choice.get(at);
    if (seat) return { ...about, outcome: 'chosen', intake: seat.intake, by: chosenBy.get(at)! };
    return { ...about, outcome: 'waiting', intakes: waiting.get(at)! };
  });

  function waitingAt(contender: number, option: Option): WaitingAt {
    const { intake } = option;
    const place = (places.get(intake) ?? 0) + 1;
    places.set(intake, place);
    const one = contenders[contender]!;
    const followers = (holdersOf.get(intake) ?? []).filter((holder) => precedes(one, contenders[holder]!));
    const broken = new Set(
      followers.flatMap((holder) => brokenBySwap(prepared, used, choice.get(holder)!, option)),
    );
    // A seat that stands empty although somebody waits: money, a quota or a reserve elsewhere holds it.
    for (const row of brokenBySwap(prepared, used, null, option))
      if (rows[row]!.kind !== 'seats') broken.add(row);
    const limits = [...broken]
      .sort((a, b) => a - b)
      .map((row) => ({ kind: rows[row]!.kind, code: rows[row]!.code }));
    return { intake, place, lowestScore: lowest.get(intake) ?? null, passedBy: followers.length, limits };
  }

  function howChosen(contender: number, option: Option): ChosenReason['by'] {
    const own = contenders[contender]!;
    if (own.must) return { kind: 'settled' };
    // Whoever precedes and waits for this intake, and what would break if they sat here instead.
    const wanting = waitersBefore(option.intake, contender);
    if (wanting.length === 0) return { kind: 'score' };
    const broken = new Set(wanting.flatMap((coming) => brokenBySwap(prepared, used, option, coming)));
    const reserves = [...broken].filter((row) => rows[row]!.kind === 'reserve').map((row) => rows[row]!.code);
    return reserves.length > 0 ? { kind: 'reserve', reserves } : { kind: 'fit' };
  }

  function waitersBefore(intake: string, contender: number): Option[] {
    const alike = new Set<Option>();
    for (const before of ranking) {
      if (before === contender) break;
      if (choice.has(before)) continue;
      const option = contenders[before]!.options.find((one) => one.intake === intake);
      if (option) alike.add(option);
    }
    return [...alike];
  }
}

/** @throws where a seat is not one that the candidate applied for */
export function choiceFrom({ contenders }: Prepared, seats: readonly Seat[]): Choice {
  const place = new Map(contenders.map(({ id }, at) => [id, at]));
  return new Map(
    seats.map(({ candidate, intake }) => {
      const at = place.get(candidate);
      const option =
        at === undefined ? undefined : contenders[at]!.options.find((one) => one.intake === intake);
      if (at === undefined || !option) throw new Error(`${candidate} has no seat to take in ${intake}`);
      return [at, option] as const;
    }),
  );
}
