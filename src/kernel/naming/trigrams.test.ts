import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderedTrigrams, similarity, TRIGRAM_SPACE, trigramSet, wordSimilarity } from './trigrams.ts';

const compare = (one: string, other: string) => similarity(trigramSet(one), trigramSet(other));
const compareWord = (query: string, document: string) =>
  wordSimilarity(trigramSet(query), orderedTrigrams(document));

/** As PostgreSQL answers similarity(a, b) and word_similarity(a, b); the first pair is in its manual. */
const AS_POSTGRES: [string, string, number, number][] = [
  ['word', 'two words', 0.36363637, 0.8],
  ['BATIK JLAMPRAN', 'TOKO BATIK JLAMPRANG ASLI', 0.5185185, 0.93333334],
  ['MUHAMAD RAHMAN', 'AHMAD RAHMAN', 0.5294118, 0.6],
  ['SITI AMINA', 'SRI AMINA', 0.5, 0.54545456],
  ['KATERING BAROKAH', 'BAROKAH KATERING', 1, 1],
];

describe('as pg_trgm counts', () => {
  test.each(AS_POSTGRES)('similarity of "%s" and "%s"', (one, other, whole, stretch) => {
    expect(compare(one, other)).toBeCloseTo(whole, 5);
    expect(compareWord(one, other)).toBeCloseTo(stretch, 5);
  });

  test('each word is padded with two spaces before and one after: CAT has 4 trigrams, CAT CAP 8 in order', () => {
    expect(orderedTrigrams('CAT')).toHaveLength(4);
    expect(orderedTrigrams('CAT CAP')).toHaveLength(8);
    expect(trigramSet('CAT CAP')).toHaveLength(6);
  });

  test('marks only separate words, and case does not count', () => {
    expect(trigramSet('batik-tulis!')).toEqual(trigramSet('BATIK TULIS'));
  });

  test('nothing is similar to nothing', () => {
    expect(trigramSet(' - ')).toHaveLength(0);
    expect(compare('', 'BATIK')).toBe(0);
    expect(compareWord('BATIK', '')).toBe(0);
    expect(compareWord('', 'BATIK')).toBe(0);
  });
});

const key = fc
  .array(fc.stringMatching(/^[A-C]{1,5}$/), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

describe('for any two keys', () => {
  test('similarity is mutual, between 0 and 1, and 1 for the same key', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const value = compare(one, other);
        expect(value).toBe(compare(other, one));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(compare(one, one)).toBe(1);
      }),
    );
  });

  test('a query found whole in a longer name scores 1', () => {
    fc.assert(
      fc.property(key, key, key, (before, query, after) => {
        expect(compareWord(query, `${before} ${query} ${after}`)).toBe(1);
      }),
    );
  });

  test('an earlier comparison leaves no trace in a later one', () => {
    fc.assert(
      fc.property(key, key, key, (one, other, third) => {
        const first = compareWord(one, other);
        compareWord(third, one);
        expect(compareWord(one, other)).toBe(first);
      }),
    );
  });

  test('each trigram is a whole number below TRIGRAM_SPACE, letters beyond A–Z included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const trigram of orderedTrigrams(text)) expect(trigram).toBeLessThan(TRIGRAM_SPACE);
      }),
    );
    expect(trigramSet('山田')).toHaveLength(3);
  });
});
