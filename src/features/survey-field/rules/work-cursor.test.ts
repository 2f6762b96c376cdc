import { expect, test } from 'vitest';
import { formatCursor, parseCursor, parseForms } from './work-cursor.ts';

test('a cursor comes back as it went', () => {
  const cursor = { since: 12_345, rounds: 'aB-_9' };
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
});

test.each([undefined, '', 'x', '12', '-1.a', '1.a;b', `${'9'.repeat(16)}.a`])(
  'what is no cursor (%j) fetches the whole list',
  (text) => {
    expect(parseCursor(text)).toBeNull();
  },
);

test('forms that the phone has; names may hold dots', () => {
  expect([...parseForms('inti.3,pl.kumkm.12,rusak,,x.')]).toEqual(['inti.3', 'pl.kumkm.12']);
});
