import { describe, expect, test } from 'vitest';
import { blockingRules, kinds, parseSettings } from './settings.ts';

const least = { comparisons: [{ column: 'name' }], blocking: ['name'] };
const problemsOf = (value: unknown) => {
  const parsed = parseSettings(value);
  return 'problems' in parsed ? parsed.problems : [];
};

test('a column and a rule are enough', () => {
  expect(parseSettings(least)).toEqual({ settings: least });
});

test.each(kinds)('a column may be compared as %s', (as) => {
  expect(problemsOf({ ...least, comparisons: [{ column: 'name', as }] })).toEqual([]);
});

test.each([
  'exact',
  { exact: 'name|sorted' },
  { jaro_winkler: 0.9 },
  { damerau_levenshtein: 2, column: 'other' },
  { token_set: 0.5 },
  { token_overlap: 0.5 },
  { shared_words: 8, share: 0.9 },
  { numeric: 5 },
  { relative: 0.1 },
  { days: 31 },
  { prefix: 3 },
  { swapped: ['first', 'last'] },
  { custom: 'mine' },
  { all: ['exact', { any: [{ prefix: 2 }, { days: 1 }] }] },
  { name: 'close', when: { jaro_winkler: 0.9 } },
])('a level may be %j', (level) => {
  expect(problemsOf({ ...least, comparisons: [{ column: 'name', levels: [level] }] })).toEqual([]);
});

describe('what is wrong is told with its place', () => {
  test.each([
    ['no comparison', { ...least, comparisons: [] }, /^comparisons: /],
    ['no rule', { comparisons: least.comparisons }, /^blocking: /],
    ['a setting that does not exist', { ...least, treshold: 0.9 }, /treshold/],
    [
      'a likeness above one',
      { ...least, comparisons: [{ column: 'name', levels: [{ jaro_winkler: 92 }] }] },
      /^comparisons\.0\.levels\.0/,
    ],
    [
      'an unknown kind',
      { ...least, comparisons: [{ column: 'name', as: 'phone' }] },
      /^comparisons\.0\.as: /,
    ],
    ['too small a sample', { ...least, samplePairs: 10 }, /^samplePairs: /],
    ['a prior of one', { ...least, prior: 1 }, /^prior: /],
    ['no settings at all', [], /^settings: /],
  ])('%s', (_what, value, problem) => {
    expect(problemsOf(value).join('\n')).toMatch(problem);
  });
});

test('a rule may be written three ways', () => {
  expect(
    blockingRules({
      blocking: [
        'surname + dob|year',
        ['surname', 'dob|year'],
        { on: ['surname', 'dob|year'], tighten: ['town'] },
      ],
    }),
  ).toEqual([
    { on: ['surname', 'dob|year'], tighten: null },
    { on: ['surname', 'dob|year'], tighten: null },
    { on: ['surname', 'dob|year'], tighten: ['town'] },
  ]);
});
