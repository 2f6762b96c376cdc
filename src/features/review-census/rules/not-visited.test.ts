import { expect, test } from 'vitest';
import { countGroups, saidCount, visitedBefore } from './not-visited.ts';

test('not lately is counted in months back from today', () => {
  expect(visitedBefore('12', '2026-05-06')).toBe('2025-05-06');
  expect(visitedBefore('never', '2026-05-06')).toBeNull();
});

test('people with a disability are counted in fives: few not at all, and no difference of two counts tells of one', () => {
  expect([4, 5, 9, 12].map((count) => saidCount(count, 'yes'))).toEqual([null, 5, 5, 10]);
  expect(saidCount(4, '')).toBe(4);
});

test('a facet counts what the others leave; who is not known is counted as well', () => {
  const group = { sector: 'batik', disability: 'unknown' };
  const groups = [
    { ...group, villageCode: 'A', sex: 'female', count: 3 },
    { ...group, villageCode: 'A', sex: 'unknown', count: 2 },
    { ...group, villageCode: 'B', sex: 'female', count: 4 },
  ];
  const { count, by } = countGroups(groups, { villageCode: 'A', sector: '', sex: '', disability: '' });
  expect(count).toBe(5);
  expect(by('sex')).toEqual([
    { value: 'female', count: 3 },
    { value: 'unknown', count: 2 },
  ]);
  expect(by('villageCode')).toEqual([
    { value: 'A', count: 5 },
    { value: 'B', count: 4 },
  ]);
});
