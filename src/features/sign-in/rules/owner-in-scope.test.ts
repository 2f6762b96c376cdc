import { expect, test } from 'vitest';
import { reachesOwner } from './owner-in-scope.ts';

const owner = { ownerId: 'o', villageCodes: ['33.75.01.1002'], groupIds: ['kub'] };

test.each([
  ['office', '33.75', true],
  ['district', '33.75.01', true],
  ['district', '33.75.02', false],
  ['village', '33.75.01.1002', true],
  ['village', '33.75.01.1003', false],
  ['group', 'kub', true],
  ['group', 'lain', false],
  ['owner', 'o', true],
  ['owner', 'p', false],
] as const)('a role for %s %s reaches the owner: %s', (kind, code, reached) => {
  expect(reachesOwner([{ kind, code }], owner)).toBe(reached);
});

test('an owner whose place is unknown is reached by the whole office only', () => {
  const nowhere = { ownerId: 'o', villageCodes: [], groupIds: [] };
  expect(reachesOwner([{ kind: 'district', code: '33.75.01' }], nowhere)).toBe(false);
  expect(reachesOwner([{ kind: 'office', code: '33.75' }], nowhere)).toBe(true);
});
