import { expect, test } from 'vitest';
import { aCandidate, aProblem } from './factory.ts';
import { prepare } from './prepare.ts';
import { choiceFrom } from './reasons.ts';
import { swapWhilePossible } from './swap.ts';

test('seats change hands until nobody with more points, or as many and an earlier lot, could take one', () => {
  const problem = aProblem({
    reserves: [{ code: 'women', tag: 'women', intakes: ['a'], atLeast: { seats: 1 } }],
    candidates: [
      aCandidate('first', 0.9),
      aCandidate('second', 0.8),
      aCandidate('third', 0.7, ['women']),
      aCandidate('fourth', 0.1, ['women']),
    ],
  });
  const prepared = prepare(problem);
  const lowest = choiceFrom(prepared, [
    { candidate: 'second', intake: 'a' },
    { candidate: 'fourth', intake: 'a' },
  ]);
  const ids = [...swapWhilePossible(prepared, lowest).keys()].map((at) => prepared.contenders[at]!.id);
  expect(ids.sort()).toEqual(['first', 'third']);
});
