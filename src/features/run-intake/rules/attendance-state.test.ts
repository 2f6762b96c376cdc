import { expect, test } from 'vitest';
import { countAttendance, markedAtByOffice, marksThatCount, placeOf } from './attendance-state.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 6, 1, minute));
const mark = (markId: string, minute: number, state: 'present' | 'absent' | 'late', participantId = 'p') => ({
  markId,
  sessionId: 's',
  participantId,
  state,
  markedAt: at(minute),
});

test('of several marks the one said last counts, in whatever order they arrive', () => {
  const marks = [mark('a', 10, 'absent'), mark('b', 40, 'late'), mark('c', 5, 'present')];
  for (const arrived of [marks, marks.toReversed(), [marks[1]!, marks[2]!, marks[0]!]])
    expect(marksThatCount(arrived).get('s p')).toMatchObject({ state: 'late' });
});

test('of two said at the same moment the same one counts everywhere', () => {
  const marks = [mark('a', 10, 'absent'), mark('b', 10, 'present')];
  expect(marksThatCount(marks).get('s p')?.markId).toBe('b');
  expect(marksThatCount(marks.toReversed()).get('s p')?.markId).toBe('b');
});

test('each person and session has a mark of its own', () => {
  const counting = marksThatCount([mark('a', 1, 'present', 'p1'), mark('b', 2, 'absent', 'p2')]);
  expect(counting.get(placeOf({ sessionId: 's', participantId: 'p1' }))?.state).toBe('present');
  expect(counting.get(placeOf({ sessionId: 's', participantId: 'p2' }))?.state).toBe('absent');
});

test('coming late is being there; a session without a mark is neither presence nor absence', () => {
  expect(countAttendance(['present', 'late', 'excused', 'absent', null])).toEqual({
    sessions: 5,
    there: 2,
    late: 1,
    excused: 1,
    absent: 1,
  });
});

test.each([
  ['a right clock is believed', { markedAt: 0, sentAt: 100, receivedAt: 100 }, 0],
  ['a clock two minutes slow is believed', { markedAt: 0, sentAt: 0, receivedAt: 120_000 }, 0],
  ['a clock an hour fast is set right', { markedAt: 3_600_000, sentAt: 7_200_000, receivedAt: 3_600_000 }, 0],
  ['a clock years slow is set right', { markedAt: 1_000, sentAt: 2_000, receivedAt: 9e11 }, 9e11 - 1_000],
  [
    'nothing was marked long after it arrived',
    { markedAt: 9e9, sentAt: 1_000, receivedAt: 1_000 },
    1_000 + 300_000,
  ],
  ['nothing was marked before 1970', { markedAt: -6e13, sentAt: 2.5e14, receivedAt: 9e11 }, 0],
  ['another system has the right time', { markedAt: 5, sentAt: null, receivedAt: 10 }, 5],
])('%s', (_name, given, marked) => {
  expect(markedAtByOffice(given)).toBe(marked);
});
