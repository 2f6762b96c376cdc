import { describe, expect, test } from 'vitest';
import { checkProblem } from './check-problem.ts';
import { aCandidate, aProblem } from './factory.ts';

describe('a problem is read only if it means something', () => {
  test('nothing is said of a proper one', () => {
    expect(checkProblem(aProblem({ candidates: [aCandidate('1', 0.5, ['women'])] }))).toEqual([]);
  });

  test.each([
    ['nobody twice', { candidates: [aCandidate('1', 1), aCandidate('1', 0)] }, 'candidates.1.id', 'twice'],
    [
      'values from 0 to 1',
      { candidates: [aCandidate('1', 1.2)] },
      'candidates.0.values.need',
      'out_of_range',
    ],
    [
      'no value that is not a number',
      { candidates: [aCandidate('1', Number.NaN)] },
      'candidates.0.values.need',
      'out_of_range',
    ],
    [
      'applications to intakes that there are',
      { candidates: [aCandidate('1', 1, [], { applications: [{ intake: 'z' }] })] },
      'candidates.0.applications',
      'unknown_code',
    ],
    [
      'whole seats',
      { intakes: [{ code: 'a', seats: 1.5, costPerSeat: 0, budget: null }] },
      'intakes.0.seats',
      'not_whole',
    ],
    ['no debts', { budgets: [{ code: 'apbd', ceiling: -1 }] }, 'budgets.0.ceiling', 'out_of_range'],
    [
      'shares up to a hundred percent',
      { reserves: [{ code: 'w', tag: 'w', intakes: ['a'], atLeast: { percent: 101 } }] },
      'reserves.0.percent',
      'out_of_range',
    ],
    ['a seed', { seed: '' }, 'seed', 'empty'],
    [
      'settled seats that were applied for',
      { fixed: [{ candidate: '9', intake: 'a', take: true }] },
      'fixed.0',
      'unknown_code',
    ],
    [
      'nothing settled twice',
      {
        candidates: [aCandidate('1', 1)],
        fixed: [
          { candidate: '1', intake: 'a', take: true },
          { candidate: '1', intake: 'a', take: false },
        ],
      },
      'fixed.1',
      'contradiction',
    ],
  ] as const)('%s', (_, more, path, code) => {
    expect(checkProblem(aProblem(more as Parameters<typeof aProblem>[0]))).toContainEqual({ path, code });
  });
});
