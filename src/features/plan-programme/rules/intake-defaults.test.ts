import { expect, test } from 'vitest';
import { intakeDefaults, nextName } from './intake-defaults.ts';

test('an intake gets the next number of its year, also where one was renamed or left out', () => {
  expect(nextName([], '2026')).toBe('Angkatan 1 tahun 2026');
  expect(
    nextName(
      ['Angkatan 1 tahun 2026', 'Kelas malam', 'Angkatan 4 tahun 2026', 'Angkatan 9 tahun 2025'],
      '2026',
    ),
  ).toBe('Angkatan 5 tahun 2026');
});

const base = { names: [], last: null, seats: 30, days: 3, today: '2026-05-06', lineIds: [] as string[] };

test('the first intake of a programme begins as its template says, four weeks from now', () => {
  expect(intakeDefaults(base)).toEqual({
    name: 'Angkatan 1 tahun 2026',
    stage: 1,
    seats: 30,
    costPerSeat: 0,
    budgetLineId: null,
    place: null,
    partnerId: null,
    startsOn: '2026-06-03',
    endsOn: '2026-06-05',
    applicationsCloseOn: '2026-05-27',
  });
});

test('the next one begins as the last one was, but never on the budget line of another year', () => {
  const last = {
    seats: 25,
    costPerSeat: 450_000,
    budgetLineId: 'old',
    place: 'Aula BLK',
    partnerId: 'p',
    startsOn: '2026-02-02',
    endsOn: '2026-02-06',
    stage: 2,
  };
  const next = intakeDefaults({ ...base, last, lineIds: ['a', 'b'] });
  expect(next).toMatchObject({
    seats: 25,
    costPerSeat: 450_000,
    place: 'Aula BLK',
    stage: 2,
    budgetLineId: null,
  });
  expect(next.endsOn).toBe('2026-06-07');
  expect(intakeDefaults({ ...base, last, lineIds: ['old', 'b'] }).budgetLineId).toBe('old');
  expect(intakeDefaults({ ...base, lineIds: ['only'] }).budgetLineId).toBe('only');
});
