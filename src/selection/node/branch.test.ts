import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMultipliers, boundOf } from '../bound.ts';
import { highest, MULTIPLIER_SCALE } from '../certificate.ts';
import { smallProblems } from '../factory.ts';
import { prepare, totalOf } from '../prepare.ts';
import { branch } from './branch.ts';
import { solveRelaxation } from './relaxation.ts';
import { selectSeats } from './select.ts';
import { loadSolver } from './solver.ts';

test('whatever poor list it is given, splitting ends at the best one and proves it', async () => {
  const highs = await loadSolver();
  let improved = 0;
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const prepared = prepare(problem);
      const relaxed = solveRelaxation(highs, prepared, 'simplex');
      const outcome = await selectSeats(problem);
      if (!relaxed || outcome.kind !== 'selected' || outcome.selection.total === 0) return;
      const { total } = outcome.selection;
      const root = asMultipliers(prepared, relaxed.prices);
      const { seen } = relaxed;
      // The given list is said to be worth one unit: as if the search for whole seats had gone wrong.
      const targetOf = (one: number) => BigInt(one) * BigInt(MULTIPLIER_SCALE) + 1_000n;
      const { list, parts } = branch(highs, prepared, root, {
        total: 1,
        targetOf,
        most: 500,
        method: 'simplex',
        seen,
      });
      expect(list && totalOf(prepared, list)).toBe(total);
      expect(highest(parts.map((part) => boundOf(prepared, part)))).toBeLessThanOrEqual(targetOf(total));
      improved += 1;
    }),
    { numRuns: 150 },
  );
  expect(improved).toBeGreaterThan(0);
}, 120_000);
