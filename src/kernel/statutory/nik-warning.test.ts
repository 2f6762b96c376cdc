import { expect, test } from 'vitest';
import { locales } from '../language.ts';
import { compareNik, type NikWarning, nikWarningText, type StatedPerson } from './nik-warning.ts';

const today = '2026-03-14';
const man = '3375010708800001'; // 7 August 1980, first registered in Kota Pekalongan
const woman = '3375015708800001'; // 17 August 1980

test.each<[string, string, StatedPerson, NikWarning[]]>([
  ['nothing is stated', man, {}, []],
  ['everything agrees', man, { birthDate: '1980-08-07', sex: 'male', area: '33.75.01.1001' }, []],
  ['a woman agrees', woman, { birthDate: '1980-08-17', sex: 'female', area: '33.75' }, []],
  ['only the province is stated', man, { area: '33' }, []],
  ['the day of birth differs', man, { birthDate: '1980-08-08' }, ['birth_date_differs']],
  ['day and month are swapped', man, { birthDate: '1980-07-08' }, ['day_and_month_swapped']],
  ['day and month are the same', '3375010808800001', { birthDate: '1980-08-08' }, []],
  ['the century is not held by a NIK', man, { birthDate: '1880-08-07' }, []],
  ['the sex differs', man, { sex: 'female' }, ['sex_differs']],
  ['the owner moved from another regency', man, { area: '33.25.04' }, ['registered_elsewhere']],
  ['the stated area is unreadable', man, { area: 'Bendan' }, []],
  ['the NIK holds 31 February', '3375013102800001', { birthDate: '1980-02-28' }, ['birth_date_impossible']],
  [
    'all differ',
    man,
    { birthDate: '1979-01-01', sex: 'female', area: '31.71' },
    ['birth_date_differs', 'sex_differs', 'registered_elsewhere'],
  ],
])('a NIK is only ever warned about: %s', (_, nik, stated, warnings) => {
  expect(compareNik(nik, stated, today)).toEqual(warnings);
});

test.each(locales)('each warning is a sentence in %s', (locale) => {
  const warnings: NikWarning[] = ['birth_date_differs', 'sex_differs', 'registered_elsewhere'];
  for (const warning of warnings) expect(nikWarningText(warning, locale)).toMatch(/^[A-Z].+\.$/);
});
