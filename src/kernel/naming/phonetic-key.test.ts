import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneticKey, phoneticWord } from './phonetic-key.ts';

/** Every spelling in the list must meet in one word. */
function expectOneSound(spellings: string[]) {
  const [first = '', ...others] = spellings;
  for (const other of others) expect(phoneticWord(other), `${other} ~ ${first}`).toBe(phoneticWord(first));
}

describe('Arabic digraphs', () => {
  test.each([
    ['KH/CH/H', ['KHOLIL', 'CHOLIL', 'HOLIL']],
    ['SY/SH/S', ['SYARIF', 'SHARIF', 'SARIF']],
    ['SYH is SY: MASYHURI', ['MASYHURI', 'MASHURI', 'MASURI']],
    ['DZ/Z', ['ADZKIA', 'AZKIA']],
    ['TH/T', ['THOHIR', 'TOHIR']],
    ['DH/D', ['RAMADHAN', 'RAMADAN', 'ROMADHON']],
    ['Q/K', ['QOMARUDIN', 'KOMARUDIN']],
    ['GH/G', ['GHOFUR', 'GOFUR']],
    ['F/V/P', ['FATIMAH', 'VATIMAH', 'PATIMAH']],
    ['doubled → single', ['SIDDIQ', 'SIDIQ', 'SIDIK']],
    ['final H', ['AISYAH', 'AISYA', 'AISAH']],
    ['KH is read before TH: FATKHUR = FATHUR', ['FATKHUR', 'FATHUR', 'FATCHUR', 'FATUR']],
  ])('%s', (_rule, spellings) => expectOneSound(spellings));
});

describe('Javanised vowels', () => {
  test.each([
    ['RAHMAN/ROHMAN/ROKHMAN', ['RAHMAN', 'ROHMAN', 'ROKHMAN', 'RACHMAN']],
    ['SALEH/SOLEH/SHOLEH', ['SALEH', 'SOLEH', 'SHOLEH']],
    ['TAUFIQ/TAUFIK', ['TAUFIQ', 'TAUFIK']],
    ['NUR/NOER/NOOR', ['NUR', 'NOER', 'NOOR']],
    ['SUTRISNO/SUTRISNA', ['SUTRISNO', 'SUTRISNA', 'SOETRISNO']],
    ['DIAH/DYAH', ['DIAH', 'DYAH']],
    ['SUPRI/SOEPRI', ['SUPRI', 'SOEPRI']],
    ['Y glides: HARYANTO/HARIYANTO/HARIANTO', ['HARYANTO', 'HARIYANTO', 'HARIANTO']],
    ['AE/AI: ZAENAL/ZAINAL', ['ZAENAL', 'ZAINAL']],
    ['KHOERUL is KHAIRUL, not old spelling', ['KHOERUL', 'CHOERUL', 'KHOIRUL', 'KHAERUL', 'CHAIRUL']],
  ])('%s', (_rule, spellings) => expectOneSound(spellings));
});

describe('Old spelling', () => {
  test.each([
    ['OE→U', ['SOEHARTI', 'SUHARTI']],
    ['OE→U also after H inside a word: MASHOERI', ['MASHOERI', 'MASHURI']],
    ['TJ→C', ['TJIPTO', 'CIPTO']],
    ['DJ→J', ['DJAROT', 'JAROT']],
    ['SJ→SY', ['SJAHRIR', 'SYAHRIR']],
    ['J→Y beside another old marker: WIDJAJA = WIJAYA', ['WIDJAJA', 'WIJAYA']],
    ['J→Y beside another old marker: DJOJO = JOYO', ['DJOJO', 'JOYO']],
    ['J→Y beside another old marker: SOEJITNO = SUYITNO', ['SOEJITNO', 'SUYITNO']],
  ])('%s', (_rule, spellings) => expectOneSound(spellings));

  test('J stays J without another old marker: JONO ≠ YONO', () => {
    expect(phoneticWord('JONO')).not.toBe(phoneticWord('YONO'));
  });

  test('never NJ→NY: Panjang and Anjar keep their J, even beside another old marker', () => {
    expect(phoneticWord('PANJANG')).toBe('PANJANG');
    expect(phoneticWord('ANJAR')).toBe('ANJAR');
    expect(phoneticWord('SOENJOTO')).toBe('SUNJATA');
  });
});

describe('Not equal', () => {
  test.each([
    ['SITI', 'SRI'],
    ['DWI', 'DEWI'],
    ['HARYANTO', 'HARYANTI'],
    ['HALIM', 'HALIMAH'],
    ['SUSANTO', 'SUSANTI'],
    ['SUPARNO', 'SUPARNI'],
  ])('%s ≠ %s', (one, other) => {
    expect(phoneticWord(one)).not.toBe(phoneticWord(other));
  });
});

test('craft words stay readable: jlamprang, canting, batik', () => {
  expect(phoneticKey(['BATIK', 'JLAMPRANG', 'CANTING'])).toBe('BATIK JLAMPRANG CANTING');
});

test('house numbers and codes are not folded: 1100 keeps its doubled digits', () => {
  expect(phoneticWord('1100')).toBe('1100');
});

test('folding a folded word changes nothing and never leaves nothing', () => {
  const letters = fc.constantFrom(...'TDSKCGHYJZQFVNOEAIU');
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 9 }), (chosen) => {
      const once = phoneticWord(chosen.join(''));
      expect(once).not.toBe('');
      expect(phoneticWord(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});
