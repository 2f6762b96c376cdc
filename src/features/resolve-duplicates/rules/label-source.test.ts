import { expect, test } from 'vitest';
import { labelSourceOf } from './label-source.ts';

test.each([
  ['open', 'review', null, 'review'],
  ['open', 'review', 'same_nik_other_name', 'review'],
  ['open', 'sure', null, 'example'],
  ['open', 'review', 'undone', 'example'],
  ['asked', 'review', null, 'village'],
  ['asked', 'sure', null, 'example'],
] as const)('an answer to a pair %s, %s, conflict %s, counts as %s', (status, band, conflict, source) => {
  expect(labelSourceOf({ status, band, conflict })).toBe(source);
});
