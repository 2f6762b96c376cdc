import { expect, test } from 'vitest';
import { gaveUp } from './gave-up.ts';
import { type SeatStatus, seatStatuses } from './seat-state.ts';

const seat = (
  participantId: string,
  status: SeatStatus,
  source = 'selection',
  follows: string | null = null,
) => ({
  participantId,
  status,
  source,
  follows,
});

test('who declined, stayed silent, left, or had the seat taken back is out of the line', () => {
  expect(seatStatuses.filter((status) => gaveUp(seat('a', status), []))).toEqual([
    'declined',
    'silent',
    'left',
    'displaced',
  ]);
});

test.each([
  ['override', false],
  ['appeal', false],
  ['waiting_list', true],
])('who was displaced and followed by way of %s is out of the line: %s', (source, out) => {
  const displaced = seat('a', 'displaced');
  expect(gaveUp(displaced, [displaced, seat('b', 'offered', source, 'a')])).toBe(out);
});
