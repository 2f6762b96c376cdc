import { expect, test } from 'vitest';
import { type EnumeratorWork, enumeratorPace, roundPace, sundaysOff, workingDays } from './pace.ts';

// 1 November 2026 is a Sunday; today is Thursday the 12th.
const today = '2026-11-12';
const work: EnumeratorWork = {
  enumeratorId: 'ani',
  openRows: 50,
  sentBackRows: 0,
  doneByDay: new Map([
    ['2026-11-06', 10],
    ['2026-11-07', 20],
    ['2026-11-09', 30],
    ['2026-11-10', 20],
    ['2026-11-11', 10],
    ['2026-11-12', 99],
  ]),
  startedOn: '2026-11-02',
  lastSyncOn: today,
  letter: { from: '2026-11-01', to: '2026-12-31' },
  away: [],
};
const upTo = (day: string) => new Map([...work.doneByDay].filter(([one]) => one <= day));
const pace = (more: Partial<EnumeratorWork> = {}) => enumeratorPace({ ...work, ...more }, today, sundaysOff);

test('working days leave out Sundays and the office’s holidays', () => {
  expect(workingDays('2026-11-06', '2026-11-10', sundaysOff)).toEqual([
    '2026-11-06',
    '2026-11-07',
    '2026-11-09',
    '2026-11-10',
  ]);
  const rest = { weekdays: [0, 6], holidays: new Set(['2026-11-09']) };
  expect(workingDays('2026-11-06', '2026-11-10', rest)).toEqual(['2026-11-06', '2026-11-10']);
  expect(workingDays('2026-11-10', '2026-11-06', rest)).toEqual([]);
});

test('pace is that of the last five working days; today, which is not over, is left out', () => {
  expect(pace()).toMatchObject({ perDay: 18, done: 189, idleDays: 0, cause: null });
});

test('working days without work, while there are rows, are idle days', () => {
  expect(pace({ doneByDay: upTo('2026-11-07') })).toMatchObject({ idleDays: 3, cause: { cause: 'ask' } });
  expect(pace({ doneByDay: upTo('2026-11-10') })).toMatchObject({ idleDays: 1, cause: null });
});

test('days of leave, before they had rows, and of which the phone has not told yet, are not idle days', () => {
  const doneByDay = upTo('2026-11-07');
  const away = [{ from: '2026-11-09', to: '2026-11-10' }];
  expect(pace({ doneByDay, away })).toMatchObject({ idleDays: 1, cause: null });
  expect(pace({ doneByDay: new Map(), startedOn: '2026-11-11' })).toMatchObject({ idleDays: 1, perDay: 0 });
  expect(pace({ doneByDay, lastSyncOn: '2026-11-09' })).toMatchObject({ idleDays: 1 });
  expect(pace({ doneByDay: new Map(), startedOn: today })).toMatchObject({ idleDays: 0, perDay: null });
});

test.each<[string, Partial<EnumeratorWork>, object | null]>([
  ['no letter yet', { letter: null, openRows: 0 }, { cause: 'waiting_for_letter' }],
  [
    'a letter that has run out',
    { letter: { from: '2026-11-01', to: '2026-11-10' } },
    { cause: 'waiting_for_letter' },
  ],
  ['all rows done', { openRows: 0 }, { cause: 'no_rows_left' }],
  [
    'ill until the 14th',
    { away: [{ from: '2026-11-10', to: '2026-11-14' }] },
    { cause: 'away', until: '2026-11-14' },
  ],
  [
    'a phone that never connected',
    { lastSyncOn: null, doneByDay: new Map() },
    { cause: 'phone_never_connected' },
  ],
  ['rows since today, and no phone yet', { lastSyncOn: null, startedOn: today }, null],
  [
    'no delivery since Saturday',
    { lastSyncOn: '2026-11-07' },
    { cause: 'phone_not_synced_since', day: '2026-11-07' },
  ],
  ['no delivery since yesterday', { lastSyncOn: '2026-11-11' }, null],
  ['a quarter came back', { sentBackRows: 13 }, { cause: 'many_sent_back', rows: 13 }],
  ['two of five came back', { sentBackRows: 2, openRows: 5 }, null],
  ['idle for no reason that the data know', { doneByDay: upTo('2026-11-07') }, { cause: 'ask' }],
])('the cause comes before the person: %s', (_, more, cause) => {
  expect(pace(more).cause).toEqual(cause);
});

const round = { startsOn: '2026-11-02', endsOn: '2026-11-30', target: 1_000, doneByDay: work.doneByDay };

test('the round is told what it does a day, what it has to do, and when it will be done', () => {
  // 811 rows on 16 working days, today included; 18 a day until now.
  expect(roundPace(round, today, sundaysOff)).toEqual({
    perDay: 18,
    left: 811,
    daysLeft: 16,
    neededPerDay: 51,
    doneOn: '2027-01-04',
  });
});

test('before it begins nothing is said of pace, and what is needed counts from its first day', () => {
  const before = roundPace({ ...round, doneByDay: new Map() }, '2026-10-20', sundaysOff);
  expect(before).toEqual({ perDay: null, left: 1_000, daysLeft: 25, neededPerDay: 40, doneOn: null });
});

test('after its last day no day is left to need anything on', () => {
  const late = roundPace(round, '2026-12-01', sundaysOff);
  expect(late).toMatchObject({ daysLeft: 0, neededPerDay: null, perDay: 0, doneOn: null });
});

test('a target that is reached needs nothing more', () => {
  expect(roundPace({ ...round, target: 150 }, today, sundaysOff)).toMatchObject({
    left: 0,
    neededPerDay: 0,
    doneOn: today,
  });
});
