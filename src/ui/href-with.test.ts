import { expect, test } from 'vitest';
import { hrefWith } from './href-with.ts';

test('choosing another kelurahan keeps the other filters and begins the list anew', () => {
  expect(hrefWith('?q=batik&desa=a&setelah=xyz', { desa: ['a', 'b'] })).toBe('?q=batik&desa=a&desa=b');
});

test('removing the last filter leaves the bare page', () => {
  expect(hrefWith('?desa=a', { desa: null })).toBe('?');
});

test('paging keeps the filters', () => {
  expect(hrefWith('?q=batik&sebelum=abc', { setelah: 'def' })).toBe('?q=batik&setelah=def');
});
