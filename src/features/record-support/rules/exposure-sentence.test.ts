import { expect, test } from 'vitest';
import { exposureSentence } from './exposure-sentence.ts';
import type { Support } from './support.ts';

type Told = Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn' | 'outcome'>;
const told = (startedOn: string, more: Partial<Told> = {}): Told => ({
  kind: 'training',
  topic: 'packaging',
  title: `Kelas ${startedOn}`,
  outcome: 'completed',
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
