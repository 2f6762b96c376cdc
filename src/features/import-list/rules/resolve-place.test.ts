import { describe, expect, it } from 'vitest';
import { anAreaIndex } from './factory.ts';
import { nowhere, resolvePlace, type StatedPlace } from './resolve-place.ts';

const city = anAreaIndex('33.75');
const batang = anAreaIndex('33.25');
const inCity = (stated: Partial<StatedPlace>) => resolvePlace({ ...nowhere, ...stated }, city);
const inBatang = (stated: Partial<StatedPlace>) => resolvePlace({ ...nowhere, ...stated }, batang);
const codeOf = (name: string, district: string, index = batang) =>
  index.villages(name).find((code) => index.districts(district).some((one) => code.startsWith(one)))!;

describe('the village a row means', () => {
  it.each([
    ['Jenggot', 'Jenggot'],
    ['JENGGOT', 'Jenggot'],
    ['Kel. Jenggot', 'Jenggot'],
    ['kelurahan  Pasirkratonkramat', 'Pasirkratonkramat'],
    ['PASIR KRATON KRAMAT', 'Pasirkratonkramat'],
    ['Kandang Panjang', 'Kandang Panjang'],
  ])('%s is the kelurahan %s', (written, name) => {
    expect(inCity({ village: written })).toEqual({
      kind: 'village',
      code: city.villages(name)[0],
      note: null,
    });
  });

  it('is found by the name of a kelurahan merged in 2013, as on old identity cards', () => {
    expect(inCity({ village: 'Sapuro', district: 'Pekalongan Barat' })).toMatchObject({
      code: '33.75.01.1004',
    });
    expect(inCity({ village: 'SOKO' })).toMatchObject({ code: '33.75.04.1010' });
  });

  it('keeps Kalipucang Wetan and Kulon apart, shortened or not', () => {
    const wetan = inBatang({ village: 'Ds. Kalipucang Wtn' });
    expect(wetan).toMatchObject({ kind: 'village', code: codeOf('Kalipucang Wetan', 'Batang') });
    expect(inBatang({ village: 'KALIPUCANG KULON' })).not.toEqual(wetan);
  });

  it('takes a name that occurs twice in the regency from the district beside it', () => {
    const [one, other] = batang.villages('Karanganyar');
    for (const code of [one!, other!]) {
      const district = batang.name(code.slice(0, 8));
      expect(inBatang({ village: 'Karanganyar', district: `Kec. ${district}` })).toMatchObject({ code });
    }
  });

  it('asks which one is meant when a name occurs twice and no district is written', () => {
    const asked = inBatang({ village: 'Karanganyar' });
    expect(asked.kind).toBe('ambiguous');
    expect('options' in asked && asked.options).toHaveLength(2);
  });

  it('reads village and district from one cell', () => {
    const selatan = inCity({ village: 'Jenggot, Kec. Pekalongan Selatan' });
    expect(selatan).toMatchObject({ kind: 'village', code: city.villages('Jenggot')[0] });
  });

  it('forgives one letter in a name when only one village is that near', () => {
    expect(inCity({ village: 'Jengot' })).toEqual({
      kind: 'village',
      code: city.villages('Jenggot')[0],
      note: 'respelled',
    });
  });

  it('only suggests when two letters are off', () => {
    const asked = inCity({ village: 'Bendungan Pantai', district: '' });
    expect(asked.kind).toBe('unknown');
    expect(inCity({ village: 'Jengat' })).toMatchObject({
      kind: 'unknown',
      options: [city.villages('Jenggot')[0]],
    });
  });

  it('keeps a village known by name when its district is another one, and says so', () => {
    expect(inCity({ village: 'Jenggot', district: 'Pekalongan Utara' })).toMatchObject({
      note: 'district_differs',
    });
  });

  it('is unstated when nothing is written', () => {
    expect(inCity({})).toEqual({ kind: 'unstated' });
    expect(inCity({ district: 'Pekalongan Timur' })).toEqual({ kind: 'unstated' });
  });
});

describe('area codes in a list', () => {
  it('are Kemendagri codes with dots', () => {
    expect(inCity({ villageCode: '33.75.04.1004' })).toMatchObject({
      kind: 'village',
      code: '33.75.04.1004',
    });
  });

  it('without dots are Kemendagri when the last four begin with 1 or 2', () => {
    expect(inCity({ village: '3375041004' })).toMatchObject({ kind: 'village', code: '33.75.04.1004' });
  });

  it('of BPS number Utara and Selatan the other way round, so the name finds the village within the BPS district', () => {
    const selatan = inCity({ villageCode: '3375030002', village: 'Jenggot' });
    expect(selatan).toMatchObject({ kind: 'village', code: '33.75.04.1004' });
  });

  it('that name another village than the one written beside are asked back', () => {
    const asked = inCity({ villageCode: '33.75.03.1004', village: 'Jenggot' });
    expect(asked).toMatchObject({ kind: 'code_and_name_differ' });
  });
});

describe('rows of another area', () => {
  it('are answered by the regency they name', () => {
    expect(inCity({ village: 'Kauman', regency: 'Kab. Batang' })).toEqual({
      kind: 'other_area',
      code: '33.25',
    });
    expect(inCity({ village: 'Jenggot', regency: 'KAB PEMALANG' })).toEqual({
      kind: 'other_area',
      code: null,
    });
  });

  it('are not those of the city when the list says only Pekalongan', () => {
    expect(inCity({ village: 'Jenggot', regency: 'Pekalongan' })).toMatchObject({ kind: 'village' });
    expect(inCity({ village: 'Jenggot', regency: 'Kota Pekalongan' })).toMatchObject({ kind: 'village' });
    expect(inCity({ village: 'Jenggot', regency: 'Kabupaten Pekalongan' })).toEqual({
      kind: 'other_area',
      code: '33.26',
    });
  });

  it('are answered by a district that only another office has', () => {
    expect(inCity({ village: 'Silurah', district: 'Wonotunggal' })).toMatchObject({
      kind: 'other_area',
      code: '33.25.01.2001',
    });
    expect(inCity({ district: 'Wonotunggal' })).toEqual({ kind: 'other_area', code: '33.25.01' });
  });

  it('are answered by a village code of elsewhere', () => {
    expect(inCity({ villageCode: '33.25.01.2001' })).toEqual({ kind: 'other_area', code: '33.25.01.2001' });
  });
});
