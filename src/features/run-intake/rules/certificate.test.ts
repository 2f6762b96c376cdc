import { expect, test } from 'vitest';
import {
  attendedEnough,
  attendedShare,
  hoursOf,
  nextNumberOf,
  numbersOf,
  outcomeOf,
  readVerifyCode,
  usualPattern,
} from './certificate.ts';

const sessions = ['s1', 's2', 's3'].map((sessionId) => ({ sessionId, cancelledAt: null as Date | null }));
const marks = new Map([
  ['s1 p', { state: 'present' as const }],
  ['s2 p', { state: 'late' as const }],
  ['s3 p', { state: 'excused' as const }],
]);

test('who came late was there; who said why not was not', () => {
  expect(attendedShare('p', sessions, marks)).toEqual({ there: 2, of: 3 });
  expect(attendedShare('q', sessions, marks)).toEqual({ there: 0, of: 3 });
});

test('a cancelled session is asked of nobody', () => {
  const cancelled = sessions.map((one, at) => (at === 2 ? { ...one, cancelledAt: new Date(0) } : one));
  expect(attendedShare('p', cancelled, marks)).toEqual({ there: 2, of: 2 });
});

test.each([
  [4, 5, 80, true],
  [3, 5, 80, false],
  [2, 3, 66, true],
  [2, 3, 67, false],
  [0, 0, 80, false],
  [0, 3, 0, true],
])('%d of %d sessions at %d%% is enough: %s', (there, of, percent, enough) => {
  expect(attendedEnough({ there, of }, percent)).toBe(enough);
});

test.each([
  [{ there: 5, of: 5 }, false, 'completed'],
  [{ there: 1, of: 5 }, true, 'completed'],
  [{ there: 1, of: 5 }, false, 'left'],
  [{ there: 0, of: 5 }, false, 'absent'],
] as const)('%j with certificate %s ended as %s', (share, has, outcome) => {
  expect(outcomeOf(share, 80, has)).toBe(outcome);
});

test('numbers go on after the last of their pattern, and only of it', () => {
  const taken = ['001/SERT/V/2026', '009/SERT/V/2026', '050/SERT/IV/2026', 'x001/SERT/V/2026'];
  expect(nextNumberOf('###/SERT/V/2026', taken)).toBe(10);
  expect(numbersOf('###/SERT/VI/2026', taken, 2)).toEqual(['001/SERT/VI/2026', '002/SERT/VI/2026']);
  expect(nextNumberOf('A.(##)', ['A.(07)'])).toBe(8);
  expect(usualPattern('2026-05-08')).toBe('###/SERT/V/2026');
});

test('hours are those of the sessions that were held', () => {
  const at = (from: string, to: string, cancelledAt: Date | null = null) => ({
    startsAt: new Date(`2026-05-06T${from}:00+07:00`),
    endsAt: new Date(`2026-05-06T${to}:00+07:00`),
    cancelledAt,
  });
  expect(hoursOf([at('08:00', '11:15'), at('12:00', '15:00'), at('16:00', '18:00', new Date(0))])).toBe(6.5);
  expect(hoursOf([])).toBeNull();
});

test('a code is read however it is typed from paper', () => {
  expect(readVerifyCode(' KH7M 2qpx–9dnc ')).toBe('kh7m-2qpx-9dnc');
});
