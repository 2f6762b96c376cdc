import { expect, test } from 'vitest';
import { forAndAgainst, patternOf, readSteps, strengthOf } from './evidence.ts';

const steps = [
  { comparison: 'sex', level: 'same', weight: 0.9 },
  { comparison: 'nik', level: 'one_digit', weight: 8.2 },
  { comparison: 'phone', level: 'different', weight: -1.4 },
  { comparison: 'village', level: 'missing', weight: 0 },
  { comparison: 'birth_date', level: 'different', weight: -4.5 },
];

test('what weighs most is said first, for and against apart, and what says nothing is left out', () => {
  const { speaksFor, speaksAgainst } = forAndAgainst(steps);
  expect(speaksFor.map(({ comparison }) => comparison)).toEqual(['nik', 'sex']);
  expect(speaksAgainst.map(({ comparison }) => comparison)).toEqual(['birth_date', 'phone']);
});

test.each([
  [8.2, 'decisive'],
  [-4.5, 'strong'],
  [1.5, 'fair'],
  [-0.4, 'slight'],
])('%d bits are said to be %s', (weight, word) => {
  expect(strengthOf(weight)).toBe(word);
});

test('a label keeps the levels that met and no weight', () => {
  expect(patternOf(steps.slice(0, 2))).toEqual([
    ['sex', 'same'],
    ['nik', 'one_digit'],
  ]);
});

test('evidence that cannot be read is left out instead of stopping the page', () => {
  expect(readSteps([steps[0], null, { comparison: 'nik' }, 'x'])).toEqual([steps[0]]);
  expect(readSteps(null)).toEqual([]);
});
