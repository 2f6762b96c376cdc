import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, wordsOf } from './clean-text.ts';

describe('Clean', () => {
  test.each([
    ["drop apostrophes: D'AFNI = DAFNI", "D'Afni", 'DAFNI'],
    ['a curly apostrophe is an apostrophe', 'D’Afni', 'DAFNI'],
    ['an acute accent typed as an apostrophe', 'Ma´ruf', 'MARUF'],
    ['dots become spaces', 'H.Abdul.Gani', 'H ABDUL GANI'],
    ['NFKC: full-width letters of a copied sheet', 'Ｓｉｔｉ　Ａｍｉｎａｈ', 'SITI AMINAH'],
    ['accents are dropped', 'Café Désa', 'CAFE DESA'],
    ['whitespace of every kind is one space', '  Nur\t\u00a0 Hidayat\n', 'NUR HIDAYAT'],
    ['nothing but punctuation is empty', ' -- . ', ''],
  ])('%s', (_rule, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  test('cleaning cleaned text changes nothing, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (raw) => {
        const once = cleanText(raw);
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('an empty text has no words', () => {
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf('BATIK TULIS')).toEqual(['BATIK', 'TULIS']);
  });
});
