import { expect, test } from 'vitest';
import { saidCount, visitedBefore } from './not-visited.ts';

test('not lately is counted in months back from today', () => {
  expect(visitedBefore('12', '2026-05-06')).toBe('2025-05-06');
  expect(visitedBefore('never', '2026-05-06')).toBeNull();
});

test('few people with a disability are not counted aloud, others are', () => {
  expect([saidCount(4, 'yes'), saidCount(5, 'yes'), saidCount(4, '')]).toEqual([null, 5, 4]);
});
