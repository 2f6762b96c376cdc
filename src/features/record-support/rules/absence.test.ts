import { expect, test } from 'vitest';
import { type Absence, absencePhrase, isSameAbsence } from './absence.ts';

const missed = (more: Partial<Absence> = {}): Absence => ({
  missed: 2,
  excused: 0,
  sessions: 3,
  reasons: ['Sakit'],
  ...more,
});

test('what was missed is said with how much, where, and why', () => {
  expect(absencePhrase(missed(), 'id')).toBe('tidak hadir 2 dari 3 pertemuan: sakit');
  expect(absencePhrase(missed(), 'id', 'di Kelas ekspor (2025)')).toBe(
    'tidak hadir 2 dari 3 pertemuan di Kelas ekspor (2025): sakit',
  );
  expect(absencePhrase(missed({ reasons: ['Ill', 'HP rusak'] }), 'en', 'at Export class (2025)')).toBe(
    'missed 2 of 3 sessions at Export class (2025): ill, HP rusak',
  );
});

test('leave is told apart from staying away, and a reason that nobody wrote down is not made up', () => {
  const leave = missed({ excused: 1, reasons: [] });
  expect(absencePhrase(leave, 'id')).toBe(
    'tidak hadir 2 dari 3 pertemuan (1 dengan izin): alasan tidak tercatat',
  );
  expect(absencePhrase(leave, 'en')).toBe('missed 2 of 3 sessions (1 with leave): no reason on record');
});

test('two lines say the same of an absence only if numbers and reasons are the same', () => {
  expect(isSameAbsence(null, null)).toBe(true);
  expect(isSameAbsence(missed(), missed())).toBe(true);
  for (const other of [
    null,
    missed({ missed: 1 }),
    missed({ excused: 1 }),
    missed({ sessions: 4 }),
    missed({ reasons: [] }),
    missed({ reasons: ['Acara keluarga'] }),
  ])
    expect(isSameAbsence(missed(), other)).toBe(false);
});
