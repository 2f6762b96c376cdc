import { expect, test } from 'vitest';
import { invitationState, readInvitationCode } from './invitation-state.ts';
import { maskName } from './mask-name.ts';

test.each([
  ['Batik Sekar Jagad', 'Ba••• Se••• Ja•••'],
  ['  UD  Sri ', 'U••• S•••'],
  ['Émilie’s', 'Ém•••'],
])('%j is shown to strangers as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['kh7m-2qpx-9dnc', 'kh7m-2qpx-9dnc'],
  [' KH7M 2QPX 9DNC ', 'kh7m-2qpx-9dnc'],
  ['kh7m2qpx9dnc', 'kh7m-2qpx-9dnc'],
  ['—', ''],
])('a code typed as %j is read as %j', (typed, read) => {
  expect(readInvitationCode(typed)).toBe(read);
});

const now = Date.parse('2026-05-06T03:00:00Z');
const invitation = { applicationId: null, revokedAt: null, expiresAt: new Date(now + 1) };
test.each([
  [{}, 'waiting'],
  [{ expiresAt: new Date(now) }, 'expired'],
  [{ revokedAt: new Date(now) }, 'revoked'],
  [{ applicationId: 'a' }, 'used'],
  [{ applicationId: 'a', revokedAt: new Date(now), expiresAt: new Date(now) }, 'used'],
  [{ revokedAt: new Date(now), expiresAt: new Date(now) }, 'revoked'],
])('an invitation with %j is %s', (given, state) => {
  expect(invitationState({ ...invitation, ...given }, now)).toBe(state);
});
