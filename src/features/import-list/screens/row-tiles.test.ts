import { expect, test } from 'vitest';
import type { ImportCounts } from '../rules/import-counts.ts';
import { rowTiles } from './row-tiles.ts';

const counts: ImportCounts = {
  sheets: 1,
  data: 412,
  skipped: {},
  dispositions: { ready: 400, needs_mending: 12, other_area: 0 },
  actions: { new: 380, changed: 20, unchanged: 0, repeated: 0, missingNow: 0, newOwners: 370 },
  problems: [],
};

test('new, changed, unchanged and to mend are said of every list, the rest only where there is some', () => {
  expect(rowTiles(counts, { leftToMend: 12, hasPrevious: false })).toEqual([
    { filter: 'new', count: 380 },
    { filter: 'changed', count: 20 },
    { filter: 'unchanged', count: 0 },
    { filter: 'needs_mending', count: 12 },
  ]);
});

test('a new edition of a list says how many are missing now, even when none are', () => {
  expect(rowTiles(counts, { leftToMend: 12, hasPrevious: true })).toContainEqual({
    filter: 'missing_now',
    count: 0,
  });
});

test('rows that came back mended are no longer counted as waiting', () => {
  expect(rowTiles(counts, { leftToMend: 0, hasPrevious: false })).toContainEqual({
    filter: 'needs_mending',
    count: 0,
  });
});
