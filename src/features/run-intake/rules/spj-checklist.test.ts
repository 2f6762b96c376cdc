import { expect, test } from 'vitest';
import { spjItems } from './paper-settings.ts';
import { type SpjFileKind, spjState } from './spj-checklist.ts';

const day = (day: string, ...sessionIds: string[]) => ({
  day,
  from: null,
  to: null,
  place: null,
  topics: [],
  trainers: [],
  sessionIds,
});
const days = [day('2026-05-06', 's1', 's2'), day('2026-05-07', 's3')];
const file = (kind: SpjFileKind, sessionId: string | null = null) => ({ kind, sessionId });
const all = spjItems.map((item) => file(item));

test('with all seven the folder is whole', () => {
  expect(spjState(all, days, [])).toMatchObject({ done: 7, of: 7, missing: [] });
});

test.each(spjItems)('without %s it is 6/7 and says so', (item) => {
  const state = spjState(
    all.filter(({ kind }) => kind !== item),
    days,
    [],
  );
  expect(state).toMatchObject({ done: 6, of: 7, missing: [item] });
});

test('a signed sheet is asked for each day; one of any session of the day is enough', () => {
  const rest = all.filter(({ kind }) => kind !== 'attendance_sheet');
  const one = spjState([...rest, file('attendance_sheet', 's2')], days, []);
  expect(one).toMatchObject({ done: 6, missing: ['attendance_sheet'] });
  expect(one.lines.find(({ item }) => item === 'attendance_sheet')?.missingDays).toEqual(['2026-05-07']);
  const both = [...rest, file('attendance_sheet', 's2'), file('attendance_sheet', 's3')];
  expect(spjState(both, days, []).done).toBe(7);
});

test('what the office does not need is not counted; what is there counts all the same', () => {
  const rest = all.filter(({ kind }) => kind !== 'invoice');
  expect(spjState(rest, days, ['invoice'])).toMatchObject({ done: 6, of: 6, missing: [] });
  expect(spjState(all, days, ['invoice'])).toMatchObject({ done: 7, of: 7 });
});

test('other papers are no part of the count', () => {
  expect(spjState([file('other')], days, []).done).toBe(0);
});
