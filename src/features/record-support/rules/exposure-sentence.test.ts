import { expect, test } from 'vitest';
import { exposureSentence } from './exposure-sentence.ts';
import type { Support } from './support.ts';

type Told = Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn' | 'outcome' | 'absence'>;
const told = (startedOn: string, more: Partial<Told> = {}): Told => ({
  kind: 'training',
  topic: 'packaging',
  title: `Kelas ${startedOn}`,
  outcome: 'completed',
  absence: null,
  startedOn,
  ...more,
});

test('repeat trainings are said in one sentence', () => {
  const twice = [told('2024-03-01'), told('2025-06-02')];
  expect(exposureSentence(twice, 2024, 'id')).toBe('sudah dua kali pelatihan kemasan sejak 2024');
  expect(exposureSentence(twice, 2024, 'en')).toBe('had packaging training twice since 2024');
  expect(exposureSentence(twice, 2025, 'id')).toBe('sudah sekali pelatihan kemasan sejak 2025');
});

test('several kinds stand in one sentence, the most frequent first', () => {
  const halal = told('2025-01-01', { kind: 'facilitation', topic: 'halal' });
  const modal = told('2025-02-01', { kind: 'capital_aid', topic: 'other' });
  const all = [halal, modal, told('2024-03-01'), told('2025-06-02')];
  expect(exposureSentence(all, 2024, 'id')).toBe(
    'sudah dua kali pelatihan kemasan, sekali bantuan modal dan sekali fasilitasi halal sejak 2024',
  );
});

test('an enterprise that was invited and never came was not supported', () => {
  expect(exposureSentence([told('2025-01-01', { outcome: 'absent' })], 2024, 'id')).toBe(
    'belum pernah dibina',
  );
  expect(exposureSentence([], 2024, 'en')).toBe('never supported');
  expect(exposureSentence([told('2020-01-01')], 2024, 'id')).toBe('belum dibina sejak 2024');
});

test('what two merged records both say counts once', () => {
  const same = [
    told('2025-01-01', { title: 'Kelas kemasan' }),
    told('2025-01-01', { title: 'KELAS KEMASAN' }),
  ];
  expect(exposureSentence(same, 2024, 'id')).toBe('sudah sekali pelatihan kemasan sejak 2024');
});

test('more than nine times are written in digits', () => {
  const many = Array.from({ length: 12 }, (_, at) => told(`2025-${String(at + 1).padStart(2, '0')}-01`));
  expect(exposureSentence(many, 2025, 'id')).toBe('sudah 12 kali pelatihan kemasan sejak 2025');
});

test('what was missed and why follows what was received, and takes nothing away from it', () => {
  const absence = { missed: 2, excused: 1, sessions: 3, reasons: ['Sakit', 'Acara keluarga'] };
  const half = told('2025-03-01', { title: 'Pelatihan kemasan, Angkatan 1', outcome: 'left', absence });
  expect(exposureSentence([half], 2024, 'id')).toBe(
    'sudah sekali pelatihan kemasan sejak 2024; tidak hadir 2 dari 3 pertemuan (1 dengan izin) di Pelatihan kemasan, Angkatan 1 (2025): sakit, acara keluarga',
  );
  expect(exposureSentence([half], 2024, 'en')).toBe(
    'had packaging training once since 2024; missed 2 of 3 sessions (1 with leave) at Pelatihan kemasan, Angkatan 1 (2025): sakit, acara keluarga',
  );
});

test('whoever never came was not supported, and the reason stands beside it', () => {
  const absence = { missed: 3, excused: 0, sessions: 3, reasons: [] };
  const never = told('2025-03-01', { title: 'Kelas ekspor', outcome: 'absent', absence });
  expect(exposureSentence([never], 2024, 'id')).toBe(
    'belum pernah dibina; tidak hadir 3 dari 3 pertemuan di Kelas ekspor (2025): alasan tidak tercatat',
  );
});

test('absence of years before those looked at is not brought up again, and of two merged records it is told once', () => {
  const absence = { missed: 1, excused: 0, sessions: 3, reasons: ['Sakit'] };
  const old = told('2023-03-01', { absence });
  expect(exposureSentence([old], 2024, 'id')).toBe('belum dibina sejak 2024');
  const twice = [told('2025-03-01', { absence }), told('2025-03-01', { absence })];
  expect(exposureSentence(twice, 2024, 'id').split('tidak hadir')).toHaveLength(2);
});
