import { expect, test } from 'vitest';
import { KbliFinder } from './kbli-finder.ts';

const finder = new KbliFinder([
  {
    kbliCode: '13133',
    title: 'Industri batik',
    synonyms: ['batik tulis', 'mbatik', 'batik cap', 'sarung batik'],
  },
  { kbliCode: '14111', title: 'Industri pakaian jadi', synonyms: ['konveksi', 'jahit baju', 'penjahit'] },
  { kbliCode: '56104', title: 'Warung makan', synonyms: ['warteg', 'nasi megono', 'warung nasi'] },
  { kbliCode: '47112', title: 'Perdagangan eceran warung', synonyms: ['warung kelontong', 'toko kelontong'] },
]);
const codes = (text: string) => finder.find(text, 3).map((entry) => entry.kbliCode);

test('an everyday word leads to the code, also in Javanese and with a typing error', () => {
  expect(codes('mbatik')[0]).toBe('13133');
  expect(codes('konfeksi')[0]).toBe('14111');
  expect(codes('nasi megonoo')[0]).toBe('56104');
});

test('while a word is still being typed, its beginning is enough', () => {
  expect(codes('kelont')).toEqual(['47112']);
});

test('digits are the beginning of a code', () => {
  expect(codes('56')).toEqual(['56104']);
});

test('a word that names no work finds nothing', () => {
  expect(codes('astronot')).toEqual([]);
  expect(codes('  ')).toEqual([]);
});
