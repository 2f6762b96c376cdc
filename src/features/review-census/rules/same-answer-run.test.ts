import { expect, test } from 'vitest';
import { defaultQualityLimits as limits } from './quality-limits.ts';
import { type ComparedAnswers, sameAnswerRun } from './same-answer-run.ts';

const questions = [
  'goods',
  'made_by',
  'sold_where',
  'workers',
  'nib',
  'sales',
  'reason',
  'whose',
  'year',
  'unit',
];
const answers = (word: string, count = questions.length): ComparedAnswers =>
  Object.fromEntries(questions.slice(0, count).map((question) => [question, word]));

test.each<[string, ComparedAnswers[], number]>([
  ['nothing', [], 0],
  ['one submission', [answers('a')], 1],
  ['three alike at the end', [answers('a'), answers('b'), answers('b'), answers('b')], 3],
  ['a different one at the end', [answers('a'), answers('a'), answers('b')], 1],
  ['one answer of ten changed', [answers('a'), { ...answers('a'), goods: 'b' }], 1],
  ['too few answers to compare', [answers('a', 7), answers('a', 7)], 1],
])('%s', (_, inOrder, run) => {
  expect(sameAnswerRun(inOrder, limits)).toBe(run);
});
