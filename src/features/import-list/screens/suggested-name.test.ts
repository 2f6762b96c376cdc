import { expect, test } from 'vitest';
import { suggestedName } from './suggested-name.ts';

test('a list is called after its file until somebody names it', () => {
  expect(suggestedName('usulan_bpum-JENGGOT (2).xlsx')).toBe('Usulan bpum JENGGOT');
});

test('dates and numbers in the name of a file stay whole', () => {
  expect(suggestedName('SIDT 33.75 2024-03-14.csv')).toBe('SIDT 33.75 2024-03-14');
});

test('a very long name of a file still fits the field', () => {
  expect(suggestedName(`${'a'.repeat(300)}.xlsx`)).toHaveLength(120);
});
