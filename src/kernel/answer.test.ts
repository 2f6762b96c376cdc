import { expect, test } from 'vitest';
import { answerLabel, answers, evidenceGrades, evidenceLabel, isAtLeast } from './answer.ts';

test('every way of lacking an identifier has its own words in both languages', () => {
  expect(answers.map((answer) => answerLabel(answer, 'id'))).toEqual([
    'Ada',
    'Belum punya',
    'Belum ditunjukkan',
    'Tidak mau',
    'Belum ditanya',
  ]);
  expect(new Set(answers.map((answer) => answerLabel(answer, 'en'))).size).toBe(answers.length);
});

test('evidence is named as in the glossary', () => {
  expect(evidenceGrades.map((grade) => evidenceLabel(grade, 'id'))).toEqual([
    'Pengakuan',
    'Sudah dilihat',
    'Ada berkas',
  ]);
  expect(evidenceLabel('seen', 'en')).toBe('Seen');
});

test.each([
  ['declared', 'declared', true],
  ['declared', 'seen', false],
  ['seen', 'declared', true],
  ['seen', 'documented', false],
  ['documented', 'seen', true],
] as const)('%s satisfies a demand for %s: %s', (grade, minimum, satisfied) => {
  expect(isAtLeast(grade, minimum)).toBe(satisfied);
});
