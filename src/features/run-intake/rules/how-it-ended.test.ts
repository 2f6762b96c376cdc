import { expect, test } from 'vitest';
import { type AttendanceState, placeOf } from './attendance-state.ts';
import { absenceOf, howItEnded } from './how-it-ended.ts';

const days = ['senin', 'selasa', 'rabu'];
const sessions = days.map((sessionId) => ({ sessionId, cancelledAt: null as Date | null }));

type Said = AttendanceState | [AttendanceState, string] | null;
const marks = (of: Readonly<Record<string, readonly Said[]>>) =>
  new Map(
    Object.entries(of).flatMap(([participantId, states]) =>
      states.flatMap((said, at) => {
        if (said === null) return [];
        const [state, reason] = typeof said === 'string' ? [said, null] : said;
        return [[placeOf({ participantId, sessionId: days[at]! }), { state, reason }] as const];
      }),
    ),
  );

test('absence is what was marked as missed, with every reason once', () => {
  const counting = marks({
    siti: [['absent', 'Sakit'], 'present', ['excused', 'sakit']],
    karsi: ['late', 'present', null],
    warni: [['excused', 'Acara keluarga'], ['absent', 'Sakit'], 'absent'],
  });
  expect(absenceOf('siti', sessions, counting)).toEqual({
    missed: 2,
    excused: 1,
    sessions: 3,
    reasons: ['Sakit'],
  });
  expect(absenceOf('karsi', sessions, counting)).toBeNull();
  expect(absenceOf('warni', sessions, counting)).toMatchObject({
    missed: 3,
    reasons: ['Acara keluarga', 'Sakit'],
  });
});

test('a session that was called off was missed by nobody', () => {
  const off = sessions.map((one, at) => (at === 0 ? { ...one, cancelledAt: new Date(0) } : one));
  const counting = marks({ siti: [['absent', 'Sakit'], 'present', 'absent'] });
  expect(absenceOf('siti', off, counting)).toEqual({ missed: 1, excused: 0, sessions: 2, reasons: [] });
});

const counting = marks({
  often: ['present', 'present', 'present'],
  half: ['present', 'absent', 'absent'],
  never: ['absent', 'absent', 'absent'],
});
const outcomes = (participantId: string, status: string, proven: string[] = []) =>
  howItEnded([{ participantId, enterpriseId: 'usaha', status }], {
    ...{ sessions, counting, percent: 80 },
    proven: new Set(proven),
  }).map(({ outcome }) => outcome);

test.each([
  ['often', 'confirmed', 'completed'],
  ['half', 'confirmed', 'left'],
  ['never', 'confirmed', 'absent'],
  ['half', 'left', 'left'],
  ['often', 'left', 'left'],
  ['half', 'offered', 'left'],
])('%s there with a seat that is %s: %s', (participantId, status, outcome) => {
  expect(outcomes(participantId, status)).toEqual([outcome]);
});

test('whoever gave the seat up before coming at all is not on record', () => {
  for (const status of ['left', 'declined', 'silent', 'displaced'])
    expect(outcomes('never', status)).toEqual([]);
});

test('a certificate or a permit proves that it was seen through, whatever attendance says', () => {
  for (const participantId of ['half', 'never'])
    for (const status of ['confirmed', 'left'])
      expect(outcomes(participantId, status, [participantId])).toEqual(['completed']);
});

test('an enterprise that left a seat and took another has one line, by the better of them', () => {
  const seats = [
    { participantId: 'often', enterpriseId: 'usaha', status: 'confirmed' },
    { participantId: 'half', enterpriseId: 'usaha', status: 'left' },
  ];
  const given = { sessions, counting, percent: 80, proven: new Set<string>() };
  const line = [{ enterpriseId: 'usaha', outcome: 'completed', absence: null }];
  expect(howItEnded(seats, given)).toEqual(line);
  expect(howItEnded(seats.toReversed(), given)).toEqual(line);
});
