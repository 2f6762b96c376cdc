import { expect, test } from 'vitest';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { byDistance, finishedSince, groupByRt, stateOf } from './list-rows.ts';

const row = (rowId: string, more: Partial<WorkRow>) =>
  ({ rowId, village: 'A', place: 1, status: 'assigned', ...more }) as WorkRow;
const nothing = { drafts: new Set<string>(), finished: new Set<string>() };

test('rows stand by RT in the order of visiting, the random sample before all others', () => {
  const groups = groupByRt([
    row('1', { place: 3, rt: '02', rw: '01' }),
    row('2', { place: 1, rt: '01', rw: '01' }),
    row('3', { place: 2, rt: '02', rw: '01', inSample: true }),
    row('4', { place: 4, rt: '01', rw: '01' }),
    row('5', { place: 0, rt: '09', rw: '09', inSample: true }),
  ]);
  expect(groups.map(({ isSample, rt, rows }) => [isSample, rt, rows.map(({ rowId }) => rowId)])).toEqual([
    [true, '', ['5', '3']],
    [false, '01', ['2', '4']],
    [false, '02', ['1']],
  ]);
});

test('a row finished here is done, one sent back is to be done again, one half written is begun', () => {
  expect(stateOf(row('1', {}), { ...nothing, finished: new Set(['1']) })).toBe('done');
  expect(stateOf(row('1', { status: 'approved' }), nothing)).toBe('done');
  expect(stateOf(row('1', { status: 'sent_back' }), nothing)).toBe('to_do');
  expect(stateOf(row('1', { status: 'approved' }), { ...nothing, drafts: new Set(['1']) })).toBe('begun');
});

test('nearest first, without those that have no place', () => {
  const here = { latitude: -6.9, longitude: 109.7 };
  const near = byDistance(
    [
      row('far', { latitude: -6.95, longitude: 109.7 }),
      row('nowhere', {}),
      row('near', { latitude: -6.901, longitude: 109.7 }),
    ],
    here,
  );
  expect(near.map(({ row: { rowId }, metres }) => [rowId, Math.round(metres)])).toEqual([
    ['near', 111],
    ['far', 5566],
  ]);
});

test('what was sent before the list was fetched, the list knows better', () => {
  const finished = [
    { rowId: 'unsent', sentAt: null },
    { rowId: 'sent back since', sentAt: '2026-03-14T07:00:00.000Z' },
    { rowId: 'just sent', sentAt: '2026-03-14T09:00:00.000Z' },
    { rowId: null, sentAt: null },
  ];
  expect([...finishedSince(finished, '2026-03-14T08:00:00.000Z')]).toEqual(['unsent', 'just sent']);
});
