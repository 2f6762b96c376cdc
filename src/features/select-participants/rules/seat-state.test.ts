import { expect, test } from 'vitest';
import {
  type SeatAction,
  type SeatStatus,
  seatActions,
  seatStatusAfter,
  seatStatuses,
} from './seat-state.ts';

const possible: [SeatStatus, SeatAction, SeatStatus][] = [
  ['offered', 'confirm', 'confirmed'],
  ['offered', 'decline', 'declined'],
  ['offered', 'leave', 'left'],
  ['offered', 'silence', 'silent'],
  ['offered', 'displace', 'displaced'],
  ['confirmed', 'leave', 'left'],
  ['confirmed', 'displace', 'displaced'],
];

test.each(possible)('a seat that is %s: %s makes it %s', (status, action, after) => {
  expect(seatStatusAfter(status, action)).toBe(after);
});

test('everything else is not possible; above all, a confirmed seat is never lost to silence, and a seat given up does not come back', () => {
  for (const status of seatStatuses)
    for (const action of seatActions)
      if (!possible.some(([from, by]) => from === status && by === action))
        expect(seatStatusAfter(status, action)).toBeNull();
});
