import { expect, test } from 'vitest';
import { type DatedRole, holdsOn, keepsDataOfficer } from './last-data-officer.ts';

const today = '2026-05-06';
const admin = (id: string, more: Partial<DatedRole> = {}): DatedRole => ({
  membershipId: id,
  userId: `user-${id}`,
  role: 'data_officer',
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
const open = () => false;
const ending = (id: string) => (one: DatedRole) => one.membershipId === id;

test('a role holds from its first to its last day, both included', () => {
  const role = { validFrom: '2026-05-06', validTo: '2026-05-07' };
  expect(['2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08'].map((day) => holdsOn(day, role))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('one of two data officers may go, the last may not', () => {
  expect(keepsDataOfficer([admin('a'), admin('b')], ending('a'), today, open)).toBe(true);
  expect(keepsDataOfficer([admin('a')], ending('a'), today, open)).toBe(false);
});

test.each([
  ['an officer', { role: 'officer' }],
  ['one who starts next month', { validFrom: '2026-06-01' }],
  ['one whose time runs out', { validTo: '2026-12-31' }],
] as const)('%s does not count as a data officer who stays', (_who, more) => {
  expect(keepsDataOfficer([admin('a'), admin('b', more)], ending('a'), today, open)).toBe(false);
});

test('a data officer with a closed account does not count', () => {
  expect(
    keepsDataOfficer([admin('a'), admin('b')], ending('a'), today, (userId) => userId === 'user-b'),
  ).toBe(false);
});
