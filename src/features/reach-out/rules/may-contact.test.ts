import { expect, test } from 'vitest';
import { answerOfAll, whyNot } from './may-contact.ts';

test.each([
  // purpose, manner, answer, stopped, why not
  ['service', 'hand', null, false, null],
  ['service', 'auto', null, false, 'no_consent'],
  ['service', 'auto', 'given', false, null],
  ['service', 'hand', 'withdrawn', false, 'withdrawn'],
  ['programme', 'hand', null, false, null],
  ['programme', 'auto', null, false, 'no_consent'],
  ['programme', 'auto', 'given', false, null],
  ['programme', 'hand', 'withdrawn', false, 'withdrawn'],
  ['promotion', 'hand', null, false, 'no_consent'],
  ['promotion', 'auto', null, false, 'no_consent'],
  ['promotion', 'hand', 'given', false, null],
  ['promotion', 'auto', 'given', false, null],
  ['promotion', 'hand', 'withdrawn', false, 'withdrawn'],
  ['service', 'hand', 'given', true, 'opted_out'],
  ['programme', 'auto', 'given', true, 'opted_out'],
  ['promotion', 'hand', null, true, 'opted_out'],
] as const)(
  '%s by %s where the answer is %s and stopped is %s: %s',
  (purpose, manner, answer, optedOut, why) => {
    expect(whyNot({ purpose, manner, answer, optedOut })).toBe(why);
  },
);

test('of two owners with one number, the no of one is a no and the yes of one is no yes', () => {
  expect(answerOfAll(['given', 'withdrawn'])).toBe('withdrawn');
  expect(answerOfAll(['given', null])).toBe(null);
  expect(answerOfAll(['given', 'given'])).toBe('given');
  expect(answerOfAll([])).toBe(null);
});
