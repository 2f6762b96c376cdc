import { expect, test } from 'vitest';
import { fillMessage, unknownPlaceholders } from './fill-message.ts';
import { outreachTitle, plainWords, TITLE_LENGTH } from './outreach-words.ts';

test('a name that is too long ends at a word, with three dots', () => {
  const long = `Pelatihan ekspor: ${'sertifikat mutu dan kapasitas produksi '.repeat(5)}`;
  const title = outreachTitle(long);
  expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH);
  expect(title).toMatch(/\w…$/);
  expect(long.startsWith(title.slice(0, -1))).toBe(true);
  expect(outreachTitle('Pelatihan ekspor')).toBe('Pelatihan ekspor');
});

test('one endless word is cut where it must', () => {
  expect(plainWords('x'.repeat(200), 50)).toBe(`${'x'.repeat(49)}…`);
});

test('braces in the words of others are neither filled in nor refused', () => {
  const words = plainWords('Punya {nib} atau {nama}');
  expect(words).toBe('Punya (nib) atau (nama)');
  expect(unknownPlaceholders(words)).toEqual([]);
  const facts = { ownerName: 'Siti', enterpriseNames: [], villageName: null, officeName: 'Dinas' };
  expect(fillMessage(words, facts)).toBe(words);
});
