import { type Seat, type SelectionProblem, seatsOf } from '#selection/problem.ts';
import type { Tag } from './selection-plan.ts';

/**
 * What became of a reserve or a quota.
 * @property intakes ids of those it is for @property limit seats it means
 * @property applicants with the tag who applied there @property chosen of them
 */
export type ShareCount = {
  kind: 'reserve' | 'quota';
  code: string;
  tag: Tag;
  intakes: readonly string[];
  limit: number;
  applicants: number;
  chosen: number;
};

export function shareCounts(problem: SelectionProblem, seats: readonly Seat[]): ShareCount[] {
  const tagsOf = new Map(problem.candidates.map(({ id, tags }) => [id, tags]));
  const count = (
    kind: ShareCount['kind'],
    code: string,
    tag: string,
    intakes: readonly string[],
    limit: number,
  ) => ({
    kind,
    code,
    tag: tag as Tag,
    intakes,
    limit,
    applicants: problem.candidates.filter(
      ({ tags, applications }) =>
        tags.includes(tag) && applications.some(({ intake }) => intakes.includes(intake)),
    ).length,
    chosen: seats.filter(
      ({ candidate, intake }) => intakes.includes(intake) && tagsOf.get(candidate)?.includes(tag),
    ).length,
  });
  const seatsIn = (intakes: readonly string[]) =>
    problem.intakes.reduce((sum, one) => sum + (intakes.includes(one.code) ? one.seats : 0), 0);
  return [
    ...problem.reserves.map(({ code, tag, intakes, atLeast }) =>
      count('reserve', code, tag, intakes, seatsOf(atLeast, seatsIn(intakes), 'up')),
    ),
    ...problem.quotas.map(({ code, tag, intakes, atMost }) =>
      count('quota', code, tag, intakes, seatsOf(atMost, seatsIn(intakes), 'down')),
    ),
  ];
}
