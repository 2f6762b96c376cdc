import { expect, test } from 'vitest';
import { facetChoices } from './register-facets.ts';

const names = {
  areas: [
    { areaCode: '33.25.01', level: 'district', name: 'Wonotunggal', parentCode: '33.25' },
    { areaCode: '33.25.02', level: 'district', name: 'Bandar', parentCode: '33.25' },
    { areaCode: '33.25.01.2001', level: 'village', name: 'Wates', parentCode: '33.25.01' },
    { areaCode: '33.25.02.2001', level: 'village', name: 'Wates', parentCode: '33.25.02' },
    { areaCode: '33.25.02.2002', level: 'village', name: 'Pesalakan', parentCode: '33.25.02' },
  ],
  groups: [],
  sources: [{ sourceListId: 'l1', name: 'BPUM 2022' }],
};
const counts = {
  village: { '33.25.01.2001': 3, '33.25.02.2001': 4, '33.25.02.2002': 1 },
  sector: { batik: 5 },
  scale: {},
  standing: { listed: 8 },
  operation: {},
  sources: { l1: 2 },
  groups: {},
};
const optionsOf = (facet: string, filter = {}) =>
  facetChoices(counts, names, filter, 'id').find((one) => one.facet === facet)?.options;

test('a kecamatan counts all its villages and comes before them; villages of the same name say where they are', () => {
  expect(optionsOf('village')).toEqual([
    { value: '33.25.02', label: 'Kecamatan Bandar', count: 5 },
    { value: '33.25.02.2002', label: 'Pesalakan', count: 1, inner: true },
    { value: '33.25.02.2001', label: 'Wates (Bandar)', count: 4, inner: true },
    { value: '33.25.01', label: 'Kecamatan Wonotunggal', count: 3 },
    { value: '33.25.01.2001', label: 'Wates (Wonotunggal)', count: 3, inner: true },
  ]);
});

test('a choice that would leave nothing is not offered, unless it is the one chosen', () => {
  expect(optionsOf('sector')).toEqual([{ value: 'batik', label: 'Batik', count: 5 }]);
  expect(optionsOf('sector', { sector: ['fish'] })).toEqual([
    { value: 'batik', label: 'Batik', count: 5 },
    { value: 'fish', label: 'Olahan ikan', count: 0 },
  ]);
});
