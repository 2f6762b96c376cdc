import { expect, test } from 'vitest';
import { cityOfArea, linesOf } from './letterhead.ts';
import { type SignatoryRow, signatoriesOfDay, signsOn } from './signatory.ts';

const row = (of: Partial<SignatoryRow>): SignatoryRow => ({
  signatoryId: 'a',
  duty: 'head',
  name: 'Siti',
  rank: null,
  nip: null,
  position: 'Kepala Dinas',
  acting: null,
  validFrom: '2026-01-01',
  validTo: null,
  revision: 1,
  ...of,
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-03-31', true],
  ['2026-04-01', false],
])('papers of %s are signed by who signs from 1 January to 31 March: %s', (day, signs) => {
  expect(signsOn(row({ validTo: '2026-03-31' }), day)).toBe(signs);
});

test('papers of a day bear the names of that day, the acting head before the one still on the list', () => {
  const rows = [
    row({ signatoryId: 'treasurer', duty: 'treasurer' }),
    row({ signatoryId: 'head' }),
    row({ signatoryId: 'plt', acting: 'plt', validFrom: '2026-02-01' }),
    row({ signatoryId: 'gone', validTo: '2026-01-31' }),
  ];
  expect(signatoriesOfDay(rows, '2026-03-01').map((one) => one.signatoryId)).toEqual([
    'plt',
    'head',
    'treasurer',
  ]);
});

test.each([
  ['Kota Pekalongan', 'Pekalongan'],
  ['KABUPATEN BATANG', 'BATANG'],
  ['Kotawaringin Barat', 'Kotawaringin Barat'],
])('%s is written %s before a date', (area, city) => {
  expect(cityOfArea(area)).toBe(city);
});

test('a letterhead keeps its lines, without blanks between', () => {
  expect(linesOf('  Pemerintah  Kota \r\n\n Dinas Usaha Mikro ')).toEqual([
    'Pemerintah Kota',
    'Dinas Usaha Mikro',
  ]);
});
