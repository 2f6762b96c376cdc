import { expect, test } from 'vitest';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { indexRows } from './find-before-adding.ts';

const row = (name: string, more: Partial<WorkRow> = {}): WorkRow => ({
  rowId: name,
  roundId: 'r',
  enterpriseId: name,
  revision: 1,
  name,
  owner: null,
  sector: 'batik',
  village: 'Jenggot',
  place: 1,
  status: 'assigned',
  ...more,
});
const rows = [
  row('Batik Tulis Sekar Jagad', { owner: 'Hj. Siti Muhayaroh', phoneHint: '•••• 4412' }),
  row('Toko Kue Bu Muhayaroh', { owner: 'Muhayaroh', nikEnds: '0007' }),
  row('Konveksi Rohman', { owner: 'Mohamad Rokhman', address: 'Jl. Pelita 3' }),
  row('Warung Soto Pak Slamet', { owner: 'Slamet Riyadi' }),
];
const find = indexRows(rows);
const names = (typed: string) => find(typed).map(({ row: found }) => found.name);

test.each([
  ['as written', 'Sekar Jagad', 'Batik Tulis Sekar Jagad'],
  ['another spelling of the name', 'Muhammad Rochman', 'Konveksi Rohman'],
  ['a slip of the finger', 'Slemet', 'Warung Soto Pak Slamet'],
  ['half typed', 'konv', 'Konveksi Rohman'],
  ['the address', 'pelita', 'Konveksi Rohman'],
  ['the end of a phone number', '4412', 'Batik Tulis Sekar Jagad'],
  ['the end of a NIK', '0007', 'Toko Kue Bu Muhayaroh'],
])('found: %s', (_, typed, expected) => {
  expect(names(typed)[0]).toBe(expected);
});

test('the one that has all words comes first', () => {
  expect(names('kue muhayaroh')).toEqual(['Toko Kue Bu Muhayaroh', 'Batik Tulis Sekar Jagad']);
});

test('what is not on the list is not found, and digits are not guessed', () => {
  expect(names('Bengkel Las Joko')).toEqual([]);
  expect(names('4413')).toEqual([]);
  expect(names('  ')).toEqual([]);
});
