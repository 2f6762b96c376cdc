import { expect, test } from 'vitest';
import { mayBeSamePersonName } from './same-person-name.ts';

test.each([
  ['Iwan W.', 'Iwan Wicaksono'],
  ['VAJAR HERMAWAN', 'Fajar Hermawan'],
  ['Hj. Siti Aminah', 'ST AMINAH'],
  ['Nurhidayat', 'Nur Hidayat'],
  ['Muh. Rokhman, S.Pd', 'Muhammad Rohman'],
  ['Sutrisno', 'Sutrisna'],
  ['Wicaksono', 'Wicaksomo'],
  ['Khotijah', 'Siti Khodijah'],
])('%s may be %s, written down twice', (one, other) => {
  expect(mayBeSamePersonName(one, other)).toBe(true);
  expect(mayBeSamePersonName(other, one)).toBe(true);
});

test.each([
  ['SUMIATI', 'SUMINAH'],
  ['SUPARMAN', 'SUPARJO'],
  ['MARYATI', 'MARYONO'],
  ['SRI WAHYUNI', 'SITI WAHYUNI'],
  ['HARYANTO', 'HARYANTI'],
  ['HALIM', 'HALIMAH'],
  ['DWI LESTARI', 'DEWI LESTARI'],
  ['Budi Raharjo', 'Siti Fatimah'],
])('%s is another person than %s, whatever NIK is shown', (one, other) => {
  expect(mayBeSamePersonName(one, other)).toBe(false);
});
