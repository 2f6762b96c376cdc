import { expect, test } from 'vitest';
import type { Estimate } from '../rules/estimate.ts';
import { estimateSentence } from './estimate-sentence.ts';

const counts = { listed: 105_000, visited: 38_400, found: 24_000 };
const estimated: Estimate = {
  ...counts,
  state: 'estimated',
  around: 62_700,
  low: 61_037,
  high: 64_482,
  basis: { rows: 105_000, sampled: 3_300, open: 66_600, found: 24_000, share: 0.6, designEffect: 1 },
};
const notYet: Estimate = { ...counts, state: 'not_yet', sample: 3_300, missing: 1_210 };

test.each<[string, Estimate, string | undefined, string, string]>([
  [
    'an estimate',
    estimated,
    undefined,
    'kira-kira 61.000–64.500 dari 105.000 masih berproduksi; 38.400 sudah dikunjungi',
    'about 61,000–64,500 of 105,000 still produce; 38,400 have been visited',
  ],
  [
    'an estimate of one product type',
    { ...estimated, found: 900, low: 2_812, high: 3_377 },
    'batik',
    'kira-kira 2.800–3.400 dari 105.000 membuat batik; 38.400 sudah dikunjungi',
    'about 2,800–3,400 of 105,000 make batik; 38,400 have been visited',
  ],
  [
    'a sub-sample that is not complete',
    notYet,
    undefined,
    'belum bisa diperkirakan: 1.210 dari 3.300 baris contoh belum ada hasilnya; 38.400 dari 105.000 sudah dikunjungi',
    'cannot be estimated yet: 1,210 of the 3,300 sampled rows have no result; 38,400 of 105,000 have been visited',
  ],
  [
    'a sub-sample that is too small',
    { ...notYet, sample: 3, missing: 0 },
    undefined,
    'belum bisa diperkirakan: baris contoh terlalu sedikit; 38.400 dari 105.000 sudah dikunjungi',
    'cannot be estimated yet: too few sampled rows; 38,400 of 105,000 have been visited',
  ],
  [
    'a village of which all is known',
    { state: 'known', listed: 423, visited: 423, found: 260 },
    undefined,
    '260 dari 423 masih berproduksi; semuanya sudah dikunjungi',
    '260 of 423 still produce; all have been visited',
  ],
])('%s, in both languages', (_, estimate, product, id, en) => {
  expect(estimateSentence(estimate, 'id', product)).toBe(id);
  expect(estimateSentence(estimate, 'en', product)).toBe(en);
});

test('a round without rows is not said to be done', () => {
  const none = { state: 'known', listed: 0, visited: 0, found: 0 } as const;
  expect(estimateSentence(none, 'id')).toBe('belum ada baris yang akan dikunjungi');
});
