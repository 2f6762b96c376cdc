import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf, waitSeconds } from './provider-fault.ts';
import { parseQuietHours, quietUntil } from './quiet-hours.ts';
import { isFurther, isOut, type SendStatus, sendStatuses } from './send-status.ts';

test('read never falls back to delivered, and nothing that is out waits again', () => {
  const order = ['waiting', 'accepted', 'sent', 'delivered', 'read'] as const;
  for (const [at, from] of order.entries())
    for (const [to, next] of order.entries()) expect(isFurther(from, next)).toBe(to > at);
  expect(isFurther('delivered', 'failed')).toBe(false);
  expect(isFurther('failed', 'delivered')).toBe(true);
  for (const status of sendStatuses) expect(isFurther(status, 'waiting')).toBe(false);
  expect(sendStatuses.filter((status) => !isOut(status))).toEqual(['waiting', 'dropped']);
});

test('whatever the order in which notices come, and however often, the end is the same', () => {
  const notices = fc.array(fc.constantFrom<SendStatus>('sent', 'delivered', 'read', 'failed'), {
    maxLength: 8,
  });
  const end = (all: readonly SendStatus[]) =>
    all.reduce<SendStatus>((now, next) => (isFurther(now, next) ? next : now), 'accepted');
  fc.assert(
    fc.property(notices, (all) => {
      expect(end([...all].reverse())).toBe(end(all));
      expect(end([...all, ...all])).toBe(end(all));
    }),
  );
});

test('what the provider says no to: wrong number, slower, later, or a person is needed', () => {
  expect(
    ['131026', '131047', '131050', '130429', '131056', '131000', '190', '132001', 'http_404'].map(faultOf),
  ).toEqual([
    'wrong_number',
    'by_hand',
    'stopped',
    'rate',
    'pair_rate',
    'later',
    'account',
    'account',
    'account',
  ]);
});

test('the wait grows to five minutes, and the provider’s own wish is kept', () => {
  expect([1, 2, 3, 7, 20].map((faults) => waitSeconds(faults))).toEqual([5, 10, 20, 300, 300]);
  expect(waitSeconds(1, 90)).toBe(90);
  expect(waitSeconds(5, 1)).toBe(80);
});

test.each([
  ['2026-05-06T12:59:59Z', '20-8', null], // 19.59 WIB
  ['2026-05-06T13:00:00Z', '20-8', '2026-05-07T01:00:00.000Z'],
  ['2026-05-06T18:30:00Z', '20-8', '2026-05-07T01:00:00.000Z'], // 01.30 WIB of the next day
  ['2026-05-07T00:59:59Z', '20-8', '2026-05-07T01:00:00.000Z'],
  ['2026-05-07T01:00:00Z', '20-8', null],
  ['2026-05-07T05:30:00Z', '12-13', '2026-05-07T06:00:00.000Z'], // at noon
  ['2026-05-07T06:00:00Z', '12-13', null],
  ['2026-05-07T06:00:00Z', '8-8', null],
])('at %s with quiet hours %s: quiet until %s', (now, hours, until) => {
  const end = quietUntil(Date.parse(now), parseQuietHours(hours));
  expect(end === null ? null : new Date(end).toISOString()).toBe(until);
});
