import { expect, test } from 'vitest';
import { importPermissions } from '../features/import-list/permissions.ts';
import { censusPermissions } from '../features/plan-census/permissions.ts';
import { pairPermissions } from '../features/resolve-duplicates/permissions.ts';
import { roles } from '../kernel/actor.ts';
import { navigationFor, pathsFor } from './navigation.ts';

test("a pendata is led to the register but not to other people's trails", () => {
  expect(pathsFor(['enumerator'])).toEqual(['/', '/usaha', '/lapangan/']);
});

test('two roles show what either may open, in the order of use', () => {
  expect(pathsFor(['head', 'officer'])).toEqual([
    '/',
    '/usaha',
    '/daftar',
    '/kembar',
    '/pendataan',
    '/pembinaan',
    '/sapa',
    '/orang',
    '/kotak-keluar',
    '/jejak',
  ]);
});

test('an owner has no place in the staff navigation', () => {
  expect(pathsFor(['owner'])).toEqual([]);
});

test('every place has its word in both languages', () => {
  const paths = pathsFor(['officer', 'data_officer']);
  expect(navigationFor(paths, 'id').map((item) => item.label)).toContain('Data UMKM');
  expect(navigationFor(paths, 'en').map((item) => item.label)).toContain('Register');
});

test.each([
  ['/daftar', importPermissions['list.view']],
  ['/kembar', pairPermissions['pair.view']],
  ['/pendataan', censusPermissions['census.view_sheets']],
])('the way to %s is shown to exactly those who may see it', (path, permission) => {
  const led = roles.filter((role) => pathsFor([role]).includes(path));
  expect(led).toEqual(roles.filter((role) => permission.roles.includes(role)));
});
