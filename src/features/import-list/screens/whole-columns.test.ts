import { expect, test } from 'vitest';
import { wholeColumns } from './whole-columns.ts';

const nik = { column: 1, field: 'nik', judged: 100, suspect: 98 } as const;

test('a NIK column that Excel spoilt on every sheet is told once for the whole list', () => {
  expect(
    wholeColumns([
      { ...nik, verdict: 'damaged' },
      { ...nik, verdict: 'damaged' },
    ]),
  ).toEqual([{ ...nik, verdict: 'damaged', judged: 200, suspect: 196 }]);
});

test('a sheet whose NIK are sound is not counted into the damage of another', () => {
  const told = wholeColumns([
    { ...nik, verdict: 'damaged' },
    { ...nik, suspect: 0, verdict: 'sound' },
  ]);
  expect(told.find(({ verdict }) => verdict === 'damaged')?.judged).toBe(100);
});
