import fc from 'fast-check';
import type { Candidate, SelectionProblem } from './problem.ts';

/** A candidate with one criterion, `need`, who applied for `a`. */
export function aCandidate(
  id: string,
  value: number,
  tags: string[] = [],
  more: Partial<Candidate> = {},
): Candidate {
  return { id, values: { need: value }, tags, applications: [{ intake: 'a' }], ...more };
}

/** One intake `a` of two seats, nothing reserved, no budget. */
export function aProblem(more: Partial<SelectionProblem> = {}): SelectionProblem {
  return {
    seed: '2026-1',
    criteria: [{ code: 'need', weight: 100 }],
    intakes: [{ code: 'a', seats: 2, costPerSeat: 0, budget: null }],
    budgets: [],
    reserves: [],
    quotas: [],
    candidates: [],
    ...more,
  };
}

const tags = ['women', 'new', 'north'];

/** Any small problem: up to three intakes, shared budgets, overlapping tags, equal scores, some without a solution. */
export const smallProblems: fc.Arbitrary<SelectionProblem> = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 4 }),
    intakes: fc.integer({ min: 1, max: 3 }),
    seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    costs: fc.array(fc.constantFrom(0, 100, 150, 250), { minLength: 3, maxLength: 3 }),
    paid: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    ceiling: fc.integer({ min: 200, max: 1_200 }),
    reserves: fc.array(
      fc.record({ tag: fc.constantFrom(...tags), of: fc.nat(3), seats: fc.integer({ min: 1, max: 2 }) }),
      {
        maxLength: 3,
      },
    ),
    quotas: fc.array(fc.record({ tag: fc.constantFrom(...tags), of: fc.nat(3), seats: fc.nat(2) }), {
      maxLength: 1,
    }),
    people: fc.array(
      fc.record({
        value: fc.oneof(
          fc.constantFrom(0, 0.5, 1, null),
          fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
        ),
        tags: fc.subarray(tags),
        wishes: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
        cost: fc.option(fc.constantFrom(50, 100, 170), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ seed, intakes, seats, costs, paid, ceiling, reserves, quotas, people }) => {
    const codes = ['a', 'b', 'c'].slice(0, intakes);
    const over = (of: number) => (of >= intakes ? codes : [codes[of]!]);
    return {
      seed,
      criteria: [{ code: 'need', weight: 10 }],
      intakes: codes.map((code, at) => ({
        code,
        seats: seats[at]!,
        costPerSeat: costs[at]!,
        budget: paid[at] ? 'training' : null,
      })),
      budgets: [{ code: 'training', ceiling }],
      reserves: reserves.map(({ tag, of, seats: n }, at) => ({
        code: `r${at}`,
        tag,
        intakes: over(of),
        atLeast: { seats: n },
      })),
      quotas: quotas.map(({ tag, of, seats: n }, at) => ({
        code: `q${at}`,
        tag,
        intakes: over(of),
        atMost: { seats: n },
      })),
      candidates: people.map(({ value, tags: own, wishes, cost }, at) => ({
        id: `u${at}`,
        values: { need: value },
        tags: own,
        applications: wishes.filter((one) => one < intakes).map((one) => ({ intake: codes[one]!, cost })),
      })),
    };
  });
