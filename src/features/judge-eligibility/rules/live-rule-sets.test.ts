import { expect, it } from 'vitest';
import { dayOfCount, liveVersions, versionInForce } from './live-rule-sets.ts';

const version = (number: number, effectiveOn: string, programmeId = 'p') => ({
  programmeId,
  version: number,
  effectiveOn,
});
const versions = [version(1, '2026-01-01'), version(2, '2026-06-01'), version(3, '2026-12-01')];

it('the version holds whose day has come last, from that day on', () => {
  expect(versionInForce(versions, '2026-05-31')?.version).toBe(1);
  expect(versionInForce(versions, '2026-06-01')?.version).toBe(2);
  expect(versionInForce(versions, '2025-12-31')).toBeNull();
});

it('of two versions for one day the newer holds', () => {
  expect(versionInForce([version(1, '2026-01-01'), version(2, '2026-01-01')], '2026-01-01')?.version).toBe(2);
});

it('answers are kept of what holds and what is to come, in programmes that go on', () => {
  const all = [...versions, version(1, '2026-01-01', 'ended')];
  expect(liveVersions(all, new Set(['p']), '2026-07-01').map((one) => one.version)).toEqual([2, 3]);
});

it('conditions are counted as of the day, and as of their first day while that is still to come', () => {
  expect(dayOfCount('2026-06-01', '2026-07-01')).toBe('2026-07-01');
  expect(dayOfCount('2026-12-01', '2026-07-01')).toBe('2026-12-01');
});
