import { expect, test } from 'vitest';
import { happeningText, refusalOfAnswer } from './happening-notice.tsx';
import type { Happening } from './use-review-queue.ts';

const pair = { left: { name: 'Batik Jaya' }, right: { name: 'Batik Jaia' } };
const happening = (value: object) => ({ pair, ...value }) as Happening;

test('who comes second reads who was quicker and what they said, in both languages', () => {
  const refusal = { code: 'already_done', details: { by: 'Rini', decision: 'different' } } as const;
  expect(refusalOfAnswer(refusal, 'A dan B', 'id')).toBe(
    'A dan B sudah dijawab Rini: beda. Jawaban Anda tidak disimpan.',
  );
  expect(refusalOfAnswer(refusal, 'A and B', 'en')).toContain('Rini has already answered');
});

test.each([
  [{ code: 'wrong_state', details: { why: 'one_already' } }, 'sudah terjawab'],
  [{ code: 'not_found', details: { why: 'gone' } }, 'sudah tidak ada'],
  [{ code: 'locked' }, 'coba lagi'],
] as const)('a refusal %j is said in words', (refusal, words) => {
  expect(refusalOfAnswer(refusal, 'A dan B', 'id')).toContain(words);
});

test('an answer that could not be saved says so, and that the pair is back', () => {
  const text = happeningText(happening({ kind: 'brought_back', reason: { kind: 'offline' } }), 'id');
  expect(text).toBe(
    'Jawaban untuk Batik Jaya dan Batik Jaia belum tersimpan; pasangan itu dikembalikan. Server belum bisa dihubungi. Coba lagi sebentar.',
  );
});

test('an answer that was saved is named', () => {
  expect(happeningText(happening({ kind: 'answered', deed: 'same_owner' }), 'id')).toBe(
    'Tersimpan: pemilik sama, usaha beda.',
  );
});
