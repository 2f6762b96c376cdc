import { expect, test } from 'vitest';
import { sampleOffers } from './sample-offers.ts';

test('of 105,000 names 1,060 drawn by lot tell the share to within three of a hundred', () => {
  expect(sampleOffers(105_000)).toEqual([
    { margin: 0.05, rows: 390 },
    { margin: 0.03, rows: 1_060 },
    { margin: 0.02, rows: 2_350 },
  ]);
});

test('no more rows are offered than are listed, and none where nothing is', () => {
  expect(sampleOffers(25).map(({ rows }) => rows)).toEqual([25, 25, 25]);
  expect(sampleOffers(0)).toEqual([]);
});
