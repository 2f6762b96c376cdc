import type { Seat, SelectionProblem } from '#selection/problem.ts';
import { nextInLine } from '#selection/waiting-list.ts';

/** @property limits names of the limits that would break, e.g. `reserve:women` */
export type Passed = { enterpriseId: string; limits: string[] };

/**
 * @property next null: nobody fits
 * @property skipped those before, in the order in which they were asked after
 * @property instead who could take the seat if the reserves named were given up: for an officer to decide
 */
export type NextOnLine = { next: string | null; skipped: Passed[]; instead: Passed | null };

export type Line = {
  /** As published with the official run. */
  problem: SelectionProblem;
  intakeId: string;
  /** Who holds a seat now, in any intake of the selection; without the one who leaves. */
  held: readonly Seat[];
  leaving: string;
  /** Who is not to be asked: they gave a seat of this intake up, withdrew, or stand for an enterprise that has one. */
  gone: readonly string[];
  /** Whom an appeal put first in line, the earliest first. */
  first: readonly string[];
};

/**
 * Who moves up for a seat that was given up. Whoever an appeal put first is asked first, then the published list; a reserve
 * or quota that would break passes anybody over.
 */
export function nextOnLine({ problem, intakeId, held, leaving, gone, first }: Line): NextOnLine {
  const seats = [...held, { candidate: leaving, intake: intakeId }];
  const known = withPeople(problem, [
    ...seats,
    ...first.map((candidate) => ({ candidate, intake: intakeId })),
  ]);
  const leavingSeat = { candidate: leaving, intake: intakeId };
  const excluded = (problem.fixed ?? []).flatMap(({ candidate, intake, take }) =>
    !take && intake === intakeId ? [candidate] : [],
  );
  const away = new Set([...gone, ...excluded, ...first]);
  const skipped: Passed[] = [];
  let instead: Passed | null = null;
  const ask = (away: readonly string[]): string | null => {
    const answer = nextInLine(known, seats, leavingSeat, away);
    skipped.push(...answer.skipped.map(({ candidate, limits }) => ({ enterpriseId: candidate, limits })));
    if (answer.instead) instead ??= { enterpriseId: answer.instead.candidate, limits: answer.instead.short };
    return answer.next;
  };
  const everybody = known.candidates.map(({ id }) => id);
  for (const one of first) {
    if (gone.includes(one)) continue;
    const next = ask(everybody.filter((id) => id !== one));
    if (next !== null) return { next, skipped, instead: null };
  }
  const next = ask([...away]);
  return { next, skipped, instead: next === null ? instead : null };
}

/**
 * The problem with everybody in it who has, or may get, a seat without having been on the list (an override, an appeal): they
 * take up a seat and money and bring no points. What was settled beforehand shows in the seats themselves.
 */
function withPeople(
  { fixed: _settled, ...problem }: SelectionProblem,
  seats: readonly Seat[],
): SelectionProblem {
  const wishes = Map.groupBy(seats, ({ candidate }) => candidate);
  const missing = (id: string, has: readonly { intake: string }[]) => [
    ...new Set(
      (wishes.get(id) ?? [])
        .map(({ intake }) => intake)
        .filter((intake) => !has.some((one) => one.intake === intake)),
    ),
  ];
  const ids = new Set(problem.candidates.map(({ id }) => id));
  return {
    ...problem,
    candidates: [
      ...problem.candidates.map((one) => {
        const more = missing(one.id, one.applications);
        return more.length === 0
          ? one
          : { ...one, applications: [...one.applications, ...more.map((intake) => ({ intake }))] };
      }),
      ...[...wishes.keys()]
        .filter((id) => !ids.has(id))
        .map((id) => ({
          id,
          values: {},
          tags: [],
          applications: missing(id, []).map((intake) => ({ intake })),
        })),
    ],
  };
}
