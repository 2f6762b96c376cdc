import { expect, test } from 'vitest';
import { navigationFor, pathsFor } from './navigation.ts';

test("a pendata is led to the register but not to other people's trails", () => {
  expect(pathsFor(['enumerator'])).toEqual(['/', '/usaha']);
});

test('two roles show what either may open, in the order of use', () => {
  expect(pathsFor(['head', 'officer'])).toEqual(['/', '/usaha', '/orang', '/kotak-keluar', '/jejak']);
});

test('an owner has no place in the staff navigation', () => {
  expect(pathsFor(['owner'])).toEqual([]);
});

test('every place has its word in both languages', () => {
  const paths = pathsFor(['officer', 'data_officer']);
  expect(navigationFor(paths, 'id').map((item) => item.label)).toContain('Data UMKM');
  expect(navigationFor(paths, 'en').map((item) => item.label)).toContain('Register');
});
