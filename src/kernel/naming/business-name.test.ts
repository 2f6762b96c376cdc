import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNamedAfterOwner, parseBusinessName } from './business-name.ts';
import { parsePersonName } from './person-name.ts';

describe('Business: the kind is a category feature, not the name', () => {
  test.each([
    ['UD', 'U.D. Barokah', 'UD'],
    ['UD written out', 'Usaha Dagang Barokah', 'UD'],
    ['CV', 'CV. BAROKAH', 'CV'],
    ['CV after the name', 'Barokah, C.V.', 'CV'],
    ['PT', 'PT Barokah', 'PT'],
    ['PD', 'P.D. Barokah', 'PD'],
    ['KUB', 'Kelompok Usaha Bersama Barokah', 'KUB'],
    ['TOKO/TK', 'TK. BAROKAH', 'TOKO'],
    ['WARUNG/WR', 'Wr Barokah', 'WARUNG'],
    ['WARUNG MAKAN', 'Warung Makan Barokah', 'WARUNG'],
    ['RM', 'RM. Barokah', 'RUMAH MAKAN'],
    ['RM written out', 'RUMAH MAKAN BAROKAH', 'RUMAH MAKAN'],
    ['KIOS', 'KIOS BAROKAH', 'KIOS'],
    ['DEPOT', 'DEPOT BAROKAH', 'DEPOT'],
    ['LAPAK', 'LAPAK BAROKAH', 'LAPAK'],
    ['KONTER', 'COUNTER BAROKAH', 'KONTER'],
    ['BATIK', 'Batik Barokah', 'BATIK'],
    ['CRAFT', 'Barokah Craft', 'CRAFT'],
    ['KONVEKSI', 'KONVEKSI BAROKAH', 'KONVEKSI'],
    ['KATERING', 'Barokah Catering', 'KATERING'],
    ['JUAL', 'JUALAN BAROKAH', 'JUAL'],
    ['USAHA', 'USAHA BAROKAH', 'USAHA'],
    ['DAGANG', 'DAGANG BAROKAH', 'DAGANG'],
  ])('%s', (_rule, raw, category) => {
    expect(parseBusinessName(raw)).toMatchObject({ categories: [category], key: 'BAROKAH' });
  });

  test('several kinds, each once: TOKO BATIK "BATIK NADIA"', () => {
    expect(parseBusinessName('Toko Batik "Batik Nadia"')).toMatchObject({
      categories: ['TOKO', 'BATIK'],
      key: 'NADIA',
    });
  });

  test('nothing but kinds: the kinds are the name', () => {
    expect(parseBusinessName('TK BATIK')).toMatchObject({
      categories: ['TOKO', 'BATIK'],
      tokens: ['BATIK', 'TOKO'],
    });
  });

  test('craft words are names: BATIK JLAMPRANG', () => {
    expect(parseBusinessName('Batik Jlamprang')).toMatchObject({ categories: ['BATIK'], key: 'JLAMPRANG' });
  });

  test('old and new spelling meet by sound: SOEMBER REDJEKI = SUMBER REJEKI', () => {
    expect(parseBusinessName('Soember Redjeki').phoneticKey).toBe(
      parseBusinessName('TOKO SUMBER REJEKI').phoneticKey,
    );
  });
});

describe('Alias', () => {
  test.each(['CV Barokah d/h UD Lestari', 'Barokah (UD Lestari)', 'BAROKAH ALS UD LESTARI'])('%s', (raw) => {
    expect(parseBusinessName(raw)).toMatchObject({ key: 'BAROKAH', aliases: ['UD LESTARI'] });
  });

  test.each([
    ['WARUNG X <OWNER> by a title', 'Warung Berkah Bu Tinah', 'TINAH'],
    ['WARUNG <OWNER> by a title', 'WARUNG PAK H. SOLIKHIN', 'SOLIKHIN'],
    ['a title in brackets', 'Berkah (Bu Tinah)', 'TINAH'],
    ['WARUNG X <OWNER> by a given name', 'WARUNG BERKAH SITI AMINAH', 'SITI AMINAH'],
    ['TOKO <OWNER> by a given name', 'Toko Moch. Rohman', 'MUHAMMAD ROHMAN'],
  ])('%s', (_rule, raw, owner) => {
    expect(parseBusinessName(raw).owner).toBe(owner);
  });

  test.each(['BATIK JLAMPRANG', 'TOKO MAS SINAR', 'WARUNG BU', 'CV SITI JAYA'])(
    'no owner is guessed in %s',
    (raw) => {
      expect(parseBusinessName(raw).owner).toBeNull();
    },
  );

  test('the owner’s title is not the name: WARUNG BU TINAH = WARUNG TINAH', () => {
    expect(parseBusinessName('WARUNG BU TINAH').key).toBe(parseBusinessName('WARUNG TINAH').key);
  });

  test('a business that bears its owner’s name is known when the owner is', () => {
    const owner = parsePersonName('Hj. Wastinah, S.Pd');
    expect(isNamedAfterOwner(parseBusinessName('WARUNG BERKAH WASTINA'), owner)).toBe(true);
    expect(isNamedAfterOwner(parseBusinessName('BATIK WASTINAH'), owner)).toBe(true);
    expect(isNamedAfterOwner(parseBusinessName('BATIK WASTINAH PUTRI'), owner)).toBe(false);
    expect(isNamedAfterOwner(parseBusinessName('BATIK TINAH'), parsePersonName(''))).toBe(false);
  });
});

describe('whatever is written', () => {
  const words =
    'UD CV U D . TK TOKO BATIK RM RUMAH WR WARUNG MAKAN USAHA DAGANG KELOMPOK BERSAMA BU PAK H ALS ( ) D/H SITI ABDULGANI M';
  const scrambled = fc
    .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 7 })
    .map((w) => w.join(' '));

  test('a key parses to itself, and letters always leave a key', () => {
    fc.assert(
      fc.property(scrambled, (raw) => {
        const { key } = parseBusinessName(raw);
        expect(parseBusinessName(key).key).toBe(key);
        expect(key === '').toBe(!/[A-Z]/.test(raw));
      }),
      { numRuns: 4000 },
    );
  });

  test('case and punctuation change no key', () => {
    const plain = fc.array(fc.stringMatching(/^[A-Z]{2,9}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, fc.constantFrom('. ', ' - ', ', ', ' & '), (name, separator) => {
        const expected = parseBusinessName(name.join(' '));
        expect(parseBusinessName(`"${name.join(separator).toLowerCase()}"`).phoneticKey).toBe(
          expected.phoneticKey,
        );
      }),
    );
  });
});
