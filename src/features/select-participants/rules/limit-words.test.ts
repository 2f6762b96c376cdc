import { expect, test } from 'vitest';
import { limitInWords } from './limit-words.ts';

test.each([
  ['reserve:women', 'kursi khusus perempuan'],
  ['reserve:women@0197f2e0-5a00-7000-8000-000000000002', 'kursi khusus perempuan'],
  ['reserve:sector:batik', 'kursi khusus sektor batik'],
  ['quota:proposed', 'batas yang diusulkan pihak lain'],
  ['budget:0197f2e0-5a00-7000-8000-000000000002', 'anggaran'],
  ['seats:0197f2e0-5a00-7000-8000-000000000002', 'jumlah kursi'],
])('the limit %s is called %s', (name, words) => {
  expect(limitInWords(name, 'id')).toBe(words);
});
