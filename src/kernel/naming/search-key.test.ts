import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchKey } from './search-key.ts';
import { orderedTrigrams, trigramSet, wordSimilarity } from './trigrams.ts';

describe('what is typed and what is on record meet', () => {
  test.each([
    ['mohamad rohman', 'MUHAMMAD ROKHMAN'],
    ['m rohman', 'Moch. Rokhman'],
    ['haji rohman', 'H. ROKHMAN'],
    ['st aminah', 'Hj. Siti Aminah'],
    ['abdurrohman', 'ABD. RACHMAN'],
    ['a rofiq', 'Achmad Rofik'],
    ['khoerul anam', 'CHOIRUL ANAM'],
    ['soetrisno', 'Sutrisna'],
    ['tk sumber rejeki', 'TOKO SOEMBER REDJEKI'],
    ['rumah makan bu tinah', 'R.M. Bu Tinah'],
    ['catering barokah', 'KATERING BAROKAH'],
    ['usaha dagang lestari', 'U.D. LESTARI'],
    ["d'afni", 'DAFNI'],
  ])('%s finds %s', (typed, recorded) => {
    expect(searchKey(typed)).toBe(searchKey(recorded));
  });

  test.each([
    ['siti', 'sri'],
    ['dwi', 'dewi'],
    ['haryanto', 'haryanti'],
    ['halim', 'halimah'],
  ])('%s is not %s', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });
});

test('craft words stay readable: batik tulis jlamprang, canting cap', () => {
  expect(searchKey('Batik tulis jlamprang')).toBe('BATIK TULIS JLAMPRANG');
  expect(searchKey('canting cap')).toBe('CANTING CAP');
});

test('a letter short still finds it first: "batik jlampran" finds BATIK JLAMPRANG', () => {
  const asked = trigramSet(searchKey('batik jlampran'));
  const score = (recorded: string) => wordSimilarity(asked, orderedTrigrams(searchKey(recorded)));
  expect(score('Toko Batik Jlamprang Asli')).toBeGreaterThan(0.8);
  expect(score('Batik Jawa Hokokai')).toBeLessThan(0.6);
});

test('a title in mid-name is kept, and a title alone is what is searched for', () => {
  expect(searchKey('warung bu tinah')).toBe('WARUNG BU TINA');
  expect(searchKey('haji')).not.toBe('');
});

test('numbers are searchable as written: NIB and RT/RW', () => {
  expect(searchKey('NIB 9120001122334')).toBe('NIB 9120001122334');
});

describe('whatever is typed', () => {
  const words =
    'H HJ KHJ M MM A ST SST STI STY MUH MUHH MOHHAMAD ABD ABDHURAHMAN ABDUR ROHMAN RM TK WWR U.D. USAHA DAGANG BATIK MAKAN PAKK';
  const scrambled = fc
    .array(fc.constantFrom(...words.split(' ')), { maxLength: 6 })
    .map((chosen) => chosen.join(' '));
  const alphabetic = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .'’,-]{0,25}$/);

  test('the key of a key is itself, and letters always leave a key', () => {
    fc.assert(
      fc.property(fc.oneof(scrambled, alphabetic), (typed) => {
        const key = searchKey(typed);
        expect(searchKey(key)).toBe(key);
        expect(key === '').toBe(!/[A-Za-z0-9]/.test(typed));
      }),
      { numRuns: 4000 },
    );
  });

  test('case and punctuation change nothing', () => {
    const plain = fc.array(fc.stringMatching(/^[A-Z]{2,9}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, fc.constantFrom('. ', ' - ', ', '), (name, separator) => {
        expect(searchKey(name.join(separator).toLowerCase())).toBe(searchKey(name.join(' ')));
      }),
    );
  });
});
