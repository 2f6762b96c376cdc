import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from './address.ts';

describe('Address', () => {
  test('a full city address', () => {
    expect(
      parseAddress(
        'Jl. KH. Mansyur Gg. 5 No. 12 A, RT.002/RW.005, Kel. Bendan Kergon, Kec. Pekalongan Barat, Kota Pekalongan, Prov. Jawa Tengah 51113',
      ),
    ).toEqual({
      street: 'KH MANSYUR',
      alley: '5',
      number: '12A',
      housing: null,
      block: null,
      rt: '02',
      rw: '05',
      hamlet: null,
      village: 'BENDAN KERGON',
      district: 'PEKALONGAN BARAT',
      regency: 'KOTA PEKALONGAN',
      province: 'JAWA TENGAH',
      postcode: '51113',
      rest: '',
      key: 'JL KH MANSYUR GG 5 NO 12A RT 02 RW 05 KEL BENDAN KERGON KEC PEKALONGAN BARAT KOTA PEKALONGAN PROV JAWA TENGAH 51113',
    });
  });

  test.each([
    ['JL/JLN', 'JLN MERDEKA', { street: 'MERDEKA' }],
    ['Jalan, with its number at the end', 'Jalan Merdeka 12', { street: 'MERDEKA', number: '12' }],
    ['GG', 'GG MAWAR', { alley: 'MAWAR' }],
    ['GG by number ends at the number', 'GG 5 BENDAN', { alley: '5', rest: 'BENDAN' }],
    ['DS', 'DS TULIS', { village: 'TULIS' }],
    ['DK', 'DK. KRAJAN DS. TULIS', { hamlet: 'KRAJAN', village: 'TULIS' }],
    ['DKH', 'DKH KRAJAN', { hamlet: 'KRAJAN' }],
    ['DSN', 'DSN KRAJAN', { hamlet: 'KRAJAN' }],
    ['KP', 'KP. ARAB', { hamlet: 'ARAB' }],
    [
      'KEL, KEC, KAB',
      'Kel.Kauman Kec.Batang Kab.Batang',
      { village: 'KAUMAN', district: 'BATANG', regency: 'KAB BATANG' },
    ],
    ['KOTA and KAB PEKALONGAN differ', 'KABUPATEN PEKALONGAN', { regency: 'KAB PEKALONGAN' }],
    ['NO', 'JL MERDEKA NO.12-14', { street: 'MERDEKA', number: '12-14' }],
    ['NO before RT', 'JL MERDEKA NO 7 RT 01/02', { number: '7', rt: '01', rw: '02' }],
    ['PERUM, BLK', 'Perum Griya Tirto Blk C3 No 5', { housing: 'GRIYA TIRTO', block: 'C3', number: '5' }],
    ['GRIYA without PERUM', 'GRIYA TIRTO BLOK C 3', { housing: 'GRIYA TIRTO', block: 'C 3' }],
    ['PSR', 'Psr Banjarsari Lt 2', { rest: 'PASAR BANJARSARI LT 2' }],
    ['RT.002/RW.005 = 02/05', 'RT.002/RW.005', { rt: '02', rw: '05' }],
    [
      'a postcode is not a house number',
      'JL MERDEKA KODE POS 51122',
      { street: 'MERDEKA', number: null, postcode: '51122' },
    ],
  ])('%s', (_rule, raw, expected) => {
    expect(parseAddress(raw)).toMatchObject(expected);
  });

  test.each(['KLIDANG LOR', 'PANJANG WETAN', 'KALIPUCANG KULON', 'SETONO KIDUL'])(
    'LOR/KIDUL/WETAN/KULON stay inside official names: %s',
    (village) => {
      expect(parseAddress(`Ds. ${village}, RT 1/2`)).toMatchObject({ village });
      expect(parseAddress(`RT 01/02 ${village}`)).toMatchObject({ village: null, rest: village });
    },
  );

  test('a full word directly after its mark is part of the name: JL KAMPUNG BARU, KEL DUKUH', () => {
    expect(parseAddress('JL KAMPUNG BARU KEL DUKUH')).toMatchObject({
      street: 'KAMPUNG BARU',
      village: 'DUKUH',
      hamlet: null,
    });
  });

  test('marks a form printed and nobody filled in are dropped', () => {
    expect(parseAddress('Jl. - No. - RT. RW. Kel. Kauman')).toMatchObject({
      street: null,
      number: null,
      village: 'KAUMAN',
      rest: '',
      key: 'KEL KAUMAN',
    });
  });

  test('two ways to write one address have one key', () => {
    expect(parseAddress('jalan merdeka nomor 7, kelurahan kauman, rt 1 rw 2').key).toBe(
      parseAddress('JLN. MERDEKA NO.7 RT.001/RW.002 KEL. KAUMAN').key,
    );
  });

  test('an empty address is empty', () => {
    expect(parseAddress('  ')).toMatchObject({ key: '', rest: '', street: null, rt: null });
  });

  test('an address key parses to itself', () => {
    const words =
      'JL JALAN GG NO 12 12A 7/9 RT 02 RW RT.1/RW.2 3/4 KEL DS DUKUH DK KAMPUNG KEC KAB KOTA GRIYA PERUM BLOK C , - 51113 51114 PSR LOR BATANG MERDEKA IV PROV';
    const scrambled = fc
      .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 9 })
      .map((chosen) => chosen.join(' '));
    fc.assert(
      fc.property(scrambled, (raw) => {
        const { key } = parseAddress(raw);
        expect(parseAddress(key).key).toBe(key);
      }),
      { numRuns: 5000 },
    );
  });
});
