import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCertificate } from '../check-certificate.ts';
import { prepare } from '../prepare.ts';
import type { SelectionProblem } from '../problem.ts';
import { type SelectionOptions, usualOptions } from '../selection.ts';
import { selectSeats } from './select.ts';

const lotOf = (seed: string, id: string) =>
  Number.parseInt(createHash('sha256').update(`${seed}:${id}`).digest('hex').slice(0, 12), 16);

/** Hundreds of candidates, too many to try every list: two intakes, one budget that does not reach, overlapping tags. */
const problems: fc.Arbitrary<SelectionProblem> = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    seats: fc.integer({ min: 5, max: 20 }),
    share: fc.integer({ min: 60, max: 100 }),
    people: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.subarray(['women', 'new', 'far']), fc.nat(5), fc.nat(2)),
      { minLength: 200, maxLength: 300 },
    ),
  })
  .map(({ seed, seats, share, people }) => ({
    seed,
    criteria: [{ code: 'need', weight: 100 }],
    intakes: [
      { code: 'a', seats, costPerSeat: 1_000_000, budget: 'apbd' },
      { code: 'b', seats, costPerSeat: 1_300_000, budget: 'apbd' },
    ],
    budgets: [{ code: 'apbd', ceiling: Math.floor((seats * 2_300_000 * share) / 100) }],
    reserves: [
      { code: 'women', tag: 'women', intakes: ['a', 'b'], atLeast: { percent: 25 } },
      { code: 'new', tag: 'new', intakes: ['a'], atLeast: { percent: 30 } },
    ],
    quotas: [{ code: 'far', tag: 'far', intakes: ['b'], atMost: { percent: 30 } }],
    candidates: people.map(([value, tags, wish, far], at) => ({
      id: `u${at}`,
      values: { need: value / 100 },
      tags,
      applications: [['a'], ['b'], ['a', 'b'], ['b', 'a'], ['a'], ['b']][wish]!.map((intake) => ({
        intake,
        ...(far === 2 ? { cost: 1_150_000 } : {}),
      })),
    })),
  }));

/** First each reserve in the published order, then everybody in it who fits. */
function greedy(problem: SelectionProblem): { total: number; keepsReserves: boolean } {
  const { rows, contenders, ranking } = prepare(problem);
  const used = rows.map(() => 0);
  const seated = new Set<number>();
  const pass = (wanted: (row: number) => boolean) => {
    for (const at of ranking) {
      if (seated.has(at)) continue;
      for (const { rows: own, amounts } of contenders[at]!.options) {
        const fits = own.every(
          (row, place) => rows[row]!.kind === 'reserve' || used[row]! + amounts[place]! <= rows[row]!.limit,
        );
        if (!fits || !own.some(wanted)) continue;
        for (const [place, row] of own.entries()) used[row]! += amounts[place]!;
        seated.add(at);
        break;
      }
    }
  };
  for (const [at, { kind, limit }] of rows.entries())
    if (kind === 'reserve') pass((row) => row === at && used[at]! < limit);
  pass(() => true);
  return {
    total: [...seated].reduce((sum, at) => sum + contenders[at]!.score, 0),
    keepsReserves: rows.every(({ kind, limit }, at) => kind !== 'reserve' || used[at]! >= limit),
  };
}

async function select(problem: SelectionProblem, options: Partial<SelectionOptions> = {}) {
  const outcome = await selectSeats(problem, options);
  if (outcome.kind !== 'selected') throw new Error(outcome.kind);
  return outcome.selection;
}

/** A list takes seconds: the seed of a failure says enough, looking for a smaller one takes half an hour. */
const unshrunk = { endOnFailure: true };

describe('among hundreds', { timeout: 240_000 }, () => {
  test('no list is worse than the greedy one, none breaks a limit, and all but the oddest are certain to within 0.05%', async () => {
    let compared = 0;
    let wide = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const { seats, certificate, total } = await select(problem);
        const { faults, gap } = checkCertificate(problem, seats, certificate, { lotOf, goal: 1 });
        expect(faults).toEqual([]);
        // One problem in some thousands would take more parts than a certificate may have; it says its wider gap.
        if (gap > 0.0005) {
          expect(certificate.parts).toHaveLength(usualOptions.parts);
          wide += 1;
        }
        const other = greedy(problem);
        if (!other.keepsReserves) return;
        compared += 1;
        expect(total).toBeGreaterThanOrEqual(other.total);
      }),
      { numRuns: 6, ...unshrunk },
    );
    expect(compared).toBeGreaterThan(0);
    expect(wide).toBeLessThanOrEqual(1);
  });

  test('the list is the same from the reversed list, and where it is proven the best with another method too', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const { seats, proof } = await select(problem);
        const turned = { ...problem, candidates: problem.candidates.toReversed() };
        expect((await select(turned)).seats).toEqual(seats);
        const other = await select(turned, { method: 'ipm' });
        if (proof !== 'best' || other.proof !== 'best') return;
        compared += 1;
        expect(other.seats).toEqual(seats);
      }),
      { numRuns: 5, ...unshrunk },
    );
    expect(compared).toBeGreaterThan(0);
  });

  test('a solver that may hardly look still gives an allowed list, and says how far it may be from the best', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const { seats, certificate, proof } = await select(problem, { nodes: 0, parts: 1 });
        const { faults, gap } = checkCertificate(problem, seats, certificate, { lotOf, goal: 1 });
        expect(faults).toEqual([]);
        if (proof === 'within_gap') expect(gap).toBeLessThanOrEqual(0.0005);
        if (proof === 'wide') expect(gap).toBeGreaterThan(0.0005);
      }),
      { numRuns: 10, ...unshrunk },
    );
  });
});
