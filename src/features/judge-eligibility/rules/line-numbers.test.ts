import { expect, it } from 'vitest';
import { lineNumbers } from './line-numbers.ts';
import { packAnswers } from './pack-answers.ts';

it('adds up who meets what, and which step alone is lacking', () => {
  const patterns = [
    { ...packAnswers([1, 1]), count: 5 },
    { ...packAnswers([0, 1]), count: 3 },
    { ...packAnswers([0, 0]), count: 2 },
    { ...packAnswers([1, 2]), count: 4 },
  ];
  expect(lineNumbers(patterns, 2)).toEqual({
    standings: [5, 3, 2, 4],
    total: 14,
    lines: [
      { yes: 9, no: 5, unknown: 0, onlyThis: 3, onlyUnknown: 0 },
      { yes: 8, no: 2, unknown: 4, onlyThis: 0, onlyUnknown: 4 },
    ],
  });
});
