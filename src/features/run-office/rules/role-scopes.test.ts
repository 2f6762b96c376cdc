import { expect, test } from 'vitest';
import { isFitScope } from './role-scopes.ts';

test.each([
  ['officer', 'district', '33.75.01', true],
  ['enumerator', 'village', '33.75.01.1001', true],
  ['companion', 'group', '0192f0c1-2345-7678-9abc-def012345678', true],
  ['data_officer', 'office', '33.75', true],
  ['data_officer', 'district', '33.75.01', false],
  ['head', 'village', '33.75.01.1001', false],
  ['enumerator', 'group', 'x', false],
  ['officer', 'district', '33.25.01', false],
  ['officer', 'district', '33.75.01.1001', false],
  ['officer', 'village', '33.75.01', false],
  ['officer', 'office', '33.25', false],
  ['officer', 'district', 'Pekalongan Barat', false],
  ['officer', 'owner', 'x', false],
  ['partner', 'partner', '0192f0c1-2345-7678-9abc-def012345678', true],
  ['partner', 'office', '33.75', false],
  ['officer', 'partner', '0192f0c1-2345-7678-9abc-def012345678', false],
] as const)('a %s for %s %s: %s', (role, kind, code, fit) => {
  expect(isFitScope(role, { kind, code }, '33.75')).toBe(fit);
});
