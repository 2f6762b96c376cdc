import { expect, test } from 'vitest';
import { bandOf, type Example, isLaxer, releaseState } from './false-merge-target.ts';

const right: Example = { decision: 'same', suggests: 'same' };
const wrong: Example = { decision: 'different', suggests: 'same' };
const unsure: Example = { decision: 'unsure', suggests: 'same' };
const times = (count: number, example: Example) => Array.from({ length: count }, () => example);
const policy = { falseMergeTarget: 1_000, released: false };

test.each([
  [0.9995, null, 1_000, 'sure'],
  [0.9985, null, 1_000, 'review'],
  [0.995, null, 100, 'sure'],
  [0.9995, null, 10_000, 'review'],
  [0.99995, null, null, 'sure'],
  [1, 'same_nik_other_name', 100, 'review'],
] as const)(
  'probability %d, conflict %s, at most one wrong in %s: %s',
  (probability, conflict, target, band) => {
    expect(bandOf({ probability, conflict }, target)).toBe(band);
  },
);

test('the pile waits until a person has looked at ten examples', () => {
  expect(releaseState(policy, times(3, right))).toEqual({ state: 'needs_examples', seen: 3 });
  expect(releaseState(policy, times(10, right))).toEqual({ state: 'may_release' });
  expect(releaseState({ ...policy, released: true }, times(10, right))).toEqual({ state: 'released' });
});

test('one wrong example holds the pile until ten more in a row were right, even when it was released before', () => {
  expect(releaseState(policy, [...times(9, right), wrong])).toMatchObject({ state: 'doubted', wrong: 1 });
  expect(releaseState({ ...policy, released: true }, [wrong, ...times(9, right)])).toMatchObject({
    state: 'doubted',
  });
  expect(releaseState(policy, [...times(10, right), wrong])).toEqual({ state: 'may_release' });
});

test('not being sure of an example is no word against the pile, nor one for it', () => {
  expect(releaseState(policy, [unsure, ...times(9, right)])).toEqual({ state: 'needs_examples', seen: 9 });
  expect(releaseState(policy, [unsure, ...times(10, right)])).toEqual({ state: 'may_release' });
});

test('the owner alone being one does not bear out that the enterprises are', () => {
  expect(releaseState(policy, [{ decision: 'same_owner', suggests: 'same' }])).toMatchObject({
    state: 'doubted',
  });
  expect(releaseState(policy, [{ decision: 'same_owner', suggests: 'same_owner' }])).toMatchObject({
    state: 'needs_examples',
  });
});

test('an office that never lets the machine merge is never asked to', () => {
  expect(releaseState({ falseMergeTarget: null, released: false }, times(10, right))).toEqual({
    state: 'never',
  });
});

test.each([
  [100, 1_000, true],
  [10_000, 1_000, false],
  [1_000, 1_000, false],
  [null, 1_000, false],
  [10_000, null, true],
])('from one in %s, before %s: laxer %s', (now, before, laxer) => {
  expect(isLaxer(now, before)).toBe(laxer);
});
