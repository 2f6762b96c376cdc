import { expect, test } from 'vitest';
import { letterNumber } from '#kernel/letter-number.ts';
import { letterState, readCheckCode } from './letters.ts';

test('every letter of one issue has a number of its own where the pattern says so', () => {
  expect(letterNumber('094/##/DKUKM/2026', 7)).toBe('094/07/DKUKM/2026');
  expect(letterNumber('094/12/DKUKM/2026', 7)).toBe('094/12/DKUKM/2026');
});

test('a code is read however it is typed from paper', () => {
  expect(readCheckCode(' KH7M 2qpx–9dnc ')).toBe('kh7m-2qpx-9dnc');
});

test.each([
  ['valid', '2026-05-06', null],
  ['valid', '2026-05-01', null],
  ['ended', '2026-06-01', null],
  ['not_yet', '2026-04-30', null],
  ['revoked', '2026-05-06', new Date()],
] as const)('a letter is %s on %s', (state, today, revokedAt) => {
  expect(letterState({ startsOn: '2026-05-01', validTo: '2026-05-31', revokedAt }, today)).toBe(state);
});
