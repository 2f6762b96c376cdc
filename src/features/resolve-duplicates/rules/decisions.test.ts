import { expect, test } from 'vitest';
import { bearsOut, decisionOfKey, decisions } from './decisions.ts';

test('every answer has its number and its letter, small or capital, and no other key answers', () => {
  expect(['1', '2', '3', '4', '5'].map(decisionOfKey)).toEqual([...decisions]);
  expect(['s', 'B', 'r', 'P', 'k'].map(decisionOfKey)).toEqual([...decisions]);
  expect(['z', '6', 'Enter', ' ', ''].map(decisionOfKey)).toEqual(new Array(5).fill(undefined));
});

test('a business that the family carries on is one business', () => {
  expect(bearsOut('family_continues', 'same')).toBe(true);
  expect(bearsOut('same', 'same_owner')).toBe(true);
  expect(bearsOut('same_owner', 'same')).toBe(false);
});
