import { expect, test } from 'vitest';
import { marksToWrite, type SheetLine } from './attendance-sheet.ts';
import type { AttendanceState } from './attendance-state.ts';

const line = (state: AttendanceState, shown: SheetLine['shown'] = null, reason: string | null = null) => ({
  participantId: 'p',
  state,
  reason,
  shown,
});
const now = (state: AttendanceState, reason: string | null = null) => new Map([['s p', { state, reason }]]);
const nothing = new Map();

test('"semua hadir, kecuali …": whoever was not touched is written as present the first time', () => {
  const lines = [line('present'), { ...line('excused', null, 'sakit'), participantId: 'q' }];
  expect(marksToWrite('s', lines, nothing)).toEqual([
    { participantId: 'p', state: 'present', reason: null },
    { participantId: 'q', state: 'excused', reason: 'sakit' },
  ]);
});

test('saving the same sheet twice writes nothing the second time', () => {
  expect(marksToWrite('s', [line('absent')], now('absent'))).toEqual([]);
  expect(marksToWrite('s', [line('absent', { state: 'absent', reason: null })], now('absent'))).toEqual([]);
});

test('what the trainer marked in the meantime is not overwritten by a page that was opened before', () => {
  expect(marksToWrite('s', [line('present')], now('late'))).toEqual([]);
  expect(marksToWrite('s', [line('absent', { state: 'absent', reason: null })], now('present'))).toEqual([]);
});

test('a line that was touched is a correction', () => {
  expect(marksToWrite('s', [line('absent', { state: 'present', reason: null })], now('present'))).toEqual([
    { participantId: 'p', state: 'absent', reason: null },
  ]);
});

test('a reason added later is a correction; a reason of somebody who is there is none', () => {
  const shown = { state: 'excused', reason: null } as const;
  expect(marksToWrite('s', [line('excused', shown, 'sakit')], now('excused'))).toHaveLength(1);
  expect(marksToWrite('s', [line('present', null, 'sakit')], now('present'))).toEqual([]);
});
