import { expect, test } from 'vitest';
import { countFound } from './linkage-run.ts';

const pair = (leftId: string, rightId: string, band: 'sure' | 'review' = 'sure') => ({
  leftId,
  rightId,
  band,
});
const looked = { enterprises: 10, compared: 40, alike: 6 };

test('a preview counts what taking it over would bring, and the groups that would become one', () => {
  const proposed = [pair('a', 'b'), pair('c', 'b'), pair('x', 'y'), pair('d', 'a'), pair('p', 'q', 'review')];
  expect(countFound(proposed, looked)).toEqual({
    enterprises: 10,
    compared: 40,
    sure: 4,
    review: 1,
    no: 34,
    clusters: 2,
    largestCluster: 4,
  });
  expect(countFound([pair('a', 'b'), pair('c', 'd'), pair('b', 'c')], looked)).toMatchObject({
    clusters: 1,
    largestCluster: 4,
  });
});

test('where nothing is sure there are no groups', () => {
  expect(countFound([pair('a', 'b', 'review')], looked)).toMatchObject({ clusters: 0, largestCluster: 0 });
});
