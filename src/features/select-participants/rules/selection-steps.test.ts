import { expect, test } from 'vitest';
import { sameSeed } from './seed.ts';
import { hindranceToLock, hindranceToRun } from './selection-steps.ts';

const now = new Date('2026-05-06T03:00:00Z');
const later = new Date('2026-05-20T17:00:00Z');
const open = { status: 'open', applicationsCloseAt: later };
const closed = { status: 'closed', applicationsCloseAt: now };

test.each([
  ['draft', [open], null],
  ['draft', [{ status: 'planned', applicationsCloseAt: later }], null],
  ['draft', [open, { status: 'open', applicationsCloseAt: null }], 'no_close'],
  ['draft', [open, { status: 'open', applicationsCloseAt: now }], 'applications_closed'],
  ['draft', [{ status: 'closed', applicationsCloseAt: later }], 'applications_closed'],
  ['draft', [{ status: 'postponed', applicationsCloseAt: later }], 'applications_closed'],
  ['locked', [open], 'not_draft'],
  ['decided', [open], 'not_draft'],
  ['dropped', [open], 'not_draft'],
] as const)('%s with intakes %j: locking is hindered by %s', (status, intakes, hindrance) => {
  expect(hindranceToLock({ status, intakes, now })).toBe(hindrance);
});

test.each([
  ['locked', [closed], null],
  ['locked', [closed, { status: 'closed', applicationsCloseAt: later }], 'applications_open'],
  ['locked', [{ status: 'closed', applicationsCloseAt: null }], 'applications_open'],
  ['locked', [closed, { status: 'open', applicationsCloseAt: now }], 'intake_not_closed'],
  ['locked', [{ status: 'cancelled', applicationsCloseAt: now }], 'intake_not_closed'],
  ['draft', [closed], 'not_locked'],
  ['dropped', [closed], 'not_locked'],
  ['decided', [closed], 'decided'],
] as const)('%s with intakes %j: the official run is hindered by %s', (status, intakes, hindrance) => {
  expect(hindranceToRun({ status, intakes, now })).toBe(hindrance);
});

test.each(['Undian 17', ' undian  17 ', 'UNDIAN\u00a017', 'ｕndian 17'])(
  '%j is the seed "undian 17"',
  (seed) => {
    expect(sameSeed(seed, 'undian 17')).toBe(true);
  },
);
