import { expect, test } from 'vitest';
import { formatInstant } from '#kernel/calendar.ts';
import { appealDueAt, workingDaysLeft } from './working-days.ts';

const at = (text: string) => new Date(`${text}+07:00`);

test.each([
  ['2026-05-06T10:00', '13 Mei 2026, 23.59 WIB'], // Wednesday → Wednesday
  ['2026-05-08T23:30', '15 Mei 2026, 23.59 WIB'], // Friday night → Friday
  ['2026-05-09T08:00', '15 Mei 2026, 23.59 WIB'], // Saturday → Friday
])('asked on %s, five working days end on %s', (asked, due) => {
  expect(formatInstant(appealDueAt(at(asked)).getTime())).toBe(due);
});

test.each([
  ['2026-05-06T11:00', 5],
  ['2026-05-09T11:00', 3],
  ['2026-05-13T11:00', 0],
  ['2026-05-14T08:00', -1],
  ['2026-05-16T08:00', -2],
  ['2026-05-18T08:00', -3],
])('on %s there are %i working days left of a question due on Wednesday 13 May', (now, left) => {
  expect(workingDaysLeft(at('2026-05-13T23:59:59'), at(now))).toBe(left);
});
