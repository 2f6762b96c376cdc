import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clash, natureOf } from '../clash.ts';
import { aCandidate, aProblem, smallProblems } from '../factory.ts';
import type { SelectionProblem } from '../problem.ts';
import { selectSeats } from './select.ts';

async function clashesOf(problem: SelectionProblem): Promise<Clash[]> {
  const outcome = await selectSeats(problem);
  return outcome.kind === 'clash' ? outcome.clashes : [];
}
const women = (seats: number) => ({ code: 'women', tag: 'women', intakes: ['a'], atLeast: { seats } });
const north = (seats: number) => ({ code: 'north', tag: 'north', intakes: ['a'], atLeast: { seats } });

describe('where no list can keep every rule, the office is told', () => {
  test('which reserve has too few applicants, and how many there are', async () => {
    const clashes = await clashesOf(
      aProblem({ reserves: [women(2)], candidates: [aCandidate('1', 1, ['women']), aCandidate('2', 1)] }),
    );
    expect(clashes).toEqual([
      { rows: [{ kind: 'reserve', code: 'women', limit: 2, applicants: 1, reachable: 1 }] },
    ]);
    expect(natureOf(clashes[0]!)).toBe('too_few_applicants');
  });

  test('which two reserves together ask for more seats than there are, where nobody counts for both', async () => {
    const candidates = [
      ...['1', '2'].map((id) => aCandidate(id, 1, ['women'])),
      ...['3', '4'].map((id) => aCandidate(id, 1, ['north'])),
    ];
    const asked = aProblem({ reserves: [women(2), north(1)], candidates });
    const clashes = await clashesOf(asked);
    expect(clashes).toHaveLength(1);
    expect(clashes[0]!.rows.map(({ kind, code }) => `${kind}:${code}`).sort()).toEqual([
      'reserve:north',
      'reserve:women',
      'seats:a',
    ]);
    expect(clashes[0]!.rows).toContainEqual({
      kind: 'reserve',
      code: 'women',
      limit: 2,
      applicants: 2,
      reachable: 1,
    });
    expect(natureOf(clashes[0]!)).toBe('seats');
    const oneOfBoth = { ...asked, candidates: [...candidates, aCandidate('5', 0, ['women', 'north'])] };
    expect(await clashesOf(oneOfBoth)).toEqual([]);
  });

  test('that the money does not reach for what is reserved, in rupiah', async () => {
    const clashes = await clashesOf(
      aProblem({
        intakes: [{ code: 'a', seats: 2, costPerSeat: 1_500_000, budget: 'apbd' }],
        budgets: [{ code: 'apbd', ceiling: 2_000_000 }],
        reserves: [women(2)],
        candidates: ['1', '2'].map((id) => aCandidate(id, 1, ['women'])),
      }),
    );
    expect(natureOf(clashes[0]!)).toBe('budget');
    expect(clashes[0]!.rows).toContainEqual({ kind: 'budget', code: 'apbd', limit: 1_500_000 });
  });

  test('that a quota lies below what is reserved for the same people', async () => {
    const clashes = await clashesOf(
      aProblem({
        reserves: [women(2)],
        quotas: [{ code: 'few', tag: 'women', intakes: ['a'], atMost: { seats: 1 } }],
        candidates: ['1', '2', '3'].map((id) => aCandidate(id, 1, ['women'])),
      }),
    );
    expect(clashes.map(natureOf)).toEqual(['quota']);
  });

  test('every clash at once, not one after the other', async () => {
    const clashes = await clashesOf(
      aProblem({ reserves: [women(1), north(1)], candidates: [aCandidate('1', 1)] }),
    );
    expect(clashes.map(({ rows }) => rows.map(({ code }) => code))).toEqual([['women'], ['north']]);
  });

  test('whose settled seats do not fit', async () => {
    const clashes = await clashesOf(
      aProblem({
        candidates: ['1', '2', '3'].map((id) => aCandidate(id, 1)),
        fixed: ['1', '2', '3'].map((candidate) => ({ candidate, intake: 'a', take: true })),
      }),
    );
    expect(clashes).toHaveLength(1);
    expect(natureOf(clashes[0]!)).toBe('settled');
  });

  test('nothing superfluous: what is left of a clash after letting go of any of its reserves has a solution', async () => {
    let seen = 0;
    const examine = async (problem: SelectionProblem) => {
      const outcome = await selectSeats(problem);
      if (outcome.kind !== 'clash') return;
      seen += 1;
      expect(outcome.clashes.length).toBeGreaterThan(0);
      for (const { rows } of outcome.clashes) {
        const named = new Set(rows.map(({ kind, code }) => `${kind}:${code}`));
        const only = (without: string): SelectionProblem => ({
          ...problem,
          intakes: problem.intakes.map((one) => ({
            ...one,
            seats: named.has(`seats:${one.code}`) ? one.seats : 99,
          })),
          budgets: problem.budgets.map((one) => ({
            ...one,
            ceiling: named.has(`budget:${one.code}`) ? one.ceiling : 1e9,
          })),
          reserves: problem.reserves.filter(
            ({ code }) => named.has(`reserve:${code}`) && `reserve:${code}` !== without,
          ),
          quotas: problem.quotas.filter(({ code }) => named.has(`quota:${code}`)),
        });
        expect((await selectSeats(only(''))).kind).toBe('clash');
        for (const { kind, code } of rows.filter((row) => row.kind === 'reserve'))
          expect((await selectSeats(only(`${kind}:${code}`))).kind).toBe('selected');
      }
    };
    await fc.assert(fc.asyncProperty(smallProblems, examine), { numRuns: 150 });
    expect(seen).toBeGreaterThan(5);
  }, 120_000);
});
